/* Random draws: nanoseconds of the next uniform and of the next exponential number of a stream,
 * their sum included, median of the repetitions. */
#include "bench.h"

int main(int count, char **words) {
  int repetitions = count > 1 ? atoi(words[1]) : 3;
  const int draws = 8000000;
  double uniform_ns[64], exponential_ns[64], sum = 0;
  stream r = stream_seeded(1);
  make_layers();
  for (int repetition = 0; repetition < repetitions; repetition++) {
    double start = thread_ns();
    for (int i = 0; i < draws; i++) sum += open_unit(stream_next(&r));
    double middle = thread_ns();
    for (int i = 0; i < draws; i++) sum += exponential(&r);
    uniform_ns[repetition] = (middle - start) / draws;
    exponential_ns[repetition] = (thread_ns() - middle) / draws;
  }
  row("stream_draw_ns", median(uniform_ns, repetitions), "ns");
  row("exponential_draw_ns", median(exponential_ns, repetitions), "ns");
  row("draws_checksum", sum, "");
}
