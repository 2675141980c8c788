/// Numbers as people read them; tables on disk have them in full.
enum Figures {
  /// A number with so many decimals, rounded half away from zero, never `-0`.
  ///
  /// Own digits, since no formatting function comes without Foundation.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let scale = power(decimals)
    let scaled = (value.magnitude * scale).rounded(.toNearestOrAwayFromZero)
    guard scaled < 9e15 else { return plain(value) }
    let digits = String(Int(scaled))
    let sign = value < 0 && scaled > 0 ? "-" : ""
    if decimals == 0 { return sign + grouped(digits) }
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    return sign + grouped(String(padded.dropLast(decimals))) + "." + padded.suffix(decimals)
  }

  /// A whole number with commas between thousands.
  static func grouped(_ value: Int) -> String {
    (value < 0 ? "-" : "") + grouped(String(value.magnitude))
  }

  /// A number of things: `1 row`, `2,000 rows`.
  static func counted(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(grouped(number)) \(noun)s"
  }

  private static func grouped(_ digits: String) -> String {
    guard digits.count > 4 else {
      return digits.count == 4 ? digits.prefix(1) + "," + digits.suffix(3) : digits
    }
    let head = digits.count % 3
    let start = head > 0 ? [String(digits.prefix(head))] : []
    let rest = Array(digits.dropFirst(head))
    let groups = stride(from: 0, to: rest.count, by: 3).map { String(rest[$0..<$0 + 3]) }
    return (start + groups).joined(separator: ",")
  }

  /// The shortest decimal that reads back as the same number, without `.0`.
  static func plain(_ value: Double) -> String {
    if value == 0 { return "0" }
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A mean with its interval, `1.1 (0.9 to 1.3)`; `–` where there is none.
  ///
  /// Shows the first digit that the interval leaves in doubt, one more where that digit is a 1,
  /// and at least two digits of the largest number.
  static func estimate(
    _ mean: Double, _ low: Double, _ high: Double, unit: String = "", divisor: Double = 1
  ) -> String {
    guard mean.isFinite else { return "–" }
    let middle = mean / divisor
    let tail = unit.isEmpty ? "" : " " + unit
    guard low.isFinite, high.isFinite else {
      return fixed(middle, decimals: decimals(of: middle)) + tail
    }
    let (from, to) = (low / divisor, high / divisor)
    if from == to && from == middle { return fixed(middle, decimals: decimals(of: middle)) + tail }
    let largest = max(from.magnitude, to.magnitude)
    let decimals = max(
      places(showing: 2, of: max(to - middle, middle - from)), places(showing: 9.95, of: largest))
    let ends = "\(fixed(from, decimals: decimals)) to \(fixed(to, decimals: decimals))"
    return "\(fixed(middle, decimals: decimals))\(tail) (\(ends))"
  }

  /// An amount of money with its interval: `1.24 bn (1.10 to 1.38)`.
  static func dollars(_ mean: Double, _ low: Double, _ high: Double) -> String {
    let largest = [mean, low, high].filter(\.isFinite).map(\.magnitude).max() ?? 0
    let scale = scale(of: largest)
    return estimate(mean, low, high, unit: scale.name, divisor: scale.divisor)
  }

  /// An amount of money: `712 m`.
  static func dollars(_ value: Double) -> String {
    let scale = scale(of: value.magnitude)
    let scaled = value / scale.divisor
    let text = fixed(scaled, decimals: decimals(of: scaled))
    return scale.name.isEmpty ? text : "\(text) \(scale.name)"
  }

  /// A value with three digits that count.
  static func short(_ value: Double) -> String {
    value.isFinite ? fixed(value, decimals: decimals(of: value)) : "–"
  }

  /// The scale in which an amount has one to three digits before the point.
  private static func scale(of value: Double) -> (name: String, divisor: Double) {
    switch value {
    case 0.9995e12...: ("tn", 1e12)
    case 0.9995e9...: ("bn", 1e9)
    case 0.9995e6...: ("m", 1e6)
    case 0.9995e3...: ("k", 1e3)
    default: ("", 1)
    }
  }

  /// Decimals that show three digits that count; none for zero.
  private static func decimals(of value: Double) -> Int {
    value == 0 ? 0 : places(showing: 99.95, of: value.magnitude)
  }

  /// Decimals, at most three, from which on what stands before the point would be at least this.
  private static func places(showing least: Double, of value: Double) -> Int {
    var places = 0
    while places < 3 && value * power(places) < least { places += 1 }
    return places
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { product, _ in product * 10 }
  }
}
