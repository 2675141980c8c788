/// What a value on the command line must look like.
///
/// A kind is at once the check, the words for what was expected, and what a shell may complete.
public enum ValueKind: Sendable {
  /// Any text.
  case text
  /// A whole number within bounds.
  case integer(ClosedRange<Int>)
  /// A finite decimal number within bounds.
  case number(ClosedRange<Double>)
  /// One of these words.
  case choice([String])
  /// The path of a file; whether it exists is for the command to find out.
  case file
  /// The path of a folder; whether it exists is for the command to find out.
  case folder
  /// What a function accepts, with words for it that complete "expected …".
  case custom(expected: String, isValid: @Sendable (String) -> Bool)

  /// Whether a text is such a value; no kind accepts the empty text.
  public func accepts(_ text: String) -> Bool {
    if text.isEmpty { return false }
    switch self {
    case .text, .file, .folder:
      return true
    case .integer(let bounds):
      return Int(text).map(bounds.contains) ?? false
    case .number(let bounds):
      return Double(text).map { $0.isFinite && bounds.contains($0) } ?? false
    case .choice(let words):
      return words.contains(text)
    case .custom(_, let isValid):
      return isValid(text)
    }
  }

  /// Words for such a value, which complete "expected …".
  public var expected: String {
    switch self {
    case .text: "a text"
    case .file: "the path of a file"
    case .folder: "the path of a folder"
    case .integer(let bounds):
      "a whole number" + Self.words(bounds.lowerBound, bounds.upperBound, .min, .max)
    case .number(let bounds):
      "a number"
        + Self.words(
          bounds.lowerBound, bounds.upperBound,
          -.greatestFiniteMagnitude, .greatestFiniteMagnitude)
    case .choice(let words): Self.alternatives(words)
    case .custom(let expected, _): expected
    }
  }

  /// The words a shell can offer.
  var choices: [String] {
    switch self {
    case .choice(let words): words
    case .text, .integer, .number, .file, .folder, .custom: []
    }
  }

  private static func words<Bound: Comparable>(
    _ low: Bound, _ high: Bound, _ least: Bound, _ greatest: Bound
  ) -> String {
    switch (low <= least, high >= greatest) {
    case (true, true): ""
    case (true, false): " up to \(plain(high))"
    case (false, true): " from \(plain(low)) on"
    case (false, false): " from \(plain(low)) to \(plain(high))"
    }
  }

  /// A number without a fraction that is zero.
  private static func plain<Bound>(_ number: Bound) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func alternatives(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "nothing" }
    return words.dropLast().joined(separator: ", ") + " or " + last
  }
}
