import Stochastics

/// One statistical test of a sequence of 64-bit words that are supposed to be random.
///
/// The tests are those of Knuth, *The Art of Computer Programming* 2, section 3.3.2, and of
/// Marsaglia's Diehard battery (1995), each over disjoint words so that its law is exact.
struct WordTest: Sendable {
  let name: String
  /// The probability of a result at least this far from what is expected.
  let tail: @Sendable (_ next: () -> UInt64) -> Double

  /// Every test, in the order in which they are told.
  static let all =
    [bitBalance, weights, weightsOfDifferences, neighbourWeights, differences, correlations]
    + [runs, gaps, ranks, lowestBitRanks]
    + [birthdays(dropping: 0), birthdays(dropping: 32)]
    + [cells(2, bits: 6, dropping: 0), cells(2, bits: 6, dropping: 58)]
    + [cells(3, bits: 4, dropping: 0), cells(3, bits: 4, dropping: 60)]

  static let bitBalance = WordTest(name: "each bit is one half the time") { next in
    let words = 1 << 16
    var ones = [Int](repeating: 0, count: 64)
    for _ in 0..<words {
      let word = next()
      for bit in 0..<64 { ones[bit] += Int(word >> UInt64(bit) & 1) }
    }
    let statistic = ones.reduce(0.0) { sum, count in
      let gap = Double(2 * count - words)
      return sum + gap * gap / Double(words)
    }
    return chiSquareTail(statistic, degreesOfFreedom: 64)
  }

  static let weights = WordTest(name: "number of ones in a word") { next in
    weightTail { next() }
  }

  static let weightsOfDifferences = WordTest(name: "number of bits that differ") { next in
    weightTail { next() ^ next() }
  }

  static let neighbourWeights = WordTest(name: "numbers of ones in two words") { next in
    // Few, about half, many.
    func kind(_ word: UInt64) -> Int {
      let ones = word.nonzeroBitCount
      return ones < 31 ? 0 : ones > 33 ? 2 : 1
    }
    let outer = (0..<31).reduce(0) { $0 + Self.weightLaw[$1] }
    let law = [outer, 1 - 2 * outer, outer]
    var counts = [Int](repeating: 0, count: 9)
    for _ in 0..<(1 << 17) { counts[3 * kind(next()) + kind(next())] += 1 }
    return chiSquareTail(counts, law.flatMap { first in law.map { first * $0 } })
  }

  static let differences = WordTest(name: "differences of two words") { next in
    var counts = [Int](repeating: 0, count: 256)
    for _ in 0..<(1 << 17) {
      let first = next()
      counts[Int((next() &- first) >> 56)] += 1
    }
    return chiSquareTail(counts)
  }

  static let correlations = WordTest(name: "correlations at distances 1 to 16") { next in
    let count = 1 << 17
    let numbers = (0..<count).map { _ in Double(next() >> 11) * 0x1p-53 - 0.5 }
    let statistic = (1...16).reduce(0.0) { sum, lag in
      var product = 0.0
      for index in lag..<count { product += numbers[index] * numbers[index - lag] }
      return sum + product * product * 144 / Double(count - lag)
    }
    return chiSquareTail(statistic, degreesOfFreedom: 16)
  }

  /// Knuth's test G with the number after each run thrown away, which makes runs independent.
  static let runs = WordTest(name: "lengths of rising runs") { next in
    let longest = 7
    var counts = [Int](repeating: 0, count: longest)
    for _ in 0..<(1 << 16) {
      var last = next()
      var length = 1
      while true {
        let word = next()
        if word < last { break }
        last = word
        length += 1
      }
      counts[min(length, longest) - 1] += 1
    }
    // P(length ≥ k) = 1 / k!.
    var atLeast = 1.0
    let law = (1...longest).map { length in
      let longer = length == longest ? 0 : atLeast / Double(length + 1)
      defer { atLeast = longer }
      return atLeast - longer
    }
    return chiSquareTail(counts, law)
  }

  static let gaps = WordTest(name: "gaps between words in the lowest eighth") { next in
    let longest = 40
    var counts = [Int](repeating: 0, count: longest + 1)
    for _ in 0..<(1 << 15) {
      var gap = 0
      while next() >> 61 != 0 { gap += 1 }
      counts[min(gap, longest)] += 1
    }
    var more = 1.0
    let law = (0...longest).map { gap in
      defer { more *= 0.875 }
      return gap == longest ? more : more / 8
    }
    return chiSquareTail(counts, law)
  }

  /// The law of the number of ones in a random word.
  private static let weightLaw: [Double] = {
    var term = 0x1p-64
    return (0...64).map { ones in
      defer { term *= Double(64 - ones) / Double(ones + 1) }
      return term
    }
  }()

  private static func weightTail(_ next: () -> UInt64) -> Double {
    let (low, high) = (20, 44)
    var counts = [Int](repeating: 0, count: high - low + 1)
    var law = counts.map { _ in 0.0 }
    for (ones, share) in weightLaw.enumerated() { law[min(max(ones, low), high) - low] += share }
    for _ in 0..<(1 << 17) { counts[min(max(next().nonzeroBitCount, low), high) - low] += 1 }
    return chiSquareTail(counts, law)
  }
}
