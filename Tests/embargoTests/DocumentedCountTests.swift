import Foundation
import JSON5
import Testing

@Suite("Counts of evidence in the articles") struct DocumentedCountTests {
  private static let grades = ["published", "seed", "recalled", "assumed"]

  /// A number of the June scenario, as `list parameters` gives it.
  private struct Number {
    let group: String
    let evidence: String
    let isUncertain: Bool
  }

  private static func numbers() throws -> [Number] {
    let listed = try Embargo()("list", "parameters", Embargo.directive, "--format", "json")
    let objects = try #require(
      JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]])
    return objects.compactMap { object in
      guard let address = object["address"] as? String,
        let evidence = object["evidence"] as? String, !evidence.isEmpty
      else { return nil }
      return Number(
        group: String(address.prefix { $0 != "." }), evidence: evidence,
        isUncertain: "\(object["low"] ?? "")" != "\(object["high"] ?? "")")
    }
  }

  private static func lines(of name: String) throws -> [[String]] {
    let path = Embargo.scenarios + "/../Sources/Experiments/Experiments.docc/" + name
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }

  @Test("The table of groups has what the program lists")
  func groups() throws {
    let numbers = try Self.numbers()
    var told: Set<String> = []
    for cells in try Self.lines(of: "LimitsAndMisuse.md") where cells.count == 5 {
      let names = cells[0].matches(of: /`([a-z]+)`/).map { String($0.output.1) }
      let isAll = cells[0] == "all"
      guard isAll || !names.isEmpty else { continue }
      told.formUnion(names)
      for (grade, cell) in zip(Self.grades, cells.dropFirst()) {
        let count = numbers.count {
          $0.evidence == grade && (isAll || names.contains($0.group))
        }
        #expect(cell == (count == 0 ? "" : "\(count)"), "\(cells[0]), \(grade)")
      }
    }
    #expect(told == Set(numbers.map(\.group)))
  }

  @Test("The report of the study counts grades as the program does")
  func study() throws {
    let numbers = try Self.numbers()
    var rows = 0
    for cells in try Self.lines(of: "StressDES.md") where cells.count == 3 {
      guard let grade = Self.grades.first(where: { cells[0].hasPrefix("`\($0)`") }) else {
        continue
      }
      rows += 1
      #expect(cells[1] == "\(numbers.count { $0.evidence == grade })", "\(grade)")
      #expect(
        cells[2] == "\(numbers.count { $0.evidence == grade && $0.isUncertain })", "\(grade)")
    }
    #expect(rows == 4)
  }
}
