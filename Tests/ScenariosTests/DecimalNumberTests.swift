import Scenarios
import Testing

@Suite struct DecimalNumberTests {
  @Test("every number reads back from the shortest text that it has, with its sign")
  func shortest() {
    var dice = ReadingDice(seed: 1)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: dice.next())
      guard value.isFinite else { continue }
      #expect(DecimalNumber.read(value.description)?.bitPattern == value.bitPattern, "\(value)")
    }
    #expect(DecimalNumber.read("-0")?.sign == .minus)
  }

  @Test(
    "numbers as programs write them",
    arguments: [
      ("5", 5), ("+5", 5), ("-5", -5), ("5.", 5), (".5", 0.5), ("-.5e1", -5), ("007", 7),
      ("1E-05", 1e-5), ("1.00E+02", 100), ("1.000000000000000000e-01", 0.1), ("1e22", 1e22),
      ("1e23", 1e23), ("9007199254740993", 9_007_199_254_740_992), ("1e999", .infinity),
      ("-1e999", -.infinity), ("1e-999", 0), ("0e99999999999999999999", 0),
      ("123456789012345678901234567890", 0x1.8ee90ff6c373ep+96),
    ])
  func written(text: String, value: Double) {
    #expect(DecimalNumber.read(text) == value)
  }

  @Test(
    "what is no decimal number",
    arguments: [
      "", " ", ".", "+", "-", "e5", "5e", "5e+", "--5", "5.5.5", "1,5", "1 000", "5 ", " 5", "nan",
      "inf", "0x1F", "1_000", "5d", "٣", "½",
    ])
  func none(text: String) {
    #expect(DecimalNumber.read(text) == nil)
  }
}
