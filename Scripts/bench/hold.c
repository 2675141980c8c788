/* The hold model: N events pending; the earliest is taken off and put back an exponential time
 * later. Prints nanoseconds an operation, median of the repetitions, and a checksum. */
#include "heap4.h"

static double sum;

static double hold(size_t pending, size_t operations, int repetitions) {
  double ns[64];
  heap4 list = heap4_for(pending + 1);
  stream random = stream_seeded(pending);
  for (size_t i = 0; i < pending; i++) heap4_push(&list, exponential(&random), (uint32_t)i);
  for (int repetition = -1; repetition < repetitions; repetition++) {
    heap4 h = list;
    stream r = random;
    double total = 0, start = thread_ns();
    for (size_t i = 0; i < operations; i++) {
      double now = heap4_time(h.keys[0]);
      uint32_t event = h.events[0];
      total += event;
      heap4_replace(&h, now + exponential(&r), event);
    }
    if (repetition >= 0) ns[repetition] = (thread_ns() - start) / operations;
    sum += total;
    list = h;
    random = r;
  }
  return median(ns, repetitions);
}

int main(int count, char **words) {
  int repetitions = count > 1 ? atoi(words[1]) : 3;
  size_t sizes[] = {10, 100, 1000, 100000};
  make_layers();
  for (int i = 0; i < 4; i++) {
    char name[32];
    snprintf(name, sizeof name, "hold_%zu_ns", sizes[i]);
    row(name, hold(sizes[i], 2000000, repetitions), "ns");
  }
  row("hold_checksum", sum, "");
}
