import Stochastics
import Testing

@Suite("Quantiles of type 7")
struct QuantilesTests {
  @Test(
    "of 1, 2, 4, 8 are those worked out by hand",
    arguments: [
      (0, 1), (0.1, 1.3), (0.25, 1.75), (0.5, 3), (0.75, 5), (0.9, 6.8), (1, 8),
    ] as [(Double, Double)])
  func byHand(p: Double, value: Double) throws {
    let ours = try #require(Quantiles.type7(sorted: [1, 2, 4, 8], p))
    #expect(agree(ours, value, within: 1e-15))
  }

  @Test("of one value are that value, and of none are nil")
  func few() {
    #expect(Quantiles.type7(sorted: [7], 0.3) == 7)
    #expect(Quantiles.type7(sorted: [], 0.3) == nil)
  }

  @Test("of values that are partly infinite are never NaN")
  func infinite() {
    let sorted: [Double] = [-.infinity, 1, 2, .infinity, .infinity]
    #expect(Quantiles.type7(sorted: sorted, 0) == -.infinity)
    #expect(Quantiles.type7(sorted: sorted, 0.1) == -.infinity)
    #expect(Quantiles.type7(sorted: sorted, 0.25) == 1)
    #expect(Quantiles.type7(sorted: sorted, 0.5) == 2)
    #expect(Quantiles.type7(sorted: sorted, 0.6) == .infinity)
    #expect(Quantiles.type7(sorted: sorted, 0.9) == .infinity)
    #expect(Quantiles.type7(sorted: [-.infinity, .infinity], 0.5)?.isNaN == false)
  }

  @Test("of values at both ends of the range do not overflow")
  func huge() throws {
    let middle = try #require(Quantiles.type7(sorted: [-1.7e308, 1.7e308], 0.25))
    #expect(agree(middle, -0.85e308, within: 1e-15))
  }
}
