import Stochastics
import Testing

/// Queues in closed form.
enum QueueForms {
  /// Mean wait in the queue of M/M/c: Erlang's C over the capacity to spare.
  ///
  /// C = (a^c / c!) / ((1 − ρ) Σ a^k / k! + a^c / c!), from the sums and not from a recursion.
  static func wait(arrivals: Double, rate: Double, servers: Int) -> Double {
    let load = arrivals / rate
    var term = 1.0
    var sum = 0.0
    for number in 0..<servers {
      sum += term
      term *= load / Double(number + 1)
    }
    let spare = 1 - load / Double(servers)
    return term / (spare * sum + term) / (Double(servers) * rate - arrivals)
  }

  /// Mean number in the system of M/M/1, ρ/(1 − ρ).
  static func number(load: Double) -> Double { load / (1 - load) }

  static func exp(_ x: Double) -> Double { Elementary.exp(x) }
}

/// How often a right model fails one of the tests below: once in a thousand.
private let level = 0.999

/// Independent values have this mean by a t interval, and the interval is narrow enough to tell it
/// from what a wrong model would give: for queues, one whose service rate is off by a tenth.
func expectMean(
  of values: [Double], is expected: Double, not wrong: [Double], _ what: String,
  _ question: Question, _ location: SourceLocation = #_sourceLocation
) {
  let moments = Moments(values)
  guard let mean = moments.mean, let sd = moments.standardDeviation,
    let interval = Intervals.studentT(mean: mean, sd: sd, n: moments.count, level: level)
  else {
    Issue.record("too few values", sourceLocation: location)
    return
  }
  let words = "\(what): \(interval.low) to \(interval.high)"
  #expect(
    interval.low <= expected && expected <= interval.high,
    "\(words), expected \(expected): \(question.replay(seed: 1))", sourceLocation: location)
  for other in wrong {
    #expect(
      !(interval.low <= other && other <= interval.high),
      "\(words) would not show \(other)", sourceLocation: location)
  }
}

/// Independent values have this distribution (Kolmogorov and Smirnov, asymptotic quantile).
func expectDistribution(
  of values: [Double], is cdf: (Double) -> Double, _ what: String, _ question: Question,
  _ location: SourceLocation = #_sourceLocation
) {
  let sorted = values.sorted()
  let count = Double(sorted.count)
  let distance = sorted.enumerated().reduce(0.0) {
    let probability = cdf($1.element)
    return max(
      $0, probability - Double($1.offset) / count, Double($1.offset + 1) / count - probability)
  }
  // P(√n D > 1.95) = 2 exp(−2 · 1.95²) = 0.001.
  #expect(
    distance * count.squareRoot() < 1.95,
    "\(what), distance \(distance): \(question.replay(seed: 1))",
    sourceLocation: location)
}

/// So many of a number of independent trials succeed with this probability (Wilson).
func expectShare(
  _ successes: Int, of trials: Int, is expected: Double, _ what: String, _ question: Question,
  _ location: SourceLocation = #_sourceLocation
) {
  guard let interval = Intervals.wilson(successes: successes, n: trials, level: level) else {
    Issue.record("no trials", sourceLocation: location)
    return
  }
  #expect(
    interval.low <= expected && expected <= interval.high,
    """
    \(what): \(interval.low) to \(interval.high), expected \(expected): \
    \(question.replay(seed: 1))
    """,
    sourceLocation: location)
}
