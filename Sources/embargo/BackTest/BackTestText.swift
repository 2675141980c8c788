import Experiments
import Scenarios

/// A back-test as people read it.
struct BackTestText {
  private let test: BackTest
  private let result: BackTestResult

  init(_ test: BackTest, _ result: BackTestResult) {
    self.test = test
    self.result = result
  }

  var text: String {
    let parts = [heading, cases, scores, kinds, routes, closing].filter { !$0.isEmpty }
    return parts.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private var heading: [String] {
    let count = Figures.counted(test.cases.count, "case")
    let ratio = Figures.plain(test.priorRatio)
    let horizon = Figures.grouped(Int(test.horizonDays))
    return [
      "Relief of orders, held against \(count) of the past",
      "\(Figures.grouped(test.replications)) histories for each, seed \(test.seed); routes fitted"
        + " to the other cases; days from the measure, to day \(horizon)",
    ] + (test.priorRatio == 1 ? [] : ["what is believed before any case: days times \(ratio)"])
  }

  // MARK: Cases

  private var cases: [String] {
    var table = TextTable([
      ("Case", .left), ("first relief", .right), ("predicted (80 %)", .estimate),
      ("whole measure", .right), ("predicted (80 %)", .estimate),
    ])
    for each in test.cases {
      let rows = BackTestTarget.allCases.map { row(each.id, $0) }
      table.add([
        each.id, seen(rows[0]), predicted(rows[0]), seen(rows[1]), predicted(rows[1]),
      ])
    }
    let lines = table.lines()
    return zip(lines.dropFirst(), test.cases).reduce(into: [lines[0]]) { text, each in
      text.append(each.0)
      text += Prose.lines(explanation(each.1), indent: 2, width: Prose.width)
    }
  }

  private func row(_ id: String, _ target: BackTestTarget) -> BackTestRow? {
    result.rows.first { $0.caseID == id && $0.target == target && $0.predictor == .embargo }
  }

  private func seen(_ row: BackTestRow?) -> String {
    guard let observed = row?.observed else { return "blank" }
    return (observed.isCensored ? "> " : "") + Figures.plain(observed.days)
  }

  private func predicted(_ row: BackTestRow?) -> String {
    guard let row else { return "–" }
    let days = row.quantiles.map { $0.isFinite ? Figures.short($0) : "never" }
    return "\(days[3]) (\(days[1]) to \(days[5]))"
  }

  /// What the prediction was made of, and by which route relief was expected.
  private func explanation(_ each: HistoricalCase) -> String {
    let known = each.circumstances
    var words = [BackTestText.words(known.effect), "hook \(known.hook.rawValue)"]
    if known.stopsPublicService { words.append("a service of the whole public stops") }
    if known.isSued { words.append("a suit") }
    let routes = result.routes.first { $0.caseID == each.id && $0.predictor == .embargo }
    let names = HistoricalCase.Route.allCases.map(\.rawValue) + ["none"]
    let expected = zip(names, routes?.probabilities ?? []).filter { $0.1 >= 0.05 }
      .sorted { $0.1 > $1.1 }
      .map { "\($0.0) \(Figures.fixed(100 * $0.1, decimals: 0)) %" }
    let came = routes?.seen.map { ", seen: \(names[$0])" } ?? ""
    return words.joined(separator: ", ") + "; first relief expected by "
      + expected.joined(separator: ", ") + came
  }

  private static func words(_ effect: HistoricalCase.Effect) -> String {
    switch effect {
    case .letter: "binds at once"
    case .rule(let days): "binds after \(Figures.plain(days)) days"
    case .proposal: "proposed"
    }
  }

  // MARK: Scores

  private var scores: [String] {
    var table = TextTable([
      ("Scores", .left), ("", .left), ("cases", .right), ("CRPS, days", .right),
      ("log score", .right), ("in 50 %", .right), ("in 80 %", .right), ("order kept", .right),
    ])
    for target in BackTestTarget.allCases {
      for predictor in Predictor.allCases {
        guard let summary = result.summary(target, predictor) else { continue }
        table.add([
          predictor == .embargo ? BackTestText.words(target) : "",
          BackTestText.words(predictor), "\(summary.cases)",
          Figures.fixed(summary.crps, decimals: 1), Figures.fixed(summary.logScore, decimals: 2),
          "\(summary.half.hits) of \(summary.half.of)",
          "\(summary.fourFifths.hits) of \(summary.fourFifths.of)",
          summary.concordance.map { Figures.fixed(100 * $0, decimals: 0) + " %" } ?? "–",
        ])
      }
    }
    let lines = table.lines()
    return lines.count > 1 ? lines : []
  }

  /// The same, for kinds of cases apart: what is gained where.
  private var kinds: [String] {
    var table = TextTable([
      ("CRPS by kind of case, days", .left), ("cases", .right), ("", .left), ("embargo", .right),
      ("lognormal", .right), ("hazard", .right), ("by kind", .right),
    ])
    for kind in CaseKind.allCases {
      let names = Set(test.cases.filter { CaseKind($0.circumstances) == kind }.map(\.id))
      for target in BackTestTarget.allCases {
        let means = Predictor.allCases.map { result.summary(target, $0, among: names) }
        guard let count = means[0]?.cases else { continue }
        table.add(
          [
            target == .partial ? kind.words : "", target == .partial ? "\(count)" : "",
            BackTestText.words(target),
            // A mean over fewer cases, as where nothing could be fitted, compares with nothing.
          ]
            + means.map { mean in
              guard let mean, mean.cases == count else { return "–" }
              return Figures.fixed(mean.crps, decimals: 1)
            })
      }
    }
    let lines = table.lines()
    return lines.count > 1 ? lines : []
  }

  private var routes: [String] {
    let scores = RoutePredictor.allCases.map { result.brier($0) }
    guard let own = scores[0] else { return [] }
    let other = scores[1].map {
      ", shares among the other cases " + Figures.fixed($0, decimals: 2)
    }
    return [
      "Route of the first relief, Brier score (0 to 2): embargo "
        + Figures.fixed(own, decimals: 2) + (other ?? "")
    ]
  }

  private var closing: [String] {
    [
      "Lower scores are better. In 50 % and in 80 %: cases within that interval, of those where it",
      "can be known. Order kept: pairs of cases predicted in their order, half by chance. Hazard",
      "by kind: told no more than which of the three kinds a case is of.",
      "The kinds of circumstances and of routes were chosen with all cases in view; leaving one",
      "out corrects the fit for that, not the choice. Model estimates; not legal advice.",
    ]
  }

  private static func words(_ target: BackTestTarget) -> String {
    switch target {
    case .partial: "first relief"
    case .full: "whole measure"
    }
  }

  private static func words(_ predictor: Predictor) -> String {
    switch predictor {
    case .embargo: "embargo"
    case .lognormal: "lognormal"
    case .constantHazard: "constant hazard"
    case .kindHazard: "hazard by kind"
    }
  }
}

extension CaseKind {
  fileprivate var words: String {
    switch self {
    case .publicService: "stops a service of the whole public"
    case .letter: "binds at once, others"
    case .notice: "binds after notice, or is proposed"
    }
  }
}
