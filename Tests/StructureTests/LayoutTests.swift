import Testing

@Suite("Layout")
struct LayoutTests {
  @Test("The top level holds the names of the house, and dot files")
  func topLevel() {
    let allowed: Set = [
      "Package.swift", "README.md", "Results", "Scenarios", "Scripts", "Sources", "Tests",
    ]
    let names = SourceTree.names(in: "").filter { !$0.hasPrefix(".") }
    #expect(names.contains("Package.swift"))
    #expect(Set(names).subtracting(allowed).sorted() == [])
  }

  @Test("Sources and Tests hold the modules of the table, one folder each")
  func modules() {
    let libraries = SourceTree.table.libraries
    let folders = { SourceTree.names(in: $0).filter { !$0.hasPrefix(".") } }
    #expect(Set(folders("Sources")) == libraries.union([ModuleTable.program]))
    let tests = libraries.union([ModuleTable.program, "Structure"]).map { $0 + "Tests" }
    #expect(Set(folders("Tests")) == Set(tests))
  }

  @Test("Nothing a reader gets names a folder of somebody's machine")
  func machinePaths() {
    let folders = ["Sources", "Scenarios", "Scripts", "Results/reference"]
    let paths = folders.flatMap { SourceTree.files(under: $0) } + ["README.md", "Package.swift"]
    #expect(paths.count > 100)
    for path in paths {
      for (index, line) in SourceTree.text(of: path).split(separator: "\n").enumerated() {
        for folder in MachinePath.named(in: line) {
          Issue.record("\(path): \(folder), on filled line \(index + 1)")
        }
      }
    }
  }

  static let cases: [(line: String, count: Int)] = [
    ("cd /work", 1), ("see /tmp/x.csv and (/root)", 2), ("\"/home/someone/Results\"", 1),
    ("find/work/fix", 0), ("/workers", 0), ("https://example.org/tmp/x", 0), ("Results/tmp", 0),
  ]

  @Test("A path of a machine is told from other words with strokes", arguments: cases)
  func findsPaths(line: String, count: Int) {
    #expect(MachinePath.named(in: line[...]).count == count)
  }
}

/// Folders that are there on one machine and not on another.
enum MachinePath {
  private static let folders = ["/work", "/tmp", "/root", "/home", "/Users"]

  /// The folders that a line names from the root of a file system.
  static func named(in line: Substring) -> [String] {
    folders.filter { folder in
      line.ranges(of: folder).contains { range in
        !continues(line[..<range.lowerBound].last) && !continues(line[range.upperBound...].first)
      }
    }
  }

  private static func continues(_ character: Character?) -> Bool {
    guard let character else { return false }
    return character.isLetter || character.isNumber || "_-.".contains(character)
  }
}
