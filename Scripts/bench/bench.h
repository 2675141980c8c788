/* What the C programs share: a clock, a generator and the exponential law, written for speed.
 *
 * The generator is xoshiro256++ filled by SplitMix64 and the exponential is a ziggurat of 256
 * layers, as in the simulator, so that what differs is the event list. With -DLOGARITHM the
 * exponential is -log(u) instead. */
#ifndef BENCH_H
#define BENCH_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Nanoseconds of processor time of this thread, which others on the machine disturb least. */
static double thread_ns(void) {
  struct timespec t;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return t.tv_sec * 1e9 + t.tv_nsec;
}

typedef struct {
  uint64_t s[4];
} stream;

static stream stream_seeded(uint64_t seed) {
  stream r;
  for (int i = 0; i < 4; i++) {
    uint64_t z = seed += 0x9e3779b97f4a7c15u;
    z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
    z = (z ^ z >> 27) * 0x94d049bb133111ebu;
    r.s[i] = z ^ z >> 31;
  }
  return r;
}

static inline uint64_t stream_next(stream *r) {
  uint64_t sum = r->s[0] + r->s[3], result = (sum << 23 | sum >> 41) + r->s[0];
  uint64_t shifted = r->s[1] << 17;
  r->s[2] ^= r->s[0];
  r->s[3] ^= r->s[1];
  r->s[1] ^= r->s[2];
  r->s[0] ^= r->s[3];
  r->s[2] ^= shifted;
  r->s[3] = r->s[3] << 45 | r->s[3] >> 19;
  return result;
}

/* (k + 1/2) / 2^52: never 0, never 1. */
static inline double open_unit(uint64_t bits) {
  double d;
  bits = bits >> 12 | 0x3ff0000000000000u;
  memcpy(&d, &bits, 8);
  return d - 0x1.fffffffffffffp-1;
}

/* Right edges of layers of equal area under exp(-x), bottom first, and the density there. */
static double layer_edge[257], layer_height[257];

static void make_layers(void) {
  const double tail = 7.697117470131050, area = 0.003949659822581557;
  layer_edge[0] = area / exp(-tail);
  layer_edge[1] = tail;
  layer_height[1] = exp(-tail);
  for (int i = 2; i < 256; i++) {
    layer_height[i] = layer_height[i - 1] + area / layer_edge[i - 1];
    layer_edge[i] = -log(layer_height[i]);
  }
  layer_edge[256] = 0;
  layer_height[256] = 1;
}

static inline double exponential(stream *r);

/* Decides in the one case of a hundred where the layer is not reached for certain. */
static __attribute__((noinline)) double exponential_at_edge(stream *r, unsigned layer, double x) {
  if (layer == 0) return layer_edge[1] + exponential(r);
  double below = layer_height[layer], above = layer_height[layer + 1];
  double height = below + open_unit(stream_next(r)) * (above - below);
  return height < exp(-x) ? x : exponential(r);
}

static inline double exponential(stream *r) {
#ifdef LOGARITHM
  return -log(open_unit(stream_next(r)));
#else
  uint64_t word = stream_next(r);
  unsigned layer = word & 0xff;
  double x = open_unit(word) * layer_edge[layer];
  if (__builtin_expect(x < layer_edge[layer + 1], 1)) return x;
  /* A copy goes out of line, so that the state itself can stay in registers. */
  stream copy = *r;
  x = exponential_at_edge(&copy, layer, x);
  *r = copy;
  return x;
#endif
}

static int by_size(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static double median(double *values, int count) {
  qsort(values, count, sizeof *values, by_size);
  return count % 2 ? values[count / 2] : (values[count / 2 - 1] + values[count / 2]) / 2;
}

static void row(const char *name, double value, const char *unit) {
  printf("%s,%.10g,%s\n", name, value, unit);
}

#endif
