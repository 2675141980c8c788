import Stochastics

/// Nanoseconds of random draws, their sum included.
enum DrawBenchmark {
  static func measure(_ effort: BenchmarkEffort) -> (rows: [BenchmarkRow], more: [BenchmarkRow]) {
    let count = effort.operations * 4
    let addressed = median(effort) { key in
      var sum = 0.0
      for ordinal in 0..<count { sum += key.child(ordinal).uniform() }
      return sum
    }
    let plain = median(effort) { key in
      var (stream, sum) = (key.stream(), 0.0)
      for _ in 0..<count { sum += stream.uniform() }
      return sum
    }
    let exponential = median(effort) { key in
      var (stream, sum) = (key.stream(), 0.0)
      for _ in 0..<count { sum += stream.exponential() }
      return sum
    }
    func row(_ name: String, _ time: Double, _ meaning: String) -> BenchmarkRow {
      BenchmarkRow(name: name, value: time / Double(count), unit: "ns", meaning: meaning)
    }
    return (
      rows: [row("addressed_draw_ns", addressed, "the uniform number at an address")],
      more: [
        row("stream_draw_ns", plain, "the next uniform number of a stream"),
        row("exponential_draw_ns", exponential, "the next exponential number of a stream"),
      ]
    )
  }

  /// The median time of some draws, which are summed so that none can be left out.
  private static func median(
    _ effort: BenchmarkEffort, _ draws: (StreamKey) -> Double
  ) -> Double {
    BenchmarkRow.median(
      (0..<effort.repetitions).map { repetition in
        ThreadTime.of {
          precondition(draws(Benchmark.draws.key(repetition)) > 0, "nothing was drawn")
        }
      })
  }
}
