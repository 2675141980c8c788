import Testing

@Suite("At the limits of the market the model gives what must follow")
struct ExtremeConditionTests {
  @Test("An extreme condition has the consequence it must have", arguments: ExtremeTable.rows)
  func consequence(condition: ExtremeCondition) throws {
    try condition.check(seeds: 1...50)
  }
}
