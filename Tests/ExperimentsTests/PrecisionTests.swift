import Experiments
import RegulatoryWorld
import Stochastics
import Testing

/// One outcome under one acting regime, and how the rows of a run are made.
@Suite struct PrecisionTests {
  private static let layout = RowLayout(
    regimes: ["none", "a", "b"], outcomes: [Fake.outcome("cost_pct")], horizon: 100)
  private static let layouts = RowLayouts(layout)

  /// Under `a` a skewed value of mean 2, under `b` a constant.
  private static func row(_ experiment: Int, _ replication: Int, draw: Int? = nil) -> ReplicationRow
  {
    let u = Fake.noise(1_000_003 * experiment + replication, 7)
    return ReplicationRow(
      experiment: experiment, replication: replication, draw: draw ?? replication,
      outcomes: [0, 10 * u * u * u * u, 3])
  }

  private static func plan(
    _ relative: Double, experiments: Int = 1, most: Int = 100_000, perDraw: Int = 1
  ) -> RunPlan {
    RunPlan(
      experiments: experiments, seed: 1, replications: most, perDraw: perDraw,
      precision: PrecisionGoal(relative: relative, outcomes: ["cost_pct"]))
  }

  @Test("looks come at 256, and then at a quarter more, rounded up to the next 64")
  func looks() {
    var looks = [PrecisionGoal.firstLook]
    while looks.count < 8 { looks.append(PrecisionGoal.look(after: looks[looks.count - 1])) }
    #expect(looks == [256, 320, 448, 576, 768, 960, 1216, 1536])
  }

  @Test("a run stops at the first look at which every interval is narrow enough")
  func stops() throws {
    let plan = Self.plan(0.05)
    var schedule = Schedule(plan, Self.layouts)
    var values: [Double] = []
    var widths: [(n: Int, half: Double, allowed: Double)] = []
    while let next = schedule.next {
      let look = schedule.upcoming!.upperBound
      let row = Self.row(1, next.replication)
      values.append(row.outcomes[1])
      schedule.add(row)
      if values.count == look { widths.append(Self.width(values, 0.05)) }
    }
    #expect(widths.count >= 3)
    #expect(widths.dropLast().allSatisfy { $0.half > $0.allowed })
    #expect(widths.last!.half <= widths.last!.allowed)
    let end = try #require(schedule.precision.first)
    #expect(end.replications == widths.last!.n && end.isReached)
    #expect(end.asked?.regime == "a" && end.asked?.outcome == "cost_pct")
  }

  private static func width(
    _ values: [Double], _ relative: Double
  ) -> (n: Int, half: Double, allowed: Double) {
    var moments = Moments()
    for value in values { moments.add(value) }
    let (mean, sd) = (moments.mean!, moments.standardDeviation!)
    let ends = Intervals.studentT(mean: mean, sd: sd, n: values.count, level: 0.95)!
    return (values.count, (ends.high - ends.low) / 2, max(relative * mean.magnitude, 0.05))
  }

  @Test("a goal that is met at the first look was asked for by nothing")
  func atOnce() throws {
    let end = try #require(Self.finished(Self.plan(0.5)).first)
    #expect(end.replications == 256 && end.isReached && end.asked == nil)
  }

  @Test("at the most replications a run stops, and says that the goal was not reached")
  func most() throws {
    for most in [1, 2, 100, 300, 400] {
      let end = try #require(Self.finished(Self.plan(0.001, most: most)).first)
      #expect(end.replications == most && !end.isReached)
    }
  }

  private static func finished(_ plan: RunPlan) -> [PrecisionReached] {
    var schedule = Schedule(plan, layouts)
    while let next = schedule.next {
      schedule.add(row(next.experiment, next.replication, draw: plan.draw(of: next.replication)))
    }
    return schedule.precision
  }

