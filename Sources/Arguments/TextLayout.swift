/// Plain text in lines of limited width.
enum TextLayout {
  /// Breaks a text between words; a word longer than the width has a line of its own.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !line.isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// Breaks a text whose paragraphs are separated by empty lines.
  static func paragraphs(_ text: String, width: Int) -> String {
    var paragraphs: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.allSatisfy(\.isWhitespace) {
        paragraphs.append([])
      } else {
        paragraphs[paragraphs.count - 1].append(line)
      }
    }
    return
      paragraphs.filter { !$0.isEmpty }
      .map { lines($0.joined(separator: " "), width: width).joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  /// Two columns, the left one indented by two; a long entry on the left has a line of its own.
  ///
  /// - Parameter column: Where the right column begins.
  static func table(
    _ rows: [(left: String, right: String)], column: Int, width: Int
  ) -> String {
    var result: [String] = []
    for row in rows {
      let left = "  " + row.left
      var lines = lines(row.right, width: width - column)
      if left.count + 2 <= column, !lines.isEmpty {
        result.append(left + spaces(column - left.count) + lines.removeFirst())
      } else {
        result.append(left)
      }
      result += lines.map { spaces(column) + $0 }
    }
    return result.joined(separator: "\n")
  }

  /// Where the right column of some rows begins: behind all entries of usual length.
  static func column(for lefts: [String]) -> Int {
    let usual = lefts.map(\.count).filter { $0 <= 24 }
    return (usual.max() ?? 0) + 4
  }

  static func spaces(_ count: Int) -> String {
    String(repeating: " ", count: count)
  }
}
