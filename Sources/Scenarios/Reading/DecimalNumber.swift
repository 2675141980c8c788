/// Decimal numbers as spreadsheets and programs write them: `12`, `-0.5`, `.5`, `5.`, `1.00E+02`.
public enum DecimalNumber {
  /// The number that a whole text is, rounded to the nearest there is; nil if it is none.
  ///
  /// One that is too large is infinite. Neither blanks nor words such as `nan` and `inf` nor
  /// hexadecimal digits are taken.
  public static func read(_ text: some StringProtocol) -> Double? {
    read(Array(text.utf8))
  }

  /// The number that a whole text is, from its bytes.
  public static func read(_ bytes: [UInt8]) -> Double? {
    bytes.withUnsafeBufferPointer(read)
  }

  private static func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    var scan = Scan(bytes)
    let isNegative = scan.takeSign()
    scan.takeDigits()
    let whole = scan.digits
    if scan.take(UInt8(ascii: ".")) { scan.takeDigits() }
    let fraction = scan.digits - whole
    guard scan.digits > 0, let exponent = scan.takeExponent(), scan.isAtEnd else { return nil }
    let magnitude = scan.magnitude(exponent: exponent - fraction)
    return isNegative ? -magnitude : magnitude
  }
}

/// One reading of a number.
private struct Scan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var place = 0
  private var mantissa: UInt64 = 0
  private(set) var digits = 0
  /// Whether there were more significant digits than the mantissa holds.
  private var isLong = false

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { place == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  /// Whether there was a minus sign; a plus sign is passed over.
  mutating func takeSign() -> Bool {
    take(UInt8(ascii: "-")) || (take(UInt8(ascii: "+")) && false)
  }

  mutating func takeDigits() {
    while let digit = digit() {
      place += 1
      digits += 1
      if mantissa >= 1_000_000_000_000_000_000 {
        isLong = true
      } else {
        mantissa = mantissa * 10 + UInt64(digit)
      }
    }
  }

  /// The power of ten, 0 where none stands; nil if its digits are missing.
  mutating func takeExponent() -> Int? {
    guard take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) else { return 0 }
    let isNegative = takeSign()
    let start = place
    var exponent = 0
    while let digit = digit() {
      place += 1
      // Further up every number is infinite or zero, however many digits stand before it.
      exponent = min(exponent * 10 + Int(digit), 1_000_000_000)
    }
    guard place > start else { return nil }
    return isNegative ? -exponent : exponent
  }

  private func digit() -> UInt8? {
    guard place < bytes.count else { return nil }
    let digit = bytes[place] &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }

  /// The number that the digits stand for, without their sign and times a power of ten.
  ///
  /// Where the digits and the power are whole numbers that a `Double` holds exactly, one
  /// multiplication or division rounds once and is right (Clinger, *How to Read Floating Point
  /// Numbers Accurately*, PLDI 1990); nearly all cells are of that kind.
  func magnitude(exponent: Int) -> Double {
    var (short, power) = (mantissa, exponent)
    while short > 1 << 53, short % 10 == 0 {
      short /= 10
      power += 1
    }
    if !isLong, short <= 1 << 53, power.magnitude < UInt(powers.count) {
      return power < 0 ? Double(short) / powers[-power] : Double(short) * powers[power]
    }
    return Double(allDigits + "e\(exponent)") ?? .infinity
  }

  /// The digits before the exponent, without sign and point.
  private var allDigits: String {
    let head = bytes.prefix { $0 | 0x20 != UInt8(ascii: "e") }
    let digits = head.filter { $0 &- UInt8(ascii: "0") < 10 }
    return String(decoding: digits, as: UTF8.self)
  }
}

/// The powers of ten that a `Double` holds exactly.
private let powers: [Double] = [
  1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
