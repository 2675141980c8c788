import Testing

@Suite("Imports")
struct ImportTests {
  @Test("Every file imports what the table of Package.swift grants its module, and no more")
  func tableHolds() {
    #expect(SourceTree.sources.count > 100)
    for file in SourceTree.sources {
      for finding in file.importFindings(SourceTree.table) { Issue.record("\(finding)") }
    }
  }

  @Test("The table is read whole, and every name in it is a module of the table")
  func tableIsRead() {
    let table = SourceTree.table
    #expect(table.libraries.isSuperset(of: ["Stochastics", "RegulatoryWorld", "ResultFiles"]))
    #expect(table.imports["Stochastics"] == [])
    #expect(table.imports["DiscreteEvents"] == ["Stochastics"])
    for (module, imports) in table.imports {
      #expect(imports.isSubset(of: table.libraries.subtracting([module])), "\(module)")
    }
  }

  @Test("Nothing comes from outside this package and the toolchain")
  func noThirdParty() {
    let package = SwiftFile(path: "Package.swift", text: SourceTree.text(of: "Package.swift"))
    #expect(!package.tokens.isEmpty)
    #expect(package.lines(of: ".package(").isEmpty)
    #expect(package.lines(of: ".binaryTarget(").isEmpty)
  }

  @Test("Tests see what is public, as any user does, for a release build shows no more")
  func noTestableImports() {
    for file in SourceTree.tests {
      for item in file.imports where item.isTestable {
        Issue.record("\(file.finding(line: item.line, "@testable import \(item.module)"))")
      }
    }
  }

  static let cases: [(module: String, code: String, findings: Int)] = [
    ("Stochastics", "import DiscreteEvents", 1),
    ("Stochastics", "import Foundation", 1),
    ("DiscreteEvents", "import Stochastics", 0),
    ("Scenarios", "import FoundationEssentials", 0),
    ("Scenarios", "import Foundation", 1),
    ("Scenarios", "import FoundationEssentials\n#else\nimport Foundation", 0),
    ("Scenarios", "import RegulatoryWorld", 1),
    ("RegulatoryWorld", "import struct Foundation.Date", 1),
    ("RegulatoryWorld", "public import Scenarios\n// import Foundation", 0),
    ("RegulatoryWorld", "@_exported import Scenarios", 1),
    ("ResultFiles", "@preconcurrency import Glibc\n#else\nimport Musl", 0),
    ("ResultFiles", "import Musl", 1),
    ("embargo", "import ResultFiles\nimport Dispatch", 0),
    ("embargo", "import Testing", 1),
  ]

  @Test("An import that the table does not grant is found", arguments: cases)
  func findsImports(module: String, code: String, findings: Int) {
    let file = SwiftFile(path: "Sources/\(module)/File.swift", text: code)
    #expect(file.importFindings(SourceTree.table).count == findings)
  }
}
