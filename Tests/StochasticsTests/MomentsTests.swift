import Stochastics
import Testing

@Suite("Moments")
struct MomentsTests {
  @Test("of 2, 4, 4, 4, 5, 5, 7, 9 are those worked out by hand")
  func byHand() throws {
    let moments = Moments([2, 4, 4, 4, 5, 5, 7, 9])
    #expect(moments.count == 8)
    #expect(moments.mean == 5)
    #expect(try agree(#require(moments.variance), 32.0 / 7, within: 1e-15))
    #expect(try agree(#require(moments.standardDeviation), (32.0 / 7).squareRoot(), within: 1e-15))
    // Σ(x − 5)³ = −27 − 3 + 0 + 8 + 64 = 42; m₃ / m₂^1.5 = (42/8) / 4^1.5.
    #expect(try agree(#require(moments.skewness), 42.0 / 8 / 8, within: 1e-14))
    #expect(moments.min == 2)
    #expect(moments.max == 9)
  }

  @Test("that do not exist are nil")
  func missing() {
    #expect(Moments().mean == nil && Moments().min == nil && Moments().max == nil)
    #expect(Moments([3]).mean == 3 && Moments([3]).variance == nil)
    #expect(Moments([3, 3]).variance == 0 && Moments([3, 3, 3]).skewness == nil)
    #expect(Moments([1, 2]).skewness == nil)
  }

  @Test("keep their digits beside a large mean")
  func largeMean() throws {
    let moments = Moments([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])
    #expect(moments.variance == 30)
    #expect(moments.mean == 1e9 + 10)
  }

  @Test("merged in blocks are those of all numbers", arguments: [1, 2, 7, 64, 999] as [Int])
  func merged(block: Int) throws {
    var stream = StreamKey(seed: 1).child("moments").stream()
    let values = (0..<1000).map { _ in stream.exponential() * 3 - 1 }
    var merged = Moments()
    for start in stride(from: 0, to: values.count, by: block) {
      merged.merge(Moments(values[start..<min(start + block, values.count)]))
    }
    merged.merge(Moments())
    let whole = Moments(values)
    #expect(merged.count == whole.count)
    #expect(try agree(#require(merged.mean), #require(whole.mean), within: 1e-13))
    #expect(try agree(#require(merged.variance), #require(whole.variance), within: 1e-13))
    #expect(try agree(#require(merged.skewness), #require(whole.skewness), within: 1e-12))
    #expect(merged.min == whole.min && merged.max == whole.max)
  }
}
