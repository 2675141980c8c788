extension SwiftFile {
  /// The modules of the toolchain, by which a free function can be called in full.
  private static let toolchain: Set<String> = [
    "Swift", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin",
  ]

  /// The lines on which a piece of code stands, however it is spaced.
  func lines(of code: String) -> [Int] {
    matches(of: code).map { tokens[$0].line }
  }

  /// The lines that call a function which belongs to no type of ours, such as `print`.
  func linesCalling(free name: String) -> [Int] {
    matches(of: name + "(").filter { index in
      guard index > 0 else { return true }
      switch tokens[index - 1].text {
      case "func", "#", "@": return false
      case ".": return index > 1 && Self.toolchain.contains(tokens[index - 2].text)
      default: return true
      }
    }.map { tokens[$0].line }
  }

  /// Whether this file declares a function of that name.
  func declares(function name: String) -> Bool {
    !matches(of: "func " + name).isEmpty
  }

  private func matches(of code: String) -> [Int] {
    let wanted = Token.all(in: code).map(\.text)
    guard !wanted.isEmpty, tokens.count >= wanted.count else { return [] }
    return (0...(tokens.count - wanted.count)).filter { start in
      wanted.indices.allSatisfy { tokens[start + $0].text == wanted[$0] }
    }
  }
}
