/// How long things may be.
enum Limit {
  static let linesOfFile = 400
  static let columns = 100
  static let linesOfFunction = 60
}

/// A function, initializer, subscript or computed property and where its body ends.
struct FunctionExtent {
  let name: String
  let firstLine: Int
  let lastLine: Int

  var lines: Int { lastLine - firstLine + 1 }
}

extension SwiftFile {
  private static let heads: Set<String> = ["func", "init", "deinit", "subscript", "var"]

  /// Words that cannot stand between a head and its body.
  private static let declarations: Set<String> = [
    "func", "init", "deinit", "subscript", "var", "let", "struct", "class", "enum", "extension",
    "protocol", "actor", "case", "static", "public", "private", "import", "}",
  ]

  /// Everything with a body of statements, found by counting braces; a body that is one list of
  /// literals is a table and has none.
  var functions: [FunctionExtent] {
    tokens.indices.compactMap { head in
      guard Self.heads.contains(tokens[head].text), head == 0 || tokens[head - 1].text != ".",
        let open = bodyStart(after: head), let close = closingBrace(of: open),
        !isTable(from: open, to: close)
      else { return nil }
      let name = tokens[head].text == "init" ? "init" : tokens[head + 1].text
      return FunctionExtent(
        name: name, firstLine: tokens[head].line, lastLine: tokens[close].line)
    }
  }

  var sizeFindings: [Finding] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var findings: [Finding] = []
    // The last piece is what follows the last line feed: nothing.
    if lines.count - 1 > Limit.linesOfFile {
      findings.append(finding(line: lines.count - 1, "more than \(Limit.linesOfFile) lines"))
    }
    for (index, line) in lines.enumerated() where line.count > Limit.columns {
      findings.append(finding(line: index + 1, "\(line.count) columns"))
    }
    for function in functions where function.lines > Limit.linesOfFunction {
      findings.append(
        finding(line: function.firstLine, "\(function.name) takes \(function.lines) lines"))
    }
    return findings
  }

  private func bodyStart(after head: Int) -> Int? {
    var depth = 0
    for index in tokens.indices.dropFirst(head + 1) {
      switch tokens[index].text {
      case "(", "[": depth += 1
      case ")", "]": depth -= 1
      case "{" where depth == 0: return index
      case let word where depth == 0 && Self.declarations.contains(word): return nil
      default: continue
      }
    }
    return nil
  }

  private func isTable(from open: Int, to close: Int) -> Bool {
    guard close - open > 2, tokens[open + 1].text == "[" else { return false }
    let body = tokens[open + 2..<close - 1]
    return tokens[close - 1].text == "]" && !body.contains { "[](){}".contains($0.text) }
  }

  private func closingBrace(of open: Int) -> Int? {
    var depth = 0
    for index in tokens.indices.dropFirst(open) {
      if tokens[index].text == "{" { depth += 1 }
      if tokens[index].text == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }
}
