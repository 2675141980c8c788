/// What was probably meant by a text that should be a number.
///
/// Spreadsheets in other languages, numpy and people each have their own way to write one.
enum NumberSlip {
  /// Whether a text says that there is no number, or none that is finite.
  static func isMissing(_ text: String) -> Bool {
    let word = text.lowercased().drop { "+-#".contains($0) }
    return ["nan", "inf", "infinity", "∞", "na", "n/a", "null", "none"].contains(word)
  }

  /// How to write it, if that can be told.
  static func remedy(for text: String, quantity: Quantity) -> String? {
    if isMissing(text) { return "every experiment needs a number here" }
    if let first = text.first, "#=".contains(first) {
      return "save what the spreadsheet computes, not its formulas or errors"
    }
    if let number = bare(text) {
      let isNumpy = text.hasPrefix("np.") || text.hasPrefix("numpy.")
      return isNumpy ? "that is how numpy shows a number: write \(number)" : "write \(number)"
    }
    if ["true", "false"].contains(text.lowercased()) {
      return quantity.bounds == 0...1 ? "write 1 for true and 0 for false" : nil
    }
    if quantity.unit == "days", CivilDate(iso: text) != nil {
      return "days are counted from start_date, which is day 0"
    }
    return marked(text) ?? united(text, quantity)
  }

  /// The number in `np.float64(0.3)`, `[0.3]` or `'0.3'`, as it is written there.
  private static func bare(_ text: String) -> Substring? {
    var inside = text[...]
    if inside.last == ")", let open = inside.firstIndex(of: "(") {
      inside = inside[inside.index(after: open)...].dropLast()
    }
    inside = inside.drop { "['\"".contains($0) }
    while let last = inside.last, "]'\"".contains(last) { inside.removeLast() }
    return inside.count < text.count && DecimalNumber.read(inside) != nil ? inside : nil
  }

  /// For numbers with other marks in them than a point and a hyphen.
  private static func marked(_ text: String) -> String? {
    if text.hasPrefix("−"), DecimalNumber.read(text.dropFirst()) != nil {
      return "write the minus sign as a hyphen: -\(text.dropFirst())"
    }
    let plain = text.filter { !" \u{a0}\u{202f}\u{2009}'’_".contains($0) }
    let commas = plain.split(separator: ",", omittingEmptySubsequences: false)
    if commas.count == 1 {
      let isMarked = plain.count < text.count && DecimalNumber.read(plain) != nil
      return isMarked ? "write it without marks between its thousands: \(plain)" : nil
    }
    if commas.count == 2 {
      let point = commas[0].filter { $0 != "." } + "." + commas[1]
      guard DecimalNumber.read(point) != nil else { return withoutCommas(commas) }
      let isThousand =
        commas[1].count == 3 && (1...3).contains(commas[0].count) && commas[0] != "0"
        && plain == text
      return isThousand
        ? "write \(commas.joined()), or \(point) if the comma is a decimal one"
        : "write decimals with a point: \(point)"
    }
    return withoutCommas(commas)
  }

  private static func withoutCommas(_ parts: [Substring]) -> String? {
    let joined = parts.joined()
    guard DecimalNumber.read(joined) != nil else { return nil }
    return "write it without marks between its thousands: \(joined)"
  }

  /// For numbers with a unit behind them or a currency before.
  private static func united(_ text: String, _ quantity: Quantity) -> String? {
    let number = text.drop { "$€£¥ ".contains($0) }.prefix { "0123456789.+-".contains($0) }
    guard let value = DecimalNumber.read(number) else { return nil }
    let around = text.filter { !$0.isNumber && !".+- ".contains($0) }
    if around == "%" {
      return quantity.bounds == 0...1
        ? "write \(shown(value / 100)), for \(number) in a hundred" : "write \(number)"
    }
    let unit = quantity.unit.lowercased().filter { $0 != " " }
    let word = around.lowercased()
    if unit == word || unit == word + "s" || around == "$" && unit.hasPrefix("usd") {
      return "write the number alone: \(number)"
    }
    return "write the number alone" + (quantity == .number ? "" : " (\(quantity.described))")
  }
}
