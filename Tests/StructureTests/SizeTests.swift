import Testing

@Suite("Sizes")
struct SizeTests {
  @Test("No file, line or function is longer than the house allows")
  func sizes() {
    let package = SwiftFile(path: "Package.swift", text: SourceTree.text(of: "Package.swift"))
    for file in SourceTree.sources + SourceTree.tests + [package] {
      #expect(!file.text.isEmpty, "\(file.path) is empty or not UTF-8")
      for finding in file.sizeFindings { Issue.record("\(finding)") }
    }
  }

  @Test("Braces balance in every file, so that functions are measured where they end")
  func balance() {
    for file in SourceTree.sources + SourceTree.tests {
      let open = file.tokens.count { $0.text == "{" }
      #expect(open == file.tokens.count { $0.text == "}" }, "\(file.path)")
    }
    #expect(SourceTree.sources.map(\.functions.count).reduce(0, +) > 500)
  }

  static let extents: [(code: String, extents: [String])] = [
    ("func a() {\n}\n", ["a 1-2"]),
    ("func a(\n  b: Int = { 1 }()\n) {\n  if true { }\n}\nfunc c() {}", ["a 1-5", "c 6-6"]),
    ("protocol P {\n  func a()\n  var b: Int { get }\n}\nfunc c() {\n}", ["b 3-3", "c 5-6"]),
    ("init(a: Int) {\n  self.init()\n}", ["init 1-3"]),
    ("var a: Int\nvar b: [Int] = .init()\nstruct C {\n}", []),
    ("func a() {\n  let text = \"{\"\n  // {\n}", ["a 1-4"]),
    ("func a() {\n  \"\"\"\n  }\n  \\(b { 1 }) \"quoted\"\n  \"\"\"\n}", ["a 1-6"]),
    ("var a: [Int] {\n  [\n1, 2\n]\n}", []),
    ("var a: [Int] {\n  [f(1)]\n}", ["a 1-3"]),
    ("func a() {\n  #\"\\(}\"\\#(b)}\"#\n}", ["a 1-3"]),
  ]

  @Test("Functions are found with their first and last line", arguments: extents)
  func functionExtents(code: String, extents: [String]) {
    let file = SwiftFile(path: "Sources/Module/File.swift", text: code)
    #expect(file.functions.map { "\($0.name) \($0.firstLine)-\($0.lastLine)" } == extents)
  }

  static let limits: [(lines: Int, columns: Int, function: Int, findings: Int)] = [
    (400, 100, 60, 0), (401, 100, 60, 1), (400, 101, 60, 1), (400, 100, 61, 1), (401, 101, 61, 3),
  ]

  @Test("What is one too long is found, and what just fits is not", arguments: limits)
  func findsExcess(lines: Int, columns: Int, function: Int, findings: Int) {
    let rest = String(repeating: "\n", count: lines - function)
    let text =
      "func a() {" + String(repeating: "\n", count: function - 1) + "} // "
      + String(repeating: "é", count: columns - 5) + "\n" + rest
    let file = SwiftFile(path: "Sources/Module/File.swift", text: text)
    #expect(file.sizeFindings.count == findings)
  }
}
