import Experiments

/// How many replications a goal of precision took, and which outcome asked for them.
enum PrecisionText {
  /// A few lines; nil where there was no such goal.
  static func text(_ findings: Findings) -> String? {
    guard let goal = findings.goal, !findings.told.precision.isEmpty else { return nil }
    let ends = findings.told.precision
    let wanted =
      "half of each 95 % interval at most \(Figures.plain(100 * goal.relative)) % of its mean, or"
      + " \(Figures.plain(goal.absolute)) points"
    var lines = ["Precision: \(wanted)"]
    lines += findings.isSweep ? sweep(ends) : ends.map { alone($0) }
    let fewest = ends.map(\.replications).min() ?? 0
    lines.append(
      "  What happens in fewer than \(Figures.short(300 / Double(fewest))) % of futures"
        + " (3 in \(Figures.grouped(fewest))) can have been missed.")
    return lines.joined(separator: "\n")
  }

  private static func alone(_ end: PrecisionReached) -> String {
    let count = Figures.grouped(end.replications)
    if !end.isReached, let widest = end.widest {
      return "  not reached with \(count) replications: \(widest.outcome) under \(widest.regime)"
        + " has ±\(Figures.short(widest.halfWidth)), wanted ±\(Figures.short(widest.allowed));"
        + "\n  --replications allows more"
    }
    guard let asked = end.asked else { return "  reached at the first look, \(count) replications" }
    return "  reached with \(count) replications; the last were asked for by \(asked.outcome)"
      + " under \(asked.regime)"
  }

  private static func sweep(_ ends: [PrecisionReached]) -> [String] {
    let counts = ends.map(\.replications).sorted()
    let middle = counts[counts.count / 2]
    let (low, high) = (counts[0], counts[counts.count - 1])
    var lines = [
      low == high
        ? "  \(Figures.grouped(low)) replications an experiment"
        : "  \(Figures.grouped(low)) to \(Figures.grouped(high)) replications an experiment,"
          + " median \(Figures.grouped(middle))"
    ]
    let missed = ends.filter { !$0.isReached }
    if !missed.isEmpty {
      let shown = missed.prefix(10).map { "#\($0.experiment)" }.joined(separator: ", ")
      lines.append(
        "  not reached in \(Figures.grouped(missed.count)): \(shown)"
          + (missed.count > 10 ? ", …" : "") + "; --replications allows more")
    }
    var askers: [String: Int] = [:]
    for asked in ends.compactMap(\.asked) {
      askers["\(asked.outcome) under \(asked.regime)", default: 0] += 1
    }
    let most = askers.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(3)
    if !most.isEmpty {
      lines.append(
        "  most often asked for by "
          + most.map { "\($0.key) (\(Figures.grouped($0.value)))" }.joined(separator: ", "))
    }
    return lines
  }
}
