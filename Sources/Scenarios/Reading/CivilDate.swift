/// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// A day of the week, numbered as ISO 8601 does, from Monday, 1.
  public enum Weekday: Int, CaseIterable, Sendable {
    /// The days by name.
    case monday = 1
    case tuesday, wednesday, thursday, friday, saturday, sunday
  }

  /// The days since 1970-01-01.
  private let number: Int

  /// The days that can be written with four digits for the year.
  private static let numbers = dayNumber(1, 1, 1)...dayNumber(9999, 12, 31)

  /// 1970-01-01.
  public static let unixEpoch = CivilDate(number: 0)

  private init(number: Int) {
    self.number = number
  }

  /// Makes a date; nothing if there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(in: month, of: year)
    else { return nil }
    number = Self.dayNumber(year, month, day)
  }

  /// Reads a date in the extended format of ISO 8601, `yyyy-mm-dd`; nothing if it is no such text,
  /// or there is no such day.
  public init?(iso text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = Self.whole(bytes[0..<4]), let month = Self.whole(bytes[5..<7]),
      let day = Self.whole(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date so many days later, or earlier if `days` is negative; it stops at the ends of the
  /// calendar.
  public func adding(days: Int) -> CivilDate {
    let (sum, overflow) = number.addingReportingOverflow(days)
    let range = Self.numbers
    if overflow { return CivilDate(number: days < 0 ? range.lowerBound : range.upperBound) }
    return CivilDate(number: min(max(sum, range.lowerBound), range.upperBound))
  }

  /// The days from another date to this one; negative if this one is earlier.
  public func days(since other: CivilDate) -> Int {
    number - other.number
  }

  /// The day of the week; 1970-01-01 was a Thursday.
  public var weekday: Weekday {
    let index = ((number + 3) % 7 + 7) % 7
    return Weekday.allCases[index]
  }

  /// The year, the month from 1 and the day of the month from 1.
  ///
  /// Years are counted from March, so that the day that may be missing is the last (E. G. Richards,
  /// Explanatory Supplement to the Astronomical Almanac, 3rd edition, section 15.11).
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Orders by time.
  public static func < (a: CivilDate, b: CivilDate) -> Bool {
    a.number < b.number
  }

  private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func whole(_ digits: ArraySlice<UInt8>) -> Int? {
    var result = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      result = result * 10 + Int(digit - UInt8(ascii: "0"))
    }
    return result
  }
}

extension CivilDate: CustomStringConvertible {
  /// The date as ISO 8601 writes it, `yyyy-mm-dd`.
  public var description: String {
    let (year, month, day) = components
    func padded(_ value: Int, to width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(year, to: 4) + "-" + padded(month, to: 2) + "-" + padded(day, to: 2)
  }
}