  @Test(
    "each experiment of a sweep stops for itself, and threads do not matter", arguments: [1, 2, 5])
  func sweep(jobs: Int) throws {
    let alone = Self.finished(Self.plan(0.0843, experiments: 6))
    #expect(alone.map(\.experiment) == Array(1...6))
    #expect(Set(alone.map(\.replications)).count > 1)
    let plan = RunPlan(
      experiments: 6, seed: 1, replications: 100_000,
      precision: PrecisionGoal(relative: 0.0843, outcomes: ["cost_pct"]), jobs: jobs)
    let source = RowSource(layouts: Self.layouts) {
      { key, rows in rows.append(Self.row(key.experiment, key.replication)) }
    }
    var schedule = Schedule(plan, Self.layouts)
    var counts: [Int: Int] = [:]
    _ = try Runner.run(source, plan, &schedule) { rows in
      for row in rows { counts[row.experiment, default: 0] += 1 }
    }
    #expect(schedule.precision == alone)
    #expect(alone.allSatisfy { counts[$0.experiment] == $0.replications })
  }

  @Test("histories that share a draw count as draws do: more of them are needed")
  func draws() throws {
    func end(_ perDraw: Int) -> PrecisionReached {
      let plan = Self.plan(0.1, perDraw: perDraw)
      var schedule = Schedule(plan, Self.layouts)
      while let next = schedule.next {
        let draw = plan.draw(of: next.replication)
        // Alike within a draw.
        let value = Self.row(1, draw).outcomes[1]
        schedule.add(
          ReplicationRow(replication: next.replication, draw: draw, outcomes: [0, value, 3]))
      }
      return schedule.precision[0]
    }
    #expect(end(8).replications >= 6 * end(1).replications)
  }

  /// 5 in one future of twenty, else nothing: a mean of 0.25.
  private static func rare(_ run: Int, _ replication: Int) -> Double {
    Fake.noise(1_000_003 * run + replication, 9) < 0.05 ? 5 : 0
  }

  @Test("stopped intervals cover the true mean about as often as they say, in 800 runs")
  func coverage() {
    var (covered, hasty) = (0, 0)
    let runs = 800
    for run in 1...runs {
      var values: [Double] = []
      var schedule = Schedule(Self.plan(0.06), Self.layouts)
      while let next = schedule.next {
        values.append(Self.rare(run, next.replication))
        schedule.add(
          ReplicationRow(
            replication: next.replication, draw: next.replication,
            outcomes: [0, values[values.count - 1], 3]))
      }
      if Self.covers(values[...]) { covered += 1 }
      if Self.covers(Self.hasty(values)) { hasty += 1 }
    }
    // Binomial: 0.0077 for one standard deviation at 0.95.
    let share = Double(covered) / Double(runs)
    #expect(share > 0.925 && share < 0.975, "\(share) of \(runs) runs")
    // The same test must see a rule that looks too early and too often.
    #expect(Double(hasty) / Double(runs) < 0.8, "\(hasty) of \(runs) runs")
  }

  /// The beginning at which a rule stops that looks after every replication from the tenth on.
  private static func hasty(_ values: [Double]) -> ArraySlice<Double> {
    var moments = Moments()
    for (index, value) in values.enumerated() {
      moments.add(value)
      guard index >= 9, let mean = moments.mean, let sd = moments.standardDeviation,
        let ends = Intervals.studentT(mean: mean, sd: sd, n: index + 1, level: 0.95)
      else { continue }
      if (ends.high - ends.low) / 2 <= max(0.06 * mean, 0.05) { return values[...index] }
    }
    return values[...]
  }

  private static func covers(_ values: ArraySlice<Double>) -> Bool {
    var moments = Moments()
    for value in values { moments.add(value) }
    let ends = Intervals.studentT(
      mean: moments.mean!, sd: moments.standardDeviation!, n: values.count, level: 0.95)!
    return ends.low <= 0.25 && 0.25 <= ends.high
  }
}
