import Stochastics
import Testing

@Suite("Hashes of names")
struct NameHashTests {
  @Test(
    "are the published FNV-1a values",
    arguments: [
      ("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("b", 0xaf63_df4c_8601_f1a5),
      ("foobar", 0x8594_4171_f739_67e8),
    ] as [(String, UInt64)])
  func published(name: String, value: UInt64) {
    #expect(NameHash(name).value == value)
  }

  @Test("tell names apart by their bytes alone, without Unicode normalization")
  func bytes() {
    #expect(NameHash("foobar") == NameHash("foo" + "bar"))
    #expect(NameHash("foobar") != NameHash("foobaR"))
    #expect(NameHash("\u{e9}") != NameHash("e\u{301}"))
  }

  @Test("A hundred thousand similar names have a hundred thousand hashes")
  func similar() {
    var seen = Set<NameHash>()
    for number in 0..<100_000 { seen.insert(NameHash("segment-\(number)")) }
    #expect(seen.count == 100_000)
  }
}
