/// Sentences in lines of limited width.
enum Prose {
  /// Columns of prose where no terminal says how many there are.
  static let width = 96

  /// Breaks a text between words.
  ///
  /// - Parameters:
  ///   - indent: blanks before the first line.
  ///   - hanging: blanks before the others.
  static func lines(
    _ text: String, indent: Int = 0, hanging: Int? = nil, width: Int
  ) -> [String] {
    var lines: [String] = []
    var line = String(repeating: " ", count: indent)
    var isEmpty = true
    for word in text.split(separator: " ") {
      if !isEmpty && line.count + 1 + word.count > width {
        lines.append(line)
        line = String(repeating: " ", count: hanging ?? indent)
        isEmpty = true
      }
      line += isEmpty ? String(word) : " " + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }

  /// A text behind a head that is kept as it is.
  static func lines(_ text: String, head: String, hanging: Int, width: Int) -> [String] {
    var lines = lines(text, indent: head.count, hanging: hanging, width: width)
    guard let first = lines.first else { return [head] }
    lines[0] = head + first.dropFirst(head.count)
    return lines
  }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }
}
