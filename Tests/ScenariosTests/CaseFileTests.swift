import Foundation
import Scenarios
import Testing

@Suite("A file of dated cases") struct CaseFileTests {
  static let shipped = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Scenarios/history/cases.json").path

  @Test("The shipped cases are read with what was known and what came of it")
  func shippedCases() throws {
    let cases = try CaseFile.load(path: Self.shipped).cases
    #expect(cases.count == 9)
    let rusal = try #require(cases.first { $0.id == "RUSAL_SDN_2018" })
    #expect(rusal.circumstances.day == CivilDate(iso: "2018-04-06"))
    #expect(rusal.circumstances.hook == .usPerson)
    #expect(rusal.circumstances.effect == .letter)
    #expect(
      rusal.course
        == HistoricalCase.Course(
          first: HistoricalCase.Relief(days: 17, route: .collateral),
          full: HistoricalCase.Relief(days: 296, route: .negotiated), observedDays: 296))
    let shutdown = try #require(cases.first { $0.id == "TIKTOK_DARK_2025" })
    #expect(shutdown.circumstances.stopsPublicService)
    #expect(shutdown.course?.first == HistoricalCase.Relief(days: 0.6, route: .reversal))
    let antivirus = try #require(cases.first { $0.id == "KASPERSKY_ICTS_2024" })
    #expect(antivirus.circumstances.effect == .rule(noticeDays: 30))
    #expect(
      antivirus.course == HistoricalCase.Course(first: nil, full: nil, observedDays: 101))
  }

  static let sound = """
    {
      "id": "A", "date_action": "2020-01-10", "trigger": "t", "hook": "h", "scope": "s",
      "target_response": "r", "date_partial_relief": "2020-01-20",
      "circumstances": {
        "hook": "output", "effect": "letter", "stops_public_service": false, "is_sued": true
      },
      "course": { "first_route": "collateral", "observed_days": 40 }
    }
    """

  @Test("Days come from the dates where nothing finer stands")
  func datesAlone() throws {
    let cases = try CaseFile.parse("[\(Self.sound)]").cases
    #expect(cases[0].course?.first?.days == 10)
    #expect(cases[0].course?.full == nil)
    #expect(cases[0].course?.observedDays == 40)
  }

  @Test("A case whose course is left out, or null, has none")
  func blank() throws {
    let text = Self.sound.replacingOccurrences(
      of: #""course": { "first_route": "collateral", "observed_days": 40 }"#,
      with: #""course": null"#
    ).replacingOccurrences(of: #""2020-01-20""#, with: "null")
    #expect(try CaseFile.parse("[\(text)]").cases[0].course == nil)
  }

  /// What is changed in the sound case, and what is then said.
  static let wrong: [(String, String, String)] = [
    (#""effect": "letter""#, #""effect": "leter""#, "did you mean 'letter'?"),
    (#""effect": "letter""#, #""effect": "rule""#, "has no 'notice_days'"),
    (#""is_sued": true"#, #""is_sued": 1"#, "must be true or false"),
    (#""hook": "output""#, #""hook": "outputs""#, "did you mean 'output'?"),
    (#""2020-01-20""#, #""2020-01-32""#, "there is no day '2020-01-32'"),
    (#""2020-01-20""#, #""2019-12-20""#, "relief comes before the measure"),
    (
      #""date_partial_relief": "2020-01-20""#,
      #""date_partial_relief": "2020-01-20", "days_action_to_partial_relief": 12"#,
      "12.0 days, but the dates are 10.0 days apart"
    ),
    (#""first_route": "collateral", "#, "", "does not say how it came"),
    (#""observed_days": 40"#, #""observed_days": 4"#, "the record ends before the relief"),
    (
      #""date_partial_relief": "2020-01-20""#,
      #""date_partial_relief": "2020-01-20", "date_full_relief": "2020-01-15""#,
      "the whole measure ends on day 5.0, before the partial relief at day 10.0"
    ),
    (#", "observed_days": 40"#, "", "nothing says how long it did not come"),
    (#""date_partial_relief": "2020-01-20","#, "", "there is a route, but no day of relief"),
    (#""course":"#, #""cours":"#, "did you mean 'course'?"),
    (#""observed_days": 40"#, #""observed_days": -1"#, "must be a number of days, 0 or more"),
    (
      #""id": "A","#, #""id": "A", "right_censored_full": false,"#,
      "is false, but no full relief is dated"
    ),
    (#""id": "A","#, "", "has no 'id'"),
    (#""id": "A","#, #""id": "","#, "an id is one line without commas"),
    (#""id": "A","#, #""id": "A\nB","#, "an id is one line without commas"),
  ]

  @Test("A wrong case is told with its place and what would be right", arguments: wrong)
  func wrongCases(old: String, new: String, message: String) {
    #expect(Self.sound.contains(old))
    let text = "[\n\(Self.sound.replacingOccurrences(of: old, with: new))\n]"
    do {
      _ = try CaseFile.parse(text, name: "mine.json")
      Issue.record("\(new) is taken")
    } catch {
      #expect(error.rendered().contains(message), "\(error.rendered())")
      #expect(error.rendered().contains("mine.json:"))
    }
  }

  @Test("Two problems are told at once, and two cases of one name are one")
  func several() {
    let second = Self.sound.replacingOccurrences(of: #""is_sued": true"#, with: #""is_sued": 2"#)
    do {
      _ = try CaseFile.parse("[\(Self.sound), \(second)]")
      Issue.record("both are taken")
    } catch {
      #expect(error.problems.count == 2, "\(error.rendered())")
      #expect(error.rendered().contains("the id 'A' stands twice"))
    }
  }

  @Test("A record that ends before the whole measure does is refused, one that ends with it not")
  func recordTooShort() throws {
    func text(_ observed: Int) -> String {
      Self.sound.replacingOccurrences(
        of: #""course": { "first_route": "collateral", "observed_days": 40 }"#,
        with: #""date_full_relief": "2020-03-10", "course": { "first_route": "collateral","#
          + #" "full_route": "negotiated", "observed_days": \#(observed) }"#)
    }
    #expect(try CaseFile.parse("[\(text(60))]").cases[0].course?.full?.days == 60)
    do {
      _ = try CaseFile.parse("[\(text(40))]")
      Issue.record("the record is taken")
    } catch {
      #expect(error.rendered().contains("the record ends before the relief at day 60.0"))
    }
  }

  @Test("A list without any case is refused")
  func empty() {
    do {
      _ = try CaseFile.parse("[]")
      Issue.record("nothing is taken for a case")
    } catch {
      #expect(error.rendered().contains("there is no case in the file"))
    }
  }

  @Test("What is no list is refused, and a file that is not there is missing")
  func noList() {
    #expect(throws: ProblemReport.self) { try CaseFile.parse("{}") }
    #expect(throws: ProblemReport.self) { try CaseFile.parse("[1]") }
    do {
      _ = try CaseFile.load(path: "/nowhere/cases.json")
      Issue.record("a file that is not there is read")
    } catch {
      #expect(error.isMissingFile)
    }
  }
}
