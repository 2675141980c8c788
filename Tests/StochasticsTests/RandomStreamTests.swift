import Stochastics
import Testing

@Suite("Random streams")
struct RandomStreamTests {
  @Test("xoshiro256++ gives the published numbers from state 1, 2, 3, 4")
  func xoshiro() {
    var stream = RandomStream(state: (1, 2, 3, 4))
    let published: [UInt64] = [
      41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386,
      9_228_616_714_210_784_205, 9_973_669_472_204_895_162, 14_011_001_112_246_962_877,
      12_406_186_145_184_390_807, 15_849_039_046_786_891_736, 10_450_023_813_501_588_000,
    ]
    #expect(published.map { _ in stream.next() } == published)
  }

  @Test("SplitMix64 gives the published numbers from state 1234567")
  func splitMix() {
    var mix = SplitMix64(state: 1_234_567)
    let published: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
    ]
    #expect(published.map { _ in mix.next() } == published)
  }

  @Test("A copy goes on from the same place, and another key starts another sequence")
  func copies() {
    var one = StreamKey(seed: 1).child("wait").stream()
    for _ in 0..<10 { _ = one.normal() }
    var copy = one
    let rest = (0..<100).map { _ in one.next() }
    #expect((0..<100).map { _ in copy.next() } == rest)
    var other = StreamKey(seed: 2).child("wait").stream()
    #expect((0..<100).map { _ in other.next() } != rest)
  }

  @Test("Uniform numbers are uniform and strictly inside (0, 1)", arguments: [1, 2, 3] as [UInt64])
  func uniform(seed: UInt64) {
    var stream = StreamKey(seed: seed).stream()
    let sample = (0..<50_000).map { _ in stream.uniform() }
    let statistic = kolmogorov(sample) { $0 }
    #expect(statistic < 2.2, "seed \(seed)")
    #expect(sample.allSatisfy { $0 > 0 && $0 < 1 })
  }

  @Test("The first words of neighbouring streams are uniform too")
  func firstWords() {
    var counts = [Int](repeating: 0, count: 256)
    for ordinal in 0..<65_536 {
      var stream = StreamKey(seed: 9).child(ordinal).stream()
      counts[Int(stream.next() >> 56)] += 1
    }
    #expect(chiSquareTail(counts) > 1e-5)
  }

  @Test("Whole numbers below n are equally likely", arguments: [1, 2, 3, 7, 10, 64, 1000])
  func below(count: Int) {
    var stream = StreamKey(seed: 4).child(count).stream()
    var counts = [Int](repeating: 0, count: count)
    for _ in 0..<(100 * count + 1000) { counts[stream.below(count)] += 1 }
    #expect(count == 1 || chiSquareTail(counts) > 1e-5, "below \(count): \(counts)")
  }

  @Test("Whole numbers below a huge n have no bias to some of them")
  func belowHuge() {
    // Without rejection, 2⁶⁴ words on 3 · 2⁶¹ numbers give residues 0, 1 and 2 as 3 : 3 : 2.
    let range = 3 << 61
    var stream = StreamKey(seed: 5).stream()
    var thirds = [0, 0, 0]
    for _ in 0..<30_000 { thirds[stream.below(range) % 3] += 1 }
    #expect(chiSquareTail(thirds) > 1e-5, "\(thirds)")
  }

  @Test("The standard library shuffles with a stream, the same way each time")
  func shuffling() {
    var one = StreamKey(seed: 6).stream()
    var two = one
    let shuffled = Array(0..<52).shuffled(using: &one)
    #expect(shuffled == Array(0..<52).shuffled(using: &two))
    #expect(shuffled.sorted() == Array(0..<52))
    #expect(shuffled != Array(0..<52))
  }
}
