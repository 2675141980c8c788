/// Numbers as they are written (JSON5, section 6).
enum NumberText {
  /// Why a word that begins like a number is none that can be read.
  struct Reason: Error {
    var message: String
    var remedy: String?
  }

  static func read(_ word: String) -> Result<Double, Reason> {
    var digits = word[...]
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    if digits == "Infinity" || digits == "NaN" || digits == "∞" {
      return .failure(
        Reason(
          message: "\(shown(word)) cannot stand here: every number must be finite",
          remedy: "write the largest value that can occur, or leave the key out"))
    }
    guard isHexadecimal(digits) || isDecimal(digits) else { return .failure(reason(word)) }
    guard let magnitude = Double(padded(digits)) else {
      return .failure(Reason(message: "\(shown(word)) is not a number"))
    }
    guard magnitude.isFinite else {
      return .failure(
        Reason(
          message: "\(shown(word)) is too large", remedy: "numbers reach to about 1.8e308"))
    }
    return .success(isNegative ? -magnitude : magnitude)
  }

  private static func isHexadecimal(_ digits: Substring) -> Bool {
    guard digits.hasPrefix("0x") || digits.hasPrefix("0X") else { return false }
    let rest = digits.dropFirst(2)
    return !rest.isEmpty && rest.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  private static func isDecimal(_ digits: Substring) -> Bool {
    var rest = digits
    let whole = takeDigits(&rest)
    var fraction = 0
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = takeDigits(&rest)
    }
    guard whole + fraction > 0, whole < 2 || digits.first != "0" else { return false }
    if rest.first == "e" || rest.first == "E" {
      rest = rest.dropFirst()
      if rest.first == "+" || rest.first == "-" { rest = rest.dropFirst() }
      guard takeDigits(&rest) > 0 else { return false }
    }
    return rest.isEmpty
  }

  private static func takeDigits(_ text: inout Substring) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
    text = text.dropFirst(digits.count)
    return digits.count
  }

  /// The digits with a zero on either side of a point that lacks one, as `Double` wants them.
  private static func padded(_ digits: Substring) -> String {
    guard let point = digits.firstIndex(of: ".") else { return String(digits) }
    let (before, after) = (digits[..<point], digits[digits.index(after: point)...])
    let fraction = after.first?.isWholeNumber == true ? after : "0" + after
    return (before.isEmpty ? "0" : before) + "." + fraction
  }

  private static func reason(_ word: String) -> Reason {
    let message = "\(shown(word)) is not a number"
    let digits = word.drop { "+-".contains($0) }
    if digits.count > 1, digits.allSatisfy({ $0.isASCII && $0.isWholeNumber }) {
      let bare = digits.drop { $0 == "0" }
      if word.count - digits.count < 2 {
        return Reason(
          message: message,
          remedy: "write it without the zeros before it: "
            + (bare.isEmpty ? "0" : String(bare.prefix(60))))
      }
    }
    if digits.contains("_") {
      return Reason(message: message, remedy: "write its digits without '_' between them")
    }
    if digits.contains("%") {
      return Reason(message: message, remedy: "write it without '%'; 5 in a hundred is 0.05")
    }
    if digits.first?.isWholeNumber == true, digits.last?.isLetter == true {
      return Reason(message: message, remedy: "write the number alone, or the text in quotes")
    }
    return Reason(message: message)
  }
}
