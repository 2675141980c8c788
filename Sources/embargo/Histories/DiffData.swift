import JSON5
import RegulatoryWorld

/// Where two histories part, for programs.
enum DiffData {
  static let columns =
    ["part", "regime"] + TraceData.columns
    + ["outcome", "unit", "value_a", "value_b", "difference"]

  /// The own lines of both, with part `first` or `after`, then every outcome, with part `outcome`.
  static func csv(_ comparison: FutureComparison) -> String {
    var rows = [columns]
    for side in comparison.sides {
      for (part, lines) in [("first", side.lines.first), ("after", side.lines.after)] {
        for line in lines {
          let empty = [String](repeating: "", count: 5)
          rows.append([part, side.regime] + TraceData.row(line, comparison.told) + empty)
        }
      }
    }
    let empty = [String](repeating: "", count: TraceData.columns.count)
    for definition in comparison.told.lived[0].definitions {
      let values = comparison.outcome(definition.id)
      let difference = definition.statistic == .category ? .nan : values.difference
      rows.append(
        ["outcome", ""] + empty
          + [
            definition.id, definition.unit, word(values.a, definition),
            word(values.b, definition), CommaSeparated.number(difference),
          ])
    }
    return CommaSeparated.lines(rows)
  }

  static func json(_ comparison: FutureComparison) -> String {
    let told = comparison.told
    let difference = comparison.difference
    let sides = comparison.sides.map { side in
      Node.object([
        ("regime", .string(side.regime)),
        ("first", .array(side.lines.first.map { TraceData.node($0, told) })),
        ("after", .array(side.lines.after.map { TraceData.node($0, told) })),
        ("outcomes", TraceData.outcomes(side.lived)),
      ])
    }
    let differences = Outcomes.registry.filter { $0.statistic != .category }.map {
      ($0.id, Node.number(comparison.outcome($0.id).difference))
    }
    let node = Node.object(
      told.members + [
        ("equal", .bool(comparison.isEqual)),
        ("common_lines", .integer(difference.common.count)),
        ("unequal_tallies", .integer(difference.unequalTallies)),
        ("parting_day", difference.day.map(Node.number) ?? .null),
        ("parting_date", difference.day.map { .string(told.date($0)) } ?? .null),
        ("sides", .array(sides)),
        ("differences", .object(differences)),
        ("note", .string(Headline.disclaimer)),
      ])
    return node.json() + "\n"
  }

  private static func word(_ value: Double, _ definition: OutcomeDefinition) -> String {
    definition.word(value) ?? CommaSeparated.number(value)
  }
}
