import Testing

@Suite("More of something leads where it must, with every stroke of luck the same")
struct MonotonicityTests {
  @Test("Means go where the table says", arguments: MonotoneTable.rows)
  func means(relation: MonotoneRelation) throws {
    try relation.check(seeds: 1...100)
  }
}
