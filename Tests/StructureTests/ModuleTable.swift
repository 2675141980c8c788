/// Who may import whom: the table `imports` of Package.swift, and what each module may take from
/// the toolchain.
struct ModuleTable {
  /// The libraries, with the modules of this package that each may import.
  let imports: [String: Set<String>]

  var libraries: Set<String> { Set(imports.keys) }

  /// The program, which may import every library.
  static let program = "embargo"

  /// What comes from the toolchain; a module that is not here takes nothing.
  static let toolchain: [String: Set<String>] = [
    "DiscreteEvents": ["Synchronization"],
    "Scenarios": ["FoundationEssentials"],
    "Experiments": ["Foundation", "FoundationEssentials", "Dispatch", "Synchronization"],
    "ResultFiles": ["Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc"],
    program: ["Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc"],
  ]

  /// What stands in for a toolchain module on another platform, in a file that imports both.
  static let twins: [String: Set<String>] = [
    "FoundationEssentials": ["Foundation"],
    "Glibc": ["Musl", "Darwin"],
  ]

  /// Reads the table out of a package description, where an entry is `("A", ["B", "C"])`.
  init(package: String) {
    guard let start = package.range(of: "let imports"),
      let end = package.range(of: "\n]", range: start.upperBound..<package.endIndex)
    else {
      imports = [:]
      return
    }
    let entries = package[start.upperBound..<end.lowerBound].split(separator: "(\"").dropFirst()
    imports = entries.reduce(into: [:]) { table, entry in
      let pieces = entry.split(separator: "\"", omittingEmptySubsequences: false)
      let names = pieces.enumerated().filter { $0.offset.isMultiple(of: 2) && $0.offset > 0 }
      table[String(pieces[0])] = Set(names.map { String($0.element) }.filter(Self.isName))
    }
  }

  private static func isName(_ text: String) -> Bool {
    text.first?.isLetter == true && text.allSatisfy { $0.isLetter || $0.isNumber }
  }

  /// What a file of this module may import, whatever else it imports.
  func allowed(in module: String) -> Set<String> {
    let own = module == Self.program ? libraries : imports[module] ?? []
    return own.union(Self.toolchain[module] ?? [])
  }
}
