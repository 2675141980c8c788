/// Long sentences in lines of limited width.
enum Wrapping {
  /// A text behind a head, broken between words; a longer word has a line of its own.
  ///
  /// - Parameter indent: what stands before every line but the first.
  static func lines(_ text: String, head: String, indent: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = head
    var isFresh = true
    for word in text.split(separator: " ") {
      if !isFresh && line.count + 1 + word.count > width {
        lines.append(line)
        line = indent
        isFresh = true
      }
      line += isFresh ? String(word) : " " + word
      isFresh = false
    }
    return lines + [line]
  }
}
