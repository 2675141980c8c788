import Testing

@Suite("The model beside published figures: what it reproduces, and what it does not")
struct StylisedFactTests {
  @Test(
    "The model gives what the table says, and agrees or misses as it says",
    arguments: FactTable.rows)
  func figure(fact: StylisedFact) throws {
    try fact.check()
  }
}
