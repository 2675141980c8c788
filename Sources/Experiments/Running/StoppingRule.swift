import RegulatoryWorld
import Stochastics

/// The rows of one experiment so far, as far as its goal of precision asks about them.
struct StoppingRule {
  private let goal: PrecisionGoal
  private let layout: RowLayout
  private let most: Int
  private var cells: [Cell]
  private var replications = 0
  private var draw = 0
  private var asked: PrecisionReached.Cell?
  /// How many replications there are at the next look.
  private(set) var nextLook: Int

  /// What is gathered of one outcome under one acting regime.
  private struct Cell {
    let regime: Int
    let column: Int
    let reader: ColumnReader
    var moments = Moments()
    var draws: DrawMeans?
  }

  /// - Parameter most: replications at which the experiment stops in any case.
  init(_ goal: PrecisionGoal, _ layout: RowLayout, perDraw: Int, most: Int) {
    self.goal = goal
    self.layout = layout
    self.most = most
    nextLook = min(PrecisionGoal.firstLook, most)
    let columns = goal.outcomes.map { id in
      guard let column = layout.outcomes.firstIndex(where: { $0.id == id }) else {
        preconditionFailure("there is no outcome \(id)")
      }
      return column
    }
    cells = layout.regimes.indices.dropFirst().flatMap { regime in
      columns.map { column in
        Cell(
          regime: regime, column: column, reader: ColumnReader(layout, column),
          draws: perDraw > 1 ? DrawMeans() : nil)
      }
    }
  }

  mutating func add(_ row: ReplicationRow) {
    replications += 1
    if row.draw != draw { for index in cells.indices { cells[index].draws?.closeDraw() } }
    draw = row.draw
    guard row.failure == nil else { return }
    for index in cells.indices {
      let cell = cells[index]
      let start = cell.regime * layout.outcomes.count
      let value = cell.reader.read(row.outcomes, cell.column, from: start).counted
      guard !value.isNaN else { continue }
      cells[index].moments.add(value)
      cells[index].draws?.add(value)
    }
  }

  /// Looks, if this is the time to; says how it ended if nothing more is to be done.
  mutating func look(experiment: Int) -> PrecisionReached? {
    guard replications == nextLook else { return nil }
    let widest = widest()
    let isEnough = widest.map { $0.halfWidth <= $0.allowed } ?? true
    if isEnough || replications == most {
      return PrecisionReached(
        experiment: experiment, replications: replications, widest: widest, asked: asked)
    }
    asked = widest
    nextLook = min(PrecisionGoal.look(after: replications), most)
    return nil
  }

  /// The interval that is widest for its limit; an outcome without values asks for nothing.
  private func widest() -> PrecisionReached.Cell? {
    var widest: (cell: PrecisionReached.Cell, excess: Double)?
    for cell in cells {
      guard let mean = cell.moments.mean else { continue }
      var draws = cell.draws
      draws?.closeDraw()
      let ends = ConfidenceInterval.mean(cell.moments, draws)
      // One value, or one draw, says nothing of its spread.
      let halfWidth = ends.low.isNaN ? .infinity : (ends.high - ends.low) / 2
      let allowed = goal.allowed(for: mean)
      if widest.map({ halfWidth / allowed > $0.excess }) ?? true {
        let found = PrecisionReached.Cell(
          regime: layout.regimes[cell.regime], outcome: layout.outcomes[cell.column].id,
          halfWidth: halfWidth, allowed: allowed)
        widest = (found, halfWidth / allowed)
      }
    }
    return widest?.cell
  }
}
