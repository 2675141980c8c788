import JSON5
import RegulatoryWorld
import Scenarios

/// One future lived through, with what it is one of, for any way of telling it.
struct ToldFuture {
  /// As they were asked for.
  let regimes: [String]
  /// One for each of them.
  let lived: [LivedHistory]
  let sides: Sides
  private let request: HistoryRequest

  init(_ request: HistoryRequest, _ regimes: [String]) {
    self.regimes = regimes
    self.request = request
    lived = request.lived(under: regimes)
    sides = Sides(request.scenario)
  }

  /// The date of a day.
  func date(_ day: Double) -> String {
    "\(request.scenario.startDate.adding(days: Int(day.rounded(.down))))"
  }

  /// What the text begins with.
  func heading(_ what: String) -> [String] {
    let draw = request.draw == request.replication ? "" : ", draw \(request.draw)"
    return [
      request.scenario.title,
      "\(what): replication \(request.replication)\(draw), seed \(request.scenario.seed),"
        + " \(Figures.plain(request.scenario.horizonDays)) days from \(date(0))",
    ] + request.changes.map { "Changed: \($0)" }
  }

  /// What JSON begins with.
  var members: [(String, Node)] {
    [
      ("scenario", .string(request.scenario.name)),
      ("title", .string(request.scenario.title)),
      ("start_date", .string(date(0))),
      ("horizon_days", .number(request.scenario.horizonDays)),
      ("seed", .integer(Int(request.scenario.seed))),
      ("replication", .integer(request.replication)),
      ("draw", .integer(request.draw)),
    ]
  }
}
