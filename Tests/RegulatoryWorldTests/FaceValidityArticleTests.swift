import Foundation
import Testing

@Suite("The article on face validity says what is tested")
struct FaceValidityArticleTests {
  /// The article, line by line.
  static func lines() throws -> [String] {
    let path = "/Sources/RegulatoryWorld/RegulatoryWorld.docc/FaceValidity.md"
    let text = try String(contentsOfFile: Question.root + path, encoding: .utf8)
    return text.split(separator: "\n").map(String.init)
  }

  static let rows =
    ExtremeTable.rows.map(\.row) + MonotoneTable.rows.map(\.row) + FactTable.rows.map(\.row)

  @Test("Its tables have the rows that are tested, and no others")
  func rowsAgree() throws {
    let lines = try FaceValidityArticleTests.lines().filter { $0.hasPrefix("| ") }
    for row in FaceValidityArticleTests.rows where !lines.contains(row) {
      Issue.record("the article lacks this row:\n\(row)")
    }
    // Beside them four headings and what it refers to in other suites.
    let others = lines.count { !FaceValidityArticleTests.rows.contains($0) }
    #expect(others == 4 + FaceValidityArticleTests.elsewhere.count)
    #expect(Set(FaceValidityArticleTests.rows).count == FaceValidityArticleTests.rows.count)
  }

  /// Extreme conditions that other suites test, as the article names them.
  static let elsewhere = [
    "nothingIfLiftedAtOnce", "nothingWithAnEqualSubstitute", "nothingBesideListedUsers",
    "nothingFromWeightsAtHome", "samePhaseInTheDark", "nothingWhereNobodyIsForeign",
    "nothingBeforeNoticeEnds", "nothingDeniedWithoutBypass", "displacedPoolsSettle",
    "lossOfAnAffectedDefender", "isLivedThrough", "endsOfDistributions",
  ]

  @Test("Tests that it refers to are there")
  func testsExist() throws {
    let folder = Question.root + "/Tests/RegulatoryWorldTests"
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    let code = try files.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOfFile: folder + "/" + $0, encoding: .utf8)
    }.joined()
    let lines = try FaceValidityArticleTests.lines()
    for test in FaceValidityArticleTests.elsewhere {
      #expect(code.contains("func \(test)("), "\(test)")
      #expect(lines.contains { $0.hasPrefix("| ") && $0.contains("/\(test)`") }, "\(test)")
    }
  }

  @Test("It says how many figures agree, miss and are not compared")
  func countsAgree() throws {
    let text = try FaceValidityArticleTests.lines().joined(separator: " ")
    func count(_ verdict: StylisedFact.Verdict) -> Int {
      FactTable.rows.count { $0.verdict == verdict }
    }
    let agreeing = FactTable.rows.filter { $0.verdict == .agrees }
    let own = agreeing.count { $0.origin == .output }
    let words =
      "Of \(FactTable.rows.count) figures \(count(.agrees)) agree, \(own) of them as outputs;"
      + " \(count(.misses)) miss, and \(count(.differs)) are not compared."
    #expect(text.contains(words), "the article should say: \(words)")
  }
}
