import Experiments
import Foundation
import Scenarios
import Testing

@Suite("Back-test of relief") struct BackTestTests {
  private static func run(
    _ cases: [HistoricalCase], replications: Int = 300, jobs: Int = 2
  ) throws -> BackTestResult? {
    try BackTest(source: History.source(), cases: cases, replications: replications)
      .run(jobs: jobs)
  }

  /// What is predicted, without what is scored.
  private struct Predicted: Equatable {
    let target: BackTestTarget
    let predictor: Predictor
    let numbers: [Double]

    init(_ row: BackTestRow) {
      target = row.target
      predictor = row.predictor
      numbers = row.quantiles + [row.neverProbability, row.restrictedMeanDays]
    }
  }

  private static func predicted(_ result: BackTestResult?, _ id: String) -> [Predicted] {
    (result?.rows ?? []).filter { $0.caseID == id }.map(Predicted.init)
  }

  @Test("What came of a case, blanked in the file, changes nothing that is predicted for it")
  func blanking() throws {
    let text = try String(contentsOfFile: History.casesPath, encoding: .utf8)
    let cases = try CaseFile.parse(text).cases
    let whole = try Self.run(cases)
    for (number, each) in cases.enumerated() {
      let blanked = try CaseFile.parse(try Self.blanking(number, in: text)).cases
      #expect(blanked[number].course == nil)
      #expect(blanked[number].circumstances == each.circumstances)
      let result = try Self.run(blanked)
      let before = Self.predicted(whole, each.id)
      #expect(before.count == 8)
      #expect(before == Self.predicted(result, each.id), "\(each.id)")
      #expect(result?.rows.filter { $0.caseID == each.id && $0.crps != nil }.isEmpty == true)
      // The others lose a case to learn from, which must show somewhere.
      let other = cases[number == 0 ? 1 : 0].id
      #expect(Self.predicted(whole, other) != Self.predicted(result, other))
    }
  }

  /// The file with every date, number and word of one case's outcome gone.
  private static func blanking(_ number: Int, in text: String) throws -> String {
    let data = Data(text.utf8)
    guard var cases = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else {
      Issue.record("the file is no list")
      return text
    }
    for key in [
      "date_partial_relief", "date_full_relief", "days_action_to_partial_relief",
      "days_action_to_full_relief", "relief_route", "course", "right_censored_full", "notes",
    ] {
      cases[number][key] = NSNull()
    }
    return String(decoding: try JSONSerialization.data(withJSONObject: cases), as: UTF8.self)
  }

  @Test("Neither the number of threads nor the order of the cases matters")
  func order() throws {
    let cases = try History.cases()
    let one = try Self.run(cases, jobs: 1)
    let three = try Self.run(cases, jobs: 3)
    #expect(one?.rows == three?.rows)
    #expect(one?.routes == three?.routes)
    let turned = try Self.run(Array(cases.reversed()))
    for each in cases {
      let pairs = zip(Self.predicted(one, each.id), Self.predicted(turned, each.id))
      for (a, b) in pairs where a.predictor == .embargo {
        for (x, y) in zip(a.numbers, b.numbers) where x.isFinite && y.isFinite {
          #expect((x - y).magnitude <= 1e-6 * max(1, x), "\(each.id)")
        }
      }
    }
  }

  @Test("Every case, target and predictor has its row, with rising percentiles")
  func rows() throws {
    let cases = try History.cases()
    let result = try #require(try Self.run(cases))
    #expect(result.rows.count == cases.count * 8)
    #expect(result.routes.count == cases.count * 2)
    #expect(result.fits.count == cases.count + 1)
    for row in result.rows {
      #expect(row.quantiles == row.quantiles.sorted())
      #expect((0...1).contains(row.neverProbability))
      #expect(row.crps != nil && row.logScore != nil)
    }
    for row in result.routes {
      #expect((row.probabilities.reduce(0, +) - 1).magnitude < 1e-9)
    }
  }

  /// What a circumstance changes in days to a relief, as means restricted to the horizon.
  @Test("What is known of a case moves what is predicted for it")
  func circumstances() throws {
    let cases = try History.cases()
    let base = try #require(cases.first { $0.id == "BIS_LICENCE_HOLD_2025" }).circumstances
    func days(
      _ target: BackTestTarget, hook: HistoricalCase.Circumstances? = nil, stops: Bool = false,
      isSued: Bool = false, effect: HistoricalCase.Effect = .letter
    ) throws -> Double {
      let known = HistoricalCase.Circumstances(
        day: base.day, trigger: "", basis: "", scope: "", response: "",
        hook: hook?.hook ?? base.hook, effect: effect, stopsPublicService: stops, isSued: isSued)
      let asked = HistoricalCase(id: "asked", circumstances: known, course: nil)
      let result = try Self.run(cases + [asked], replications: 1000)
      let row = result?.rows.first {
        $0.caseID == "asked" && $0.target == target && $0.predictor == .embargo
      }
      return try #require(row).restrictedMeanDays
    }
    let plain = try days(.full)
    #expect(try days(.full, stops: true) < 0.6 * plain)
    #expect(try days(.full, isSued: true) < plain)
    #expect(try days(.full, effect: .rule(noticeDays: 60)) > plain)
    #expect(try days(.full, effect: .proposal) == 365)
    let support = try #require(cases.first { $0.id == "HUAWEI_ENTITY_2019" }).circumstances
    #expect(try days(.full, hook: support) > plain)
  }

  /// The shipped cases as the program tests them where nothing else is said.
  private static let shipped = Result {
    try BackTest(source: History.source(), cases: try History.cases()).run(jobs: 2)
  }

