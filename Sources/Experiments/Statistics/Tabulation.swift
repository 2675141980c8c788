import RegulatoryWorld
import Stochastics

/// Gathers the rows of one experiment, in order, into everything the summary tables say.
///
/// One pass; memory depends on regimes × outcomes and stays flat from 16,384 replications on. The
/// answer is a function of the rows in their order alone.
public struct Tabulation {
  private let layout: RowLayout
  private let experiment: Int
  private let perDraw: Int
  private let pairs: [(a: Int, b: Int)]
  private let readers: [ColumnReader]
  /// One outcome of the row being added, regime by regime.
  private var readings: [Reading] = []
  private var outcomes: [OutcomeTally]
  private var categories: [CategoryTally?]
  private var contrasts: [ContrastTally]
  private var regrets: [RegretTally?]
  private var timeline: TimelineSamples
  private var failures: [ReplicationFailure] = []
  private var replications = 0
  private var draws = 0
  private var last: (replication: Int, draw: Int)?

  /// An empty tabulation.
  ///
  /// - Parameters:
  ///   - layout: what the rows hold.
  ///   - experiment: the number under which the answer stands.
  ///   - perDraw: histories per draw; above 1, intervals count draws.
  public init(_ layout: RowLayout, experiment: Int = 1, perDraw: Int) {
    self.layout = layout
    self.experiment = experiment
    self.perDraw = perDraw
    let count = layout.regimes.count
    pairs = (0..<count).flatMap { b in (b + 1..<max(count, b + 1)).map { (a: $0, b: b) } }
    readers = layout.outcomes.indices.map { ColumnReader(layout, $0) }
    outcomes = layout.regimes.flatMap { _ in
      layout.outcomes.map { OutcomeTally($0, perDraw: perDraw) }
    }
    categories = layout.outcomes.map {
      $0.statistic == .category ? CategoryTally($0, regimes: count) : nil
    }
    contrasts = pairs.flatMap { _ in
      layout.outcomes.map { _ in ContrastTally(perDraw: perDraw) }
    }
    regrets = layout.outcomes.map {
      $0.statistic == .category || $0.sign == .neutral || count < 2
        ? nil : RegretTally($0, acting: count - 1)
    }
    timeline = TimelineSamples(layout)
  }

  /// Adds the next row of the experiment; replications must come in rising order.
  public mutating func add(_ row: ReplicationRow) {
    precondition(row.experiment == experiment, "a row of another experiment")
    precondition(row.replication > last?.replication ?? 0, "rows come in order of replication")
    if let last, last.draw != row.draw { closeDraw() }
    last = (row.replication, row.draw)
    replications += 1
    if let message = row.failure {
      failures.append(ReplicationFailure(key: row.key, message: message))
      return
    }
    let values = row.outcomes
    precondition(values.count == layout.outcomeCount, "a row of another layout")
    for column in readers.indices {
      addColumn(column, values)
    }
    timeline.add(row.timeline)
  }

  private mutating func addColumn(_ column: Int, _ values: RowValues) {
    let width = readers.count
    let regimes = layout.regimes.count
    if categories[column] != nil {
      for regime in 0..<regimes {
        categories[column]?.add(values[regime * width + column], regime: regime)
      }
      return
    }
    readings.removeAll(keepingCapacity: true)
    for regime in 0..<regimes {
      let reading = readers[column].read(values, column, from: regime * width)
      outcomes[regime * width + column].add(reading)
      readings.append(reading)
    }
    for (index, pair) in pairs.enumerated() {
      contrasts[index * width + column].add(readings[pair.a], readings[pair.b])
    }
    regrets[column]?.add(readings)
  }

  private mutating func closeDraw() {
    draws += 1
    for column in regrets.indices { regrets[column]?.closeDraw() }
    guard perDraw > 1 else { return }
    for index in outcomes.indices { outcomes[index].closeDraw() }
    for index in contrasts.indices { contrasts[index].closeDraw() }
  }

  /// The answer after the last row.
  public consuming func answer() -> Answer {
    if last != nil { closeDraw() }
    return Answer(
      experiment: experiment, replications: replications, failures: failures,
      summaries: summaries(), contrasts: contrastRows(), regrets: regretRows(),
      timeline: timeline.points())
  }

  private func summaries() -> [Summary] {
    let rows = replications - failures.count
    return layout.regimes.enumerated().flatMap { index, regime in
      layout.outcomes.indices.flatMap { column -> [Summary] in
        if let category = categories[column] {
          return category.summaries(
            regime: index, regime, rows: rows, draws: perDraw > 1 ? draws : nil)
        }
        return [outcomes[index * layout.outcomes.count + column].summary(regime: regime)]
      }
    }
  }

  /// Every ordered pair: `share_a_higher` says something else from the other side if values tie.
  private func contrastRows() -> [Contrast] {
    layout.regimes.indices.flatMap { a in
      layout.regimes.indices.filter { $0 != a }.flatMap { b in
        layout.outcomes.indices.filter { categories[$0] == nil }.map { contrast(a, b, $0) }
      }
    }
  }

  private func contrast(_ a: Int, _ b: Int, _ column: Int) -> Contrast {
    let definition = layout.outcomes[column]
    let tally = pairTally(a, b, column)
    let n = tally.difference.count
    let ci95 = tally.ci95
    let mean = tally.difference.mean ?? .nan
    return Contrast(
      regimeA: layout.regimes[a], regimeB: layout.regimes[b], outcome: definition.id,
      unit: definition.unit, n: n, meanDifference: a > b ? mean : -mean,
      ci95: a > b ? ci95 : Bounds(low: -ci95.high, high: -ci95.low),
      shareAHigher: n > 0 ? Double(a > b ? tally.aHigher : tally.bHigher) / Double(n) : .nan,
      varianceRatio: varianceRatio(a, b, levelOf: definition))
  }

  private func varianceRatio(
    _ a: Int, _ b: Int, levelOf definition: OutcomeDefinition
  ) -> Double {
    let width = layout.outcomes.count
    guard let level = definition.level,
      let column = layout.outcomes.firstIndex(where: { $0.id == level }),
      let ofA = outcomes[a * width + column].moments.variance,
      let ofB = outcomes[b * width + column].moments.variance,
      let ofDifference = pairTally(a, b, column).difference.variance, ofA + ofB > 0
    else { return .nan }
    return ofDifference / (ofA + ofB)
  }

  /// What was gathered of two regimes, whichever comes first; its a is the later one.
  private func pairTally(_ a: Int, _ b: Int, _ column: Int) -> ContrastTally {
    let index = pairs.firstIndex { $0.a == max(a, b) && $0.b == min(a, b) }
    guard let index else { preconditionFailure("a contrast of a regime with itself") }
    return contrasts[index * layout.outcomes.count + column]
  }

  private func regretRows() -> [Regret] {
    layout.regimes.indices.dropFirst().flatMap { index in
      regrets.compactMap { $0?.regret(acting: index - 1, regime: layout.regimes[index]) }
    }
  }
}
