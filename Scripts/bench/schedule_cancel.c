/* Schedule and cancel: of 1,000 pending events a random one is taken off and put back at another
 * time. An indexed heap: as heap4.h, and the position of every event is kept. Prints nanoseconds
 * of the two together, median of the repetitions. */
#include "heap4.h"

enum { PENDING = 1000 };

static uint32_t positions[PENDING];

static inline void place(heap4 *h, key128 key, uint32_t event, size_t at) {
  h->keys[at] = key;
  h->events[at] = event;
  positions[event] = (uint32_t)at;
}

static inline void sift_up(heap4 *h, key128 key, uint32_t event, size_t at) {
  while (at > 0) {
    size_t parent = (at - 1) / 4;
    if (key > h->keys[parent]) break;
    place(h, h->keys[parent], h->events[parent], at);
    at = parent;
  }
  place(h, key, event, at);
}

static inline void sift_down(heap4 *h, key128 key, uint32_t event, size_t at) {
  for (;;) {
    size_t child = 4 * at + 1;
    if (child >= h->size) break;
    size_t least = heap4_least(h->keys + child);
    if (key < h->keys[child + least]) break;
    place(h, h->keys[child + least], h->events[child + least], at);
    at = child + least;
  }
  place(h, key, event, at);
}

static inline void schedule(heap4 *h, double time, uint32_t event) {
  sift_up(h, heap4_key(h, time), event, h->size++);
}

static inline void cancel(heap4 *h, uint32_t event) {
  size_t at = positions[event], last = --h->size;
  key128 removed = h->keys[at], key = h->keys[last];
  h->keys[last] = ~(key128)0;
  if (at == last) return;
  if (key < removed)
    sift_up(h, key, h->events[last], at);
  else
    sift_down(h, key, h->events[last], at);
}

int main(int count, char **words) {
  int repetitions = count > 1 ? atoi(words[1]) : 3;
  const size_t operations = 2000000;
  double ns[64];
  make_layers();
  heap4 h = heap4_for(PENDING);
  stream r = stream_seeded(1);
  for (uint32_t event = 0; event < PENDING; event++) schedule(&h, exponential(&r), event);
  for (int repetition = -1; repetition < repetitions; repetition++) {
    double start = thread_ns();
    for (size_t i = 0; i < operations; i++) {
      uint32_t event = (unsigned __int128)stream_next(&r) * PENDING >> 64;
      cancel(&h, event);
      schedule(&h, exponential(&r), event);
    }
    if (repetition >= 0) ns[repetition] = (thread_ns() - start) / operations;
  }
  row("schedule_cancel_ns", median(ns, repetitions), "ns");
  row("schedule_cancel_checksum", heap4_time(h.keys[0]) + h.sequence, "");
}