  @Test("The shipped cases are predicted better than by either baseline, on both scores")
  func beatsBaselines() throws {
    let result = try #require(try Self.shipped.get())
    for target in BackTestTarget.allCases {
      let own = try #require(result.summary(target, .embargo))
      for baseline in [Predictor.lognormal, .constantHazard] {
        let other = try #require(result.summary(target, baseline))
        #expect(own.crps < other.crps, "\(target) \(baseline)")
        #expect(own.logScore < other.logScore, "\(target) \(baseline)")
      }
    }
    let own = try #require(result.brier(.embargo))
    #expect(try own < #require(result.brier(.shares)))
  }

  @Test("The article has the scores that the program gives")
  func article() throws {
    let result = try #require(try Self.shipped.get())
    let path = History.root + "/Sources/Experiments/Experiments.docc/DatedCases.md"
    let article = try String(contentsOfFile: path, encoding: .utf8)
    for target in BackTestTarget.allCases {
      let name = target == .partial ? "first relief" : "whole measure"
      for predictor in Predictor.allCases {
        let summary = try #require(result.summary(target, predictor))
        let word =
          switch predictor {
          case .embargo, .lognormal: predictor.rawValue
          case .constantHazard: "constant hazard"
          case .kindHazard: "hazard by kind"
          }
        let line = String(
          format: "| %@, %@ | %d | %.1f | %.2f | %d of %d | %d of %d | %.0f %% |", name, word,
          summary.cases, summary.crps, summary.logScore, summary.half.hits, summary.half.of,
          summary.fourFifths.hits, summary.fourFifths.of, 100 * (summary.concordance ?? .nan))
        #expect(article.contains(line), "\(line)")
      }
    }
    let brier = RoutePredictor.allCases.map { String(format: "%.2f", result.brier($0) ?? .nan) }
    #expect(
      article.contains("of \(brier[0]); that of the shares among the other cases \(brier[1])"))
    for (words, names) in try Self.kinds() {
      for target in BackTestTarget.allCases {
        let scores = Predictor.allCases.map {
          result.summary(target, $0, among: names)?.crps ?? .nan
        }
        let name = target == .partial ? "first relief" : "whole measure"
        let line = String(
          format: "| %@, %@ | %d | %.1f | %.1f | %.1f | %.1f |", words, name, names.count,
          scores[0], scores[1], scores[2], scores[3])
        #expect(article.contains(line), "\(line)")
      }
    }
    #expect(article.contains("| as shipped | " + Self.cells(result) + " |"))
    for words in Self.gains(result) { #expect(article.contains(words), "\(words)") }
  }

  /// The scores as the table of other choices has them.
  private static func cells(_ result: BackTestResult) -> String {
    BackTestTarget.allCases.flatMap { target in
      Predictor.allCases.map { predictor in
        result.summary(target, predictor)
          .map { String(format: "%.1f, %.2f", $0.crps, $0.logScore) } ?? "–"
      }
    }.joined(separator: " | ")
  }

  /// By how much the lognormal is worse, and of which case most of that is.
  private static func gains(_ result: BackTestResult) -> [String] {
    let gains = BackTestTarget.allCases.map { target -> [(id: String, days: Double)] in
      let rows = result.rows.filter { $0.target == target }
      let own = rows.filter { $0.predictor == .embargo }
      return zip(own, rows.filter { $0.predictor == .lognormal }).map {
        ($0.caseID, ($1.crps ?? .nan) - ($0.crps ?? .nan))
      }
    }
    let words = gains.map { gains -> (mean: Double, error: Double) in
      let count = Double(gains.count)
      let mean = gains.reduce(0) { $0 + $1.days } / count
      let squares = gains.reduce(0) { $0 + ($1.days - mean) * ($1.days - mean) }
      return (mean, (squares / (count - 1) / count).squareRoot())
    }
    let sum = gains[0].reduce(0) { $0 + $1.days }
    let proposal = gains[0].first { $0.id == "WASSENAAR_CYBER_2015" }?.days ?? .nan
    return [
      String(
        format: "by %.0f days of CRPS for the first relief, with a standard\n"
          + "error over the nine cases of %.0f, and by %.0f for the whole measure, with one of"
          + " %.0f.",
        words[0].mean, words[0].error, words[1].mean, words[1].error),
      String(format: "makes %.0f of the %.0f days", proposal, sum),
    ]
  }

  @Test("Without the proposal of 2015 baselines have the better CRPS of the first relief")
  func withoutProposal() throws {
    let cases = try History.cases().filter { $0.id != "WASSENAAR_CYBER_2015" }
    let result = try #require(
      try BackTest(source: History.source(), cases: cases).run(jobs: 2))
    let path = History.root + "/Sources/Experiments/Experiments.docc/DatedCases.md"
    let article = try String(contentsOfFile: path, encoding: .utf8)
    #expect(
      article.contains("| without the proposal of 2015 | " + Self.cells(result) + " |"))
  }

  /// The cases by what is known of them on the day.
  private static func kinds() throws -> [(String, Set<String>)] {
    let cases = try History.cases()
    func names(_ isOne: (HistoricalCase.Circumstances) -> Bool) -> Set<String> {
      Set(cases.filter { isOne($0.circumstances) }.map(\.id))
    }
    return [
      ("stops a public service", names { $0.stopsPublicService }),
      ("binds at once, others", names { $0.effect == .letter && !$0.stopsPublicService }),
      ("after notice, or proposed", names { $0.effect != .letter }),
    ]
  }

  @Test("A test that is cancelled has no result")
  func cancelled() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let test = try BackTest(
      source: History.source(), cases: try History.cases(), replications: 100)
    #expect(try test.run(jobs: 2, cancellation: cancellation) == nil)
  }
}
