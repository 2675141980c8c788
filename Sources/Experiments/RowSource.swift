import RegulatoryWorld
import Scenarios

/// Where rows come from: a layout, and a way to make one worker for each thread.
public struct RowSource: Sendable {
  /// Simulates one replication and appends its row.
  ///
  /// Called from one thread, with any numbers in any order; the rows that are there already are
  /// none of its business.
  public typealias Worker = (_ replication: Int, _ rows: inout RowBlock) -> Void

  /// What the rows hold.
  public let layout: RowLayout
  let makeWorker: @Sendable () -> Worker

  /// A source of one's own; the row of a replication must depend on its number alone.
  public init(layout: RowLayout, makeWorker: @escaping @Sendable () -> Worker) {
    self.layout = layout
    self.makeWorker = makeWorker
  }

  /// The replications of `plan` in `study`.
  public init(_ study: Study, _ plan: RunPlan) {
    let columns = StudyColumns(study)
    self.init(layout: columns.layout) {
      let worker = StudyWorker(study, plan, columns)
      return { worker.append($0, to: &$1) }
    }
  }
}

/// The layout of a study's rows, and where in a draw the columns' values stand.
struct StudyColumns: Sendable {
  let layout: RowLayout
  let drawnIndices: [Int]

  init(_ study: Study) {
    var parameters: [DrawnParameter] = []
    var indices: [Int] = []
    for (index, entry) in study.scenario.parameters.entries.enumerated() where entry.isUncertain {
      indices.append(index)
      parameters.append(DrawnParameter(entry))
    }
    drawnIndices = indices
    layout = RowLayout(
      regimes: study.regimes, outcomes: study.outcomes, parameters: parameters,
      series: study.timelineSeries, days: study.timelineDays, horizon: study.horizon)
  }
}

extension DrawnParameter {
  init(_ entry: ParameterEntry) {
    self.init(
      address: entry.address, unit: entry.quantity.unit, meaning: entry.meaning,
      evidence: entry.evidence?.rawValue ?? "", source: entry.source ?? "")
  }
}

/// One thread's replicator, with the draw it last lived in.
private final class StudyWorker {
  private let study: Study
  private let plan: RunPlan
  private let columns: StudyColumns
  private var replicator: Replicator
  private var lastDraw: (number: Int, draw: Draw, columns: [Double])?

  init(_ study: Study, _ plan: RunPlan, _ columns: StudyColumns) {
    self.study = study
    self.plan = plan
    self.columns = columns
    replicator = Replicator(study)
  }

  func append(_ replication: Int, to rows: inout RowBlock) {
    let number = plan.draw(of: replication)
    let (draw, parameters) = drawn(number)
    do {
      let result = try replicator.run(
        replication: replication, draw: draw, seed: plan.seed,
        timeline: replication <= plan.timelineReplications)
      try requireFinite(result)
      rows.append(
        replication: replication, draw: number, parameters: parameters,
        outcomes: result.outcomes, timeline: result.timeline)
    } catch {
      rows.append(
        replication: replication, draw: number, parameters: parameters, outcomes: [],
        failure: "\(error)")
    }
  }

  private func drawn(_ number: Int) -> (draw: Draw, columns: [Double]) {
    if let last = lastDraw, last.number == number { return (last.draw, last.columns) }
    let draw = study.draw(number, seed: plan.seed)
    let values = columns.drawnIndices.map { draw.values[$0] }
    lastDraw = (number, draw, values)
    return (draw, values)
  }

  /// An infinite outcome is a fault of the world, and would spoil every mean it entered.
  private func requireFinite(_ result: ReplicationResult) throws {
    let layout = columns.layout
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
