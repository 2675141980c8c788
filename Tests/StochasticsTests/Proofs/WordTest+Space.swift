import Stochastics

/// Tests that look at many bits of a word, or of several, at once.
extension WordTest {
  /// Whether points of a few leading (or other) bits of disjoint words fill a cube evenly.
  static func cells(_ dimensions: Int, bits: UInt64, dropping dropped: UInt64) -> WordTest {
    WordTest(name: "\(dimensions) dimensions by \(bits) bits from bit \(dropped)") { next in
      var counts = [Int](repeating: 0, count: 1 << (dimensions * Int(bits)))
      for _ in 0..<(1 << 17) {
        var cell: UInt64 = 0
        for _ in 0..<dimensions { cell = cell << bits | (next() << dropped) >> (64 - bits) }
        counts[Int(cell)] += 1
      }
      return chiSquareTail(counts)
    }
  }

  /// Marsaglia's birthday spacings: of 2¹² birthdays in a year of 2³² days, four spacings in the
  /// mean are equal to a smaller one.
  static func birthdays(dropping dropped: UInt64) -> WordTest {
    WordTest(name: "birthday spacings from bit \(dropped)") { next in
      let rounds = 64
      var repeated = 0
      for _ in 0..<rounds {
        let days = (0..<4096).map { _ in (next() << dropped) >> 32 }.sorted()
        var spacings = zip(days.dropFirst(), days).map { $0 - $1 }
        spacings.sort()
        for (one, other) in zip(spacings.dropFirst(), spacings) where one == other { repeated += 1 }
      }
      // P(Poisson(m) ≥ k) = P(k, m).
      let mean = 4 * Double(rounds)
      return repeated == 0 ? 1 : Special.regularizedIncompleteGamma(Double(repeated), mean)
    }
  }

  /// Ranks over the field of two elements of matrices whose rows are words.
  static let ranks = WordTest(name: "ranks of 64 by 64 bits") { next in
    rankTail(matrices: 2_000) { next() }
  }

  /// The same for matrices of the lowest bits of 64 times 64 words.
  static let lowestBitRanks = WordTest(name: "ranks of 64 by 64 lowest bits") { next in
    rankTail(matrices: 200) {
      (0..<64).reduce(UInt64(0)) { row, _ in row << 1 | next() & 1 }
    }
  }

  private static func rankTail(matrices: Int, _ row: () -> UInt64) -> Double {
    var counts = [0, 0, 0]
    for _ in 0..<matrices {
      let rank = rank(of: (0..<64).map { _ in row() })
      counts[min(64 - rank, 2)] += 1
    }
    // Π (1 − 2⁻ⁱ), and twice that: the probabilities of full rank and of one less.
    let full = 0.288_788_095_086_602_4
    return chiSquareTail(counts, [full, 2 * full, 1 - 3 * full])
  }

  private static func rank(of matrix: [UInt64]) -> Int {
    var rows = matrix
    var rank = 0
    for bit in 0..<UInt64(64) {
      guard let pivot = rows[rank...].firstIndex(where: { $0 >> bit & 1 == 1 }) else { continue }
      rows.swapAt(rank, pivot)
      for index in (rank + 1)..<max(64, rank + 1) where rows[index] >> bit & 1 == 1 {
        rows[index] ^= rows[rank]
      }
      rank += 1
      if rank == 64 { break }
    }
    return rank
  }
}
