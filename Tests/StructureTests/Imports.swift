/// An import declaration.
struct Import {
  let module: String
  let line: Int
  /// Whether the module's importers would import this one too.
  let isReexported: Bool
  /// Whether internal declarations become visible, which a release build does not offer.
  let isTestable: Bool
}

extension SwiftFile {
  private static let importKinds: Set<String> = [
    "struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor",
  ]

  /// The import declarations of this file, in their order.
  var imports: [Import] {
    tokens.indices.filter { tokens[$0].text == "import" }.compactMap { index in
      let isOfKind =
        index + 1 < tokens.count && Self.importKinds.contains(tokens[index + 1].text)
      let name = index + (isOfKind ? 2 : 1)
      guard name < tokens.count else { return nil }
      let before = tokens[max(0, index - 4)..<index].filter { $0.line == tokens[index].line }
      return Import(
        module: tokens[name].text, line: tokens[index].line,
        isReexported: before.contains { $0.text == "_exported" },
        isTestable: before.contains { $0.text == "testable" })
    }
  }

  /// The imports that the table does not grant to this file's module.
  func importFindings(_ table: ModuleTable) -> [Finding] {
    let granted = table.allowed(in: module)
    let here = Set(imports.map(\.module)).intersection(granted)
    let twins = here.reduce(into: Set<String>()) { $0.formUnion(ModuleTable.twins[$1] ?? []) }
    return imports.compactMap { item in
      if item.isReexported { return finding(line: item.line, "re-exports \(item.module)") }
      if granted.contains(item.module) || twins.contains(item.module) { return nil }
      return finding(line: item.line, "\(module) may not import \(item.module)")
    }
  }
}
