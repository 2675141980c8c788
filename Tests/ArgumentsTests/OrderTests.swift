import Testing

@Suite("The order of options")
struct OrderTests {
  @Test("is told across options that mean something together, and leaves the others out")
  func across() throws {
    let command = try parsed("send box --label a --day 2026-06-30 --copies 2 --label=b")
    let found = command.values(inOrderOf: ["day", "label", "weight"])
    #expect(found.map(\.name) == ["label", "day", "label"])
    #expect(found.map(\.value) == ["a", "2026-06-30", "b"])
    #expect(command.values(inOrderOf: ["weight"]).isEmpty)
  }
}
