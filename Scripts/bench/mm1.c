/* M/M/1 with arrival rate 0.9 and service rate 1: nanoseconds a customer through the system, two
 * events each, and the mean time in system, which is 10 in theory.
 *
 * A binary heap of events by one key of 128 bits, the bits of the time above a running number; one
 * switch; a ring of the arrival times. (Comparing times as doubles is slower by a tenth.) */
#include "bench.h"

enum kind { ARRIVAL, DEPARTURE };

typedef struct {
  unsigned __int128 key;
  enum kind kind;
} event;

typedef struct {
  event *heap;
  size_t size;
  uint64_t number;
  double now;
} list;

static inline event make(list *l, double time, enum kind kind) {
  uint64_t bits;
  memcpy(&bits, &time, 8);
  return (event){(unsigned __int128)bits << 64 | l->number++, kind};
}

static inline void push(list *l, double time, enum kind kind) {
  event e = make(l, time, kind);
  size_t at = l->size++;
  while (at > 0) {
    size_t parent = (at - 1) / 2;
    if (e.key > l->heap[parent].key) break;
    l->heap[at] = l->heap[parent];
    at = parent;
  }
  l->heap[at] = e;
}

static inline enum kind pop(list *l) {
  event first = l->heap[0], last = l->heap[--l->size];
  size_t at = 0, size = l->size;
  for (;;) {
    size_t child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && l->heap[child + 1].key < l->heap[child].key) child++;
    if (last.key < l->heap[child].key) break;
    l->heap[at] = l->heap[child];
    at = child;
  }
  l->heap[at] = last;
  uint64_t bits = first.key >> 64;
  memcpy(&l->now, &bits, 8);
  return first.kind;
}

typedef struct {
  double *times;
  size_t mask, head, length;
} ring;

static __attribute__((noinline)) void grow(ring *r) {
  size_t size = r->mask + 1;
  double *larger = malloc(2 * size * sizeof *larger);
  for (size_t i = 0; i < size; i++) larger[i] = r->times[(r->head + i) & r->mask];
  free(r->times);
  *r = (ring){larger, 2 * size - 1, 0, r->length};
}

static double simulate(stream *random, uint64_t objects, double *mean) {
  list l = {malloc(64 * sizeof(event)), 0, 0, 0};
  ring waiting = {malloc(1024 * sizeof(double)), 1023, 0, 0};
  double in_system = 0, start = thread_ns();
  uint64_t left = 0;
  push(&l, exponential(random) / 0.9, ARRIVAL);
  while (left < objects) {
    switch (pop(&l)) {
    case ARRIVAL:
      if (waiting.length > waiting.mask) grow(&waiting);
      waiting.times[(waiting.head + waiting.length++) & waiting.mask] = l.now;
      if (waiting.length == 1) push(&l, l.now + exponential(random), DEPARTURE);
      push(&l, l.now + exponential(random) * (1 / 0.9), ARRIVAL);
      break;
    case DEPARTURE:
      in_system += l.now - waiting.times[waiting.head & waiting.mask];
      waiting.head++;
      left++;
      if (--waiting.length > 0) push(&l, l.now + exponential(random), DEPARTURE);
      break;
    }
  }
  double ns = thread_ns() - start;
  *mean = in_system / left;
  free(l.heap);
  free(waiting.times);
  return ns / objects;
}

int main(int count, char **words) {
  int repetitions = count > 1 ? atoi(words[1]) : 3;
  uint64_t objects = count > 2 ? strtoull(words[2], 0, 10) : 4000000;
  double ns[64], mean, total = 0;
  stream random = stream_seeded(1);
  make_layers();
  simulate(&random, objects / 4, &mean);
  for (int i = 0; i < repetitions; i++) {
    ns[i] = simulate(&random, objects, &mean);
    total += mean;
  }
  row("mm1_ns_per_object", median(ns, repetitions), "ns");
  row("mm1_mean_time_in_system", total / repetitions, "");
}
