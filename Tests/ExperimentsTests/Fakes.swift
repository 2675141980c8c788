import Dispatch
import Experiments
import RegulatoryWorld
import Synchronization

/// Short words for the parts of layouts and rows that tests make by hand.
enum Fake {
  static func outcome(
    _ id: String, unit: String = "", sign: OutcomeDefinition.Sign = .higherIsWorse,
    _ statistic: OutcomeDefinition.Statistic = .mean, level: String? = nil
  ) -> OutcomeDefinition {
    OutcomeDefinition(
      id: id, unit: unit, meaning: id, sign: sign, statistic: statistic, level: level,
      paired: true)
  }

  static func layout(
    _ outcomes: [OutcomeDefinition], regimes: [String] = ["none", "a"], horizon: Double = 100,
    series: [String] = [], days: [Double] = []
  ) -> RowLayout {
    RowLayout(
      regimes: regimes, outcomes: outcomes,
      series: series.map { TimelineSeries(id: $0, unit: "", meaning: $0) }, days: days,
      horizon: horizon)
  }

  /// The answer to rows given as one list of values each, `perDraw` to a draw.
  static func answer(
    _ layout: RowLayout, perDraw: Int = 1, _ rows: [[Double]], timelines: [[Double]] = []
  ) -> Answer {
    var tabulation = Tabulation(layout, perDraw: perDraw)
    for (index, values) in rows.enumerated() {
      tabulation.add(
        ReplicationRow(
          replication: index + 1, draw: index / perDraw + 1, outcomes: values,
          timeline: index < timelines.count ? timelines[index] : []))
    }
    return tabulation.answer()
  }

  /// A number from 0 to 1 that depends on its two arguments in no simple way.
  static func noise(_ a: Int, _ b: Int) -> Double {
    var x = UInt64(a) &* 0x9e37_79b9_7f4a_7c15 &+ UInt64(b) &* 0xd1b5_4a32_d192_ed03
    x = (x ^ x >> 32) &* 0xbea2_25f9_eb34_556d
    x = (x ^ x >> 29) &* 0xbea2_25f9_eb34_556d
    return Double((x ^ x >> 32) >> 11) / 9_007_199_254_740_992
  }

  /// Three regimes with an outcome of every kind; every 50th replication fails.
  static let world = layout(
    [
      outcome("cost_usd", unit: "USD", level: "cost_level_usd"),
      outcome("cost_level_usd", unit: "USD", sign: .neutral),
      outcome("net_harm", .proportion),
      outcome("days_to_relief", unit: "days", .timeToEvent),
      outcome("relief_route", sign: .neutral, .category),
    ], regimes: ["none", "a", "b"], series: ["open"], days: [0, 7])

  static func row(_ replication: Int, _ plan: RunPlan) -> ReplicationRow {
    let draw = plan.draw(of: replication)
    if replication % 50 == 0 {
      return ReplicationRow(
        replication: replication, draw: draw, outcomes: [], failure: "no \(replication)")
    }
    let values = (0..<3).flatMap { regime -> [Double] in
      let u = noise(replication, 7), v = noise(replication, regime)
      let level = 100 * u + 10 * v + 5 * noise(draw, 3)
      return [
        Double(regime) * level / 3, level, v > 0.5 ? 1 : 0, v > 0.7 ? .nan : 80 * v,
        v > 0.9 ? .nan : (3 * v).rounded(),
      ]
    }
    let timeline =
      replication <= plan.timelineReplications ? (0..<6).map { noise(replication, $0) } : []
    return ReplicationRow(
      replication: replication, draw: draw, outcomes: values, timeline: timeline)
  }

  /// A source of ``row(_:_:)`` whose workers take `pause` microseconds for a replication.
  static func source(
    _ plan: RunPlan, pause: @escaping @Sendable (Int) -> Int = { _ in 0 }
  ) -> RowSource {
    RowSource(layouts: RowLayouts(world)) {
      { key, rows in
        wait(microseconds: pause(key.replication))
        rows.append(row(key.replication, plan))
      }
    }
  }

  /// A source whose rows differ between experiments too.
  static func sweep(_ plan: RunPlan) -> RowSource {
    RowSource(layouts: RowLayouts(world)) {
      { key, rows in
        let row = row(1000 * key.experiment + key.replication, plan)
        rows.append(
          experiment: key.experiment, replication: key.replication,
          draw: plan.draw(of: key.replication), outcomes: Array(row.outcomes),
          failure: row.failure)
      }
    }
  }

  static func wait(microseconds: Int) {
    guard microseconds > 0 else { return }
    let never = DispatchSemaphore(value: 0)
    _ = never.wait(timeout: .now() + .microseconds(microseconds))
  }
}

/// Whether two numbers differ by no more than rounding; NaN equals NaN.
func close(_ a: Double, _ b: Double) -> Bool {
  a.isNaN && b.isNaN || abs(a - b) <= 1e-9 * max(1, abs(b))
}
