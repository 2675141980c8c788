/* The event list of hold.c: an implicit 4-ary heap of 128-bit keys, the bits of the time above a
 * running number. The children of i are 4i + 1 ... 4i + 4, one cache line of keys; keys behind the
 * last one are the greatest, so that the least of four needs neither branches nor bounds. */
#ifndef HEAP4_H
#define HEAP4_H

#include "bench.h"

typedef unsigned __int128 key128;

typedef struct {
  key128 *keys;
  uint32_t *events;
  size_t size;
  uint64_t sequence;
} heap4;

static heap4 heap4_for(size_t capacity) {
  heap4 h = {0};
  key128 *block = aligned_alloc(64, (capacity + 11) / 4 * 64);
  for (size_t i = 0; i < (capacity + 11) / 4 * 4; i++) block[i] = ~(key128)0;
  h.keys = block + 3;
  h.events = malloc(capacity * sizeof *h.events);
  return h;
}

static inline key128 heap4_key(heap4 *h, double time) {
  uint64_t bits;
  memcpy(&bits, &time, 8);
  return (key128)bits << 64 | h->sequence++;
}

static inline double heap4_time(key128 key) {
  uint64_t bits = key >> 64;
  double time;
  memcpy(&time, &bits, 8);
  return time;
}

static inline void heap4_sift_up(heap4 *h, key128 key, uint32_t event, size_t at) {
  while (at > 0) {
    size_t parent = (at - 1) / 4;
    if (key > h->keys[parent]) break;
    h->keys[at] = h->keys[parent];
    h->events[at] = h->events[parent];
    at = parent;
  }
  h->keys[at] = key;
  h->events[at] = event;
}

/* Which of four keys is the least: all comparisons at once, none waiting for another. */
static inline size_t heap4_least(const key128 *k) {
  int a = k[1] < k[0], b = k[3] < k[2];
  int c = k[2] < k[0], d = k[3] < k[0], e = k[2] < k[1], f = k[3] < k[1];
  int of2 = a ? e : c, of3 = a ? f : d;
  int in_right = b ? of3 : of2;
  return in_right ? 2 + b : a;
}

static inline void heap4_sift_down(heap4 *h, key128 key, uint32_t event, size_t at) {
  key128 *keys = h->keys;
  uint32_t *events = h->events;
  size_t size = h->size;
  for (;;) {
    size_t child = 4 * at + 1;
    if (child >= size) break;
    key128 *k = keys + child;
#ifdef PREFETCH
    for (int i = 0; i < 4; i++) __builtin_prefetch(keys + 16 * at + 5 + 4 * i);
#endif
    size_t least = heap4_least(k);
    if (key < k[least]) break;
    keys[at] = k[least];
    events[at] = events[child + least];
    at = child + least;
  }
  keys[at] = key;
  events[at] = event;
}

static inline void heap4_push(heap4 *h, double time, uint32_t event) {
  heap4_sift_up(h, heap4_key(h, time), event, h->size++);
}

static inline uint32_t heap4_pop(heap4 *h, double *time) {
  uint32_t event = h->events[0];
  *time = heap4_time(h->keys[0]);
  size_t last = --h->size;
  key128 key = h->keys[last];
  h->keys[last] = ~(key128)0;
  if (last > 0) heap4_sift_down(h, key, h->events[last], 0);
  return event;
}

/* Pop and push in one: the new event goes where the old one was. */
static inline void heap4_replace(heap4 *h, double time, uint32_t event) {
  heap4_sift_down(h, heap4_key(h, time), event, 0);
}

#endif
