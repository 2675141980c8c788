import Testing

@Suite("What libraries may not do")
struct ForbiddenTests {
  @Test("No library reads clocks or the environment, draws unaddressed chance, speaks or exits")
  func libraries() {
    #expect(SourceTree.libraries.count > 100)
    for module in SourceTree.table.libraries.sorted() {
      let files = SourceTree.libraries.filter { $0.module == module }
      let own = Forbidden.mathematics.filter { name in
        files.contains { $0.declares(function: name) }
      }
      for file in files {
        for finding in Forbidden.findings(in: file, own: own) { Issue.record("\(finding)") }
      }
    }
  }

  @Test("Only the two modules of the event loop are inlined into others")
  func inlining() {
    for file in SourceTree.sources where !["Stochastics", "DiscreteEvents"].contains(file.module) {
      for attribute in ["@inlinable", "@usableFromInline"] {
        for line in file.lines(of: attribute) {
          Issue.record("\(file.finding(line: line, "\(attribute) in \(file.module)"))")
        }
      }
    }
  }

  static let cases: [(code: String, findings: Int)] = [
    ("let now = Date()", 1),
    ("let date = CivilDate()", 0),
    ("let one = Double.random(in: 0...1)", 1),
    ("let one = Int.random( in: 0...1, using: &stream)", 1),
    ("let name = ProcessInfo.processInfo.hostName", 1),
    ("print(1)", 1),
    ("Swift.print(1)", 1),
    ("page.print(1)", 0),
    ("func print(_ page: Int) {}", 0),
    ("// print(1)\n/* exit(0) /* Date() */ */", 0),
    ("let text = \"print(1)\"", 0),
    ("let text = \"\\(getenv(name))\"", 1),
    ("if isDone { exit(0) }", 1),
    ("let x = log(2)", 1),
    ("let x = Foundation.log (2) + powf(1, 2)", 2),
    ("let x = Elementary.log(2) + x.squareRoot()", 0),
    ("let log = tables.log", 0),
    ("let h = key.hashValue", 1),
    ("func hash(into hasher: inout Hasher) {}", 0),
  ]

  @Test("What a library may not do is found", arguments: cases)
  func finds(code: String, findings: Int) {
    let found = Forbidden.findings(in: SwiftFile(path: "Sources/Module/File.swift", text: code))
    #expect(found.count == findings, "\(code): \(found)")
  }

  @Test("A module that writes its own logarithm may call it")
  func ownFunctions() {
    let file = SwiftFile(path: "Sources/Module/File.swift", text: "let x = log(2) + exp(1)")
    #expect(Forbidden.findings(in: file, own: ["log"]).map(\.line) == [1])
  }
}
