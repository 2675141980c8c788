import RegulatoryWorld
import Scenarios

/// One thread's study, with the experiment and the draw it last lived in.
final class SweepWorker {
  private let sweep: Sweep
  private let plan: RunPlan
  private var prepared: PreparedStudy?
  private var experiment = 0
  private var layout: RowLayout
  private var seed: UInt64
  private var drawn: (number: Int, draw: Draw, columns: [Double])?

  init(_ sweep: Sweep, _ plan: RunPlan) {
    self.sweep = sweep
    self.plan = plan
    layout = sweep.layouts.first
    seed = plan.seed
  }

  func append(_ key: RowKey, to rows: inout RowBlock) {
    if key.experiment != experiment { turn(to: key.experiment) }
    let number = plan.draw(of: key.replication)
    if drawn?.number != number { drawAnew(number) }
    guard let prepared, let drawn else { preconditionFailure("a worker draws, then simulates") }
    do {
      let result = try prepared.replicator.run(
        replication: key.replication, draw: drawn.draw, seed: seed,
        timeline: key.replication <= plan.timelineReplications)
      try requireFinite(result)
      rows.append(
        experiment: key.experiment, replication: key.replication, draw: number,
        parameters: drawn.columns, outcomes: result.outcomes, timeline: result.timeline)
    } catch {
      rows.append(
        experiment: key.experiment, replication: key.replication, draw: number,
        parameters: drawn.columns, outcomes: [], failure: "\(error)")
    }
  }

  private func turn(to experiment: Int) {
    prepared = sweep.prepared(experiment, after: prepared)
    layout = sweep.layouts[experiment]
    seed = sweep.seed(of: experiment) ?? plan.seed
    self.experiment = experiment
    drawn = nil
  }

  private func drawAnew(_ number: Int) {
    guard let prepared else { preconditionFailure("a worker turns, then draws") }
    var draw = prepared.study.draw(number, seed: seed)
    for (pin, value) in zip(prepared.pins, sweep.design.values(of: experiment)) {
      if let pin { draw.values[pin] = value }
    }
    drawn = (number, draw, prepared.columns.map { $0.map { draw.values[$0] } ?? .nan })
  }

  /// An infinite outcome is a fault of the world, and would spoil every mean it entered.
  private func requireFinite(_ result: ReplicationResult) throws {
    precondition(result.outcomes.count == layout.outcomeCount)
    precondition(result.timeline.isEmpty || result.timeline.count == layout.timelineCount)
    if let index = result.outcomes.firstIndex(where: \.isInfinite) {
      throw InfiniteOutcome(
        outcome: layout.outcomes[index % layout.outcomes.count].id,
        regime: layout.regimes[index / layout.outcomes.count])
    }
  }
}

private struct InfiniteOutcome: Error, CustomStringConvertible {
  let outcome: String
  let regime: String
  var description: String { "\(outcome) is infinite under regime \(regime)" }
}

extension DrawnParameter {
  init(_ entry: ParameterEntry) {
    self.init(
      address: entry.address, unit: entry.quantity.unit, meaning: entry.meaning,
      evidence: entry.evidence?.rawValue ?? "", source: entry.source ?? "")
  }
}
