import Experiments

/// Seconds that reading takes before anything is simulated.
struct Reading {
  let processor: Double
  let wall: Double
  /// Points of a sweep that were checked, of how many; nil for a run.
  var points: (checked: Int, all: Int)?

  /// The same with the points of a sweep.
  func adding(_ points: Reading?) -> Reading {
    guard let points else { return self }
    return Reading(
      processor: processor + points.processor, wall: wall + points.wall, points: points.points)
  }
}

/// The check of a sweep's points, which is part of the time that it takes.
enum PlannedPoints {
  /// Seconds after which no more are checked, and those that are left are estimated.
  private static let budget = 2.0

  /// Checks as many points as can be in a moment; nil for a run.
  ///
  /// - Throws: a failure with the problems of those that were checked.
  static func check(_ run: PreparedRun, _ interruption: Interruption) throws(Failure) -> Reading? {
    guard let swept = run.swept else { return nil }
    let (first, last) = (experiments(run.plan).lowerBound, experiments(run.plan).upperBound)
    let (clock, processor) = (ContinuousClock.now, ProcessUse.seconds)
    var (next, size, seconds) = (first, 8 * run.plan.jobs, 0.0)
    while next <= last && seconds < budget && !interruption.cancellation.isCancelled {
      let end = min(last, next + size - 1)
      let found = run.sweep.problems(
        in: next...end, jobs: run.plan.jobs, cancellation: interruption.cancellation)
      if let found, !found.isEmpty {
        throw swept.failure(found.map { ($0.experiment, $0.report) })
      }
      (next, size) = (end + 1, 2 * size)
      seconds = (ContinuousClock.now - clock) / .seconds(1)
    }
    let (checked, all) = (next - first, last - first + 1)
    let scale = Double(all) / Double(max(1, checked))
    return Reading(
      processor: scale * (ProcessUse.seconds - processor), wall: scale * seconds,
      points: (checked, all))
  }

  /// The experiments of which this run makes rows.
  private static func experiments(_ plan: RunPlan) -> ClosedRange<Int> {
    guard !plan.rows.isEmpty else { return 1...1 }
    let ends = [plan.rows.lowerBound, plan.rows.upperBound - 1].map { plan.key(ofRow: $0) }
    return ends[0].experiment...ends[1].experiment
  }

  /// Experiments to sample, in an order of which every beginning is spread over all of them.
  ///
  /// - Throws: a failure with the problems of those that were not checked yet.
  static func sample(_ run: PreparedRun, _ reading: Reading) throws(Failure) -> [Int] {
    let all = experiments(run.plan)
    let isChecked = reading.points.map { $0.checked == $0.all } ?? true
    let most = isChecked ? 512 : 64
    // Of very many a part is enough.
    let stride = max(1, all.count / most)
    let chosen = spread(min(all.count, most)).map { all.lowerBound + stride * $0 }
    guard let swept = run.swept, !isChecked else { return chosen }
    for experiment in chosen {
      let found = run.sweep.problems(in: experiment...experiment, jobs: 1) ?? []
      guard found.isEmpty else {
        throw swept.failure(found.map { ($0.experiment, $0.report) })
      }
    }
    return chosen
  }

  /// The numbers below `count` by the bits of their places, read backwards (van der Corput's
  /// sequence).
  private static func spread(_ count: Int) -> [Int] {
    var width = 0
    while 1 << width < count { width += 1 }
    return (0..<1 << width).map { reversed($0, width: width) }.filter { $0 < count }
  }

  private static func reversed(_ number: Int, width: Int) -> Int {
    var (rest, reversed) = (number, 0)
    for _ in 0..<width {
      reversed = reversed << 1 | rest & 1
      rest >>= 1
    }
    return reversed
  }
}
