import Stochastics
import Testing

@Suite("Proofs: words of streams and of neighbouring addresses", .tags(.proof))
struct WordProofs {
  /// So far out that some 200 results all stay inside but once in 2,500 generators.
  private static let rare = 1e-6

  private static func isSuspect(_ tail: Double) -> Bool { tail < rare || tail > 1 - rare }

  @Test("pass every test that a sequence of random words passes", arguments: WordSource.ours)
  func pass(source: WordSource) {
    let seed: UInt64 = 1
    for test in WordTest.all {
      let tail = test.tail(source.start(seed))
      #expect(!Self.isSuspect(tail), "\(source.name), seed \(seed), \(test.name): p = \(tail)")
    }
  }

  @Test("are told from words that are wrong in some way: every wrong source fails a test")
  func wrongSourcesFail() {
    for source in WordSource.wrong {
      let failed = WordTest.all.filter { Self.isSuspect($0.tail(source.start(1))) }
      #expect(!failed.isEmpty, "\(source.name)")
    }
  }

  @Test("and every test fails a wrong source")
  func everyTestCanFail() {
    for test in WordTest.all {
      let found = WordSource.wrong.contains { Self.isSuspect(test.tail($0.start(1))) }
      #expect(found, "\(test.name) finds nothing")
    }
  }

  @Test("are nowhere the same: 64 neighbouring seeds by 1,024 ordinals")
  func seedsShareNothing() {
    func distinct(_ word: (_ seed: UInt64, _ ordinal: Int) -> UInt64) -> Int {
      var seen: Set<UInt64> = []
      for seed in UInt64(0)..<64 {
        for ordinal in 0..<1024 { seen.insert(word(seed, ordinal)) }
      }
      return seen.count
    }
    #expect(distinct { StreamKey(seed: $0).child($1).bits() } == 64 * 1024)
    // The mistake that this is about: the ordinal added to the seed, then mixed well.
    let added = distinct { seed, ordinal in
      StreamKey(seed: seed &+ UInt64(ordinal)).bits()
    }
    #expect(added == 64 + 1024 - 1)
  }
}
