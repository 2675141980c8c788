import RegulatoryWorld
import Testing

@Suite("The same scenario gives the same bytes")
struct GoldenTests {
  /// The digest of three futures of the June directive under every regime.
  ///
  /// It may move only together with the results epoch of the version.
  static let digest: UInt64 = 0xd561_4ae1_206a_d8b9

  @Test("Three futures of the June directive have the digest of this results epoch")
  func digestOfThreeFutures() throws {
    let rows = try Rows(Question().under(Regimes.all), seeds: 1...3)
    var digest: UInt64 = 0xcbf2_9ce4_8422_2325
    for seed in rows.seeds.indices {
      for regime in rows.regimes.indices {
        for column in Rows.all.indices {
          let value = rows.value(seed, regime, column)
          // Every empty value is the same, and so is every zero.
          var bits = value.isNaN ? UInt64.max : (value + 0).bitPattern
          for _ in 0..<8 {
            digest = (digest ^ (bits & 0xff)) &* 0x0000_0100_0000_01b3
            bits >>= 8
          }
        }
      }
    }
    #expect(digest == GoldenTests.digest, "the digest is 0x\(String(digest, radix: 16))")
  }
}
