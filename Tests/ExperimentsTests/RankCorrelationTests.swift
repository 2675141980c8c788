import Experiments
import Testing

@Suite struct RankCorrelationTests {
  @Test("a rising curve has 1, a falling one −1, whatever its shape")
  func monotone() {
    let xs = (0..<20).map { Double($0) }
    #expect(RankCorrelation.spearman(xs, xs.map { $0 * $0 * $0 }) == 1)
    #expect(RankCorrelation.spearman(xs, xs.map { 1 / (1 + $0) }) == -1)
  }

  @Test("without ties it is 1 − 6 Σd² / (n (n² − 1))")
  func formula() throws {
    for seed in 1...100 {
      let xs = (0..<9).map { Fake.noise(seed, $0) }
      let ys = (0..<9).map { Fake.noise(seed, 100 + $0) }
      func rank(_ value: Double, _ all: [Double]) -> Double { Double(all.count { $0 < value }) }
      let squares = zip(xs, ys).reduce(0.0) { sum, pair in
        let d = rank(pair.0, xs) - rank(pair.1, ys)
        return sum + d * d
      }
      let found = try #require(RankCorrelation.spearman(xs, ys))
      #expect(close(found, 1 - 6 * squares / (9 * 80)), "seed \(seed)")
    }
  }

  @Test("equal values share their rank, and pairs without a number are left out")
  func ties() throws {
    // Ranks 1.5, 1.5, 3, 4 against 1, 2, 3, 4.
    let found = try #require(RankCorrelation.spearman([5, 5, 6, 7, .nan], [1, 2, 3, 4, 0]))
    #expect(close(found, 4.5 / (4.5 * 5).squareRoot()))
  }

  @Test("there is none of fewer than three pairs or of a constant")
  func none() {
    #expect(RankCorrelation.spearman([1, 2], [3, 4]) == nil)
    #expect(RankCorrelation.spearman([1, 2, 3], [4, 4, 4]) == nil)
    #expect(RankCorrelation.spearman([1, 2, .nan], [4, 5, 6]) == nil)
  }
}
