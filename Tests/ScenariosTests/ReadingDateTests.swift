import Scenarios
import Testing

@Suite("Reading: dates and names")
struct ReadingDateTests {
  @Test(
    "dates are counted in the Gregorian calendar",
    arguments: [
      ("2026-06-09", 0, "2026-06-09"), ("2026-06-09", 3, "2026-06-12"),
      ("2026-06-09", 365, "2027-06-09"), ("2024-02-28", 1, "2024-02-29"),
      ("2023-02-28", 1, "2023-03-01"), ("1900-02-28", 1, "1900-03-01"),
      ("2000-02-28", 1, "2000-02-29"), ("2026-01-01", -1, "2025-12-31"),
      ("1970-01-01", -1, "1969-12-31"), ("1582-10-04", 1, "1582-10-05"),
      ("0001-01-01", -1, "0001-01-01"), ("9999-12-31", 1, "9999-12-31"),
      ("2026-06-09", .max, "9999-12-31"), ("2026-06-09", .min, "0001-01-01"),
    ])
  func adding(start: String, days: Int, end: String) throws {
    #expect(try #require(CivilDate(iso: start)).adding(days: days).description == end)
  }

  @Test(
    "what is no date is refused",
    arguments: [
      "", "2026-6-9", "2026-06-31", "2023-02-29", "2026-13-01", "2026-00-10", "2026-01-00",
      "0000-01-01", "2026/06/09", "20260609", "2026-06-09T00:00", "-026-06-09", "२०२६-०६-०९",
      "+026-06-09", "2026-06-0x",
    ])
  func refused(text: String) {
    #expect(CivilDate(iso: text) == nil)
  }

  @Test(
    "days of the week are right",
    arguments: [
      ("1970-01-01", CivilDate.Weekday.thursday), ("2026-06-12", .friday),
      ("2000-01-01", .saturday), ("1969-12-31", .wednesday), ("0001-01-01", .monday),
      ("9999-12-31", .friday),
    ])
  func weekdays(text: String, day: CivilDate.Weekday) throws {
    #expect(try #require(CivilDate(iso: text)).weekday == day)
  }

  @Test("every day of the calendar is one after the last, and reads back")
  func everyDay() throws {
    var date = try #require(CivilDate(year: 1, month: 1, day: 1))
    let start = date
    var weekday = 0
    for count in 0..<400 * 366 {
      let parts = date.components
      #expect(CivilDate(year: parts.year, month: parts.month, day: parts.day) == date)
      #expect(date.days(since: start) == count)
      #expect(date.weekday.rawValue == weekday % 7 + 1)
      let next = date.adding(days: 1)
      guard date < next else { break }
      date = next
      weekday += 1
    }
    #expect(date.components.year == 401)
  }

  @Test(
    "the nearest name is found only when it is near",
    arguments: [
      ("foreign_staf_share", "foreign_staff_share"), ("Staff", "staff"), ("satff", "staff"),
      ("sd", nil), ("xtaff", "staff"), ("stuff", "staff"), ("colour", nil), ("", nil),
      ("licensing_oficer", "licensing_officers"), ("foreign", nil),
      (String(repeating: "x", count: 5000), nil),
    ])
  func nearest(name: String, expected: String?) {
    let known = ["foreign_staff_share", "staff", "licensing_officers", "us"]
    #expect(nearestName(to: name, among: known) == expected)
  }

  @Test("of equally near names the first is taken, and of none there is none")
  func ties() {
    #expect(nearestName(to: "cat", among: ["bat", "hat"]) == "bat")
    #expect(nearestName(to: "cat", among: ["hat", "bat", "cats", "cat"]) == "cat")
    #expect(nearestName(to: "cat", among: []) == nil)
    #expect(nearestName(to: "ab", among: ["ba"]) == "ba")
    #expect(nearestName(to: "a", among: ["b"]) == nil)
  }
}
