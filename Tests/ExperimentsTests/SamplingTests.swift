import Experiments
import Scenarios
import Stochastics
import Testing

/// Factors and numbers of points that a seed decides.
private struct Sample {
  var stream: RandomStream
  init(_ seed: Int) { stream = StreamKey(seed: UInt64(seed)).child("sampling tests").stream() }

  mutating func range() -> ClosedRange<Double> {
    let low = (stream.uniform() - 0.5) * 200
    return low...low + stream.uniform() * 50 + 1e-3
  }

  mutating func factor(_ name: String) -> Factor {
    switch stream.below(3) {
    case 0: return Factor(name, .number, range: range())
    case 1:
      let low = Double(stream.below(100))
      return Factor(name, .count, range: low...low + Double(1 + stream.below(9)))
    default:
      return Factor(
        name, .number, levels: (0...stream.below(6)).map { Double($0) + stream.uniform() })
    }
  }

  mutating func factors() -> [Factor] { (0...stream.below(5)).map { factor("part.x\($0)") } }
}

extension Design {
  fileprivate func column(_ address: String) -> [Double] {
    guard let place = addresses.firstIndex(of: address) else { return [] }
    return (1...count).map { point in
      let values = values(of: point)
      return values[values.startIndex + place]
    }
  }
}

extension Factor {
  fileprivate func contains(_ value: Double) -> Bool {
    switch values {
    case .range(let range): return range.contains(value) && quantity.complaint(about: value) == nil
    case .levels(let levels): return levels.contains(value)
    }
  }
}

@Suite struct SamplingTests {
  static let seeds = 1...200

  @Test("every method gives as many points as it says, each value one that its factor takes")
  func values() {
    for seed in Self.seeds {
      var sample = Sample(seed)
      let factors = sample.factors()
      let points = 1 + sample.stream.below(60)
      let methods: [Sampling] = [
        .grid(samples: 2 + seed % 4), .latinHypercube(points: points, seed: UInt64(seed)),
        .independent(points: points, seed: UInt64(seed)),
      ]
      for method in methods {
        let design = method.design(of: factors)
        #expect(design.count == method.count(of: factors), "seed \(seed)")
        #expect(design.addresses == factors.map(\.address))
        for factor in factors {
          #expect(design.column(factor.address).allSatisfy(factor.contains), "seed \(seed)")
        }
      }
    }
  }

  @Test("a Latin hypercube hits every stratum of every range exactly once")
  func strata() {
    for seed in Self.seeds {
      var sample = Sample(seed)
      let points = 1 + sample.stream.below(300)
      let ranges = [0...1, -3...5, sample.range()]
      let factors = ranges.enumerated().map { Factor("a.b\($0)", .number, range: $1) }
      let design = Sampling.latinHypercube(points: points, seed: UInt64(seed)).design(of: factors)
      for (factor, range) in zip(factors, ranges) {
        let width = (range.upperBound - range.lowerBound) / Double(points)
        let strata = design.column(factor.address).map { Int(($0 - range.lowerBound) / width) }
        #expect(strata.sorted() == Array(0..<points), "seed \(seed), \(range)")
      }
    }
  }

  @Test("a Latin hypercube deals levels and whole numbers as evenly as their number allows")
  func dealing() {
    for seed in Self.seeds {
      var sample = Sample(seed)
      let kinds = 1 + sample.stream.below(9)
      let points = 1 + sample.stream.below(100)
      let method = Sampling.latinHypercube(points: points, seed: UInt64(seed))
      let levels = Factor("a.levels", .number, levels: (0..<kinds).map(Double.init))
      let dealt = counts(method.design(of: [levels]).column("a.levels"), kinds)
      #expect(Set(dealt).isSubset(of: [points / kinds, (points + kinds - 1) / kinds]))
      #expect(dealt.count { $0 > points / kinds } == points % kinds, "seed \(seed): \(dealt)")

      let whole = Factor("a.whole", .count, range: 0...Double(kinds))
      let even = Sampling.latinHypercube(points: (kinds + 1) * 7, seed: UInt64(seed))
      let numbers = counts(even.design(of: [whole]).column("a.whole"), kinds + 1)
      #expect(numbers == Array(repeating: 7, count: kinds + 1), "seed \(seed)")
    }
  }

  @Test("columns of a Latin hypercube are paired by chance: no two of them go together")
  func pairing() {
    // r has variance 1/(n − 1) where the order is chance; 5 standard deviations.
    let factors = (0..<8).map { Factor("a.b\($0)", .number, range: 0...1) }
    let points = 2000
    let design = Sampling.latinHypercube(points: points, seed: 3).design(of: factors)
    let columns = factors.map { design.column($0.address).map { $0 - 0.5 } }
    for (place, column) in columns.enumerated() {
      for other in columns[..<place] {
        let covariance = zip(column, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(points)
        #expect((covariance * 12).magnitude < 5 / Double(points - 1).squareRoot())
      }
    }
  }

  @Test("a column depends on its own address, never on the other factors or its place among them")
  func columns() {
    for seed in Self.seeds {
      var sample = Sample(seed)
      let factors = sample.factors()
      let points = 1 + sample.stream.below(40)
      let chance = UInt64(sample.stream.below(1000))
      let newcomer = sample.factor("another.one")
      let others: [[Factor]] = [[newcomer] + factors, factors.reversed(), [factors[0]]]
      for method in [
        Sampling.latinHypercube(points: points, seed: chance),
        .independent(points: points, seed: chance),
      ] {
        let design = method.design(of: factors)
        for other in others {
          let changed = method.design(of: other)
          for address in changed.addresses where address != newcomer.address {
            #expect(changed.column(address) == design.column(address), "seed \(seed)")
          }
        }
      }
    }
  }

  @Test("seed, method and address each give other values")
  func streams() {
    let a = Factor("a.b", .number, range: 0...1)
    let c = Factor("a.c", .number, range: 0...1)
    let columns = [
      Sampling.independent(points: 50, seed: 1).design(of: [a]).column("a.b"),
      Sampling.independent(points: 50, seed: 2).design(of: [a]).column("a.b"),
      Sampling.independent(points: 50, seed: 1).design(of: [c]).column("a.c"),
      Sampling.latinHypercube(points: 50, seed: 1).design(of: [a]).column("a.b"),
      Sampling.latinHypercube(points: 50, seed: 2).design(of: [a]).column("a.b"),
      Sampling.latinHypercube(points: 50, seed: 1).design(of: [c]).column("a.c"),
    ]
    #expect(Set(columns.flatMap { $0 }).count == 300)
  }

  @Test("a design is a function of its words, and the same on every machine")
  func repeatable() {
    let factors = [
      Factor("a.share", .share, range: 0...1), Factor("a.count", .count, range: 1...6),
      Factor("a.level", .number, levels: [1, 2]),
    ]
    let random = Sampling.independent(points: 2, seed: 7).design(of: factors)
    #expect((1...2).map { Array(random.values(of: $0)) } == SamplingFigures.random)
    let hypercube = Sampling.latinHypercube(points: 2, seed: 7).design(of: factors)
    #expect((1...2).map { Array(hypercube.values(of: $0)) } == SamplingFigures.hypercube)
  }

  @Test("more random points keep the earlier ones")
  func prefix() {
    for seed in Self.seeds {
      var sample = Sample(seed)
      let factors = sample.factors()
      let few = 1 + sample.stream.below(50)
      let short = Sampling.independent(points: few, seed: UInt64(seed)).design(of: factors)
      let more = few + 1 + seed
      let long = Sampling.independent(points: more, seed: UInt64(seed)).design(of: factors)
      for point in 1...few {
        #expect(short.values(of: point) == long.values(of: point), "seed \(seed)")
      }
    }
  }

  @Test("random values are uniform: ranges in their 20 parts, whole numbers and levels each")
  func uniformity() {
    let points = 20_000
    for seed in 1...20 {
      let design = Sampling.independent(points: points, seed: UInt64(seed)).design(of: [
        Factor("a.range", .number, range: -1...3), Factor("a.whole", .count, range: 5...24),
        Factor("a.level", .number, levels: (0..<20).map(Double.init)),
      ])
      let parts = [
        design.column("a.range").map { ($0 + 1) * 5 }, design.column("a.whole").map { $0 - 5 },
        design.column("a.level"),
      ]
      for part in parts {
        let expected = Double(points) / 20
        let squares = counts(part, 20).map { (Double($0) - expected) * (Double($0) - expected) }
        // Chi-squared with 19 degrees of freedom: above 62 once in 500,000 times.
        #expect(squares.reduce(0, +) / expected < 62, "seed \(seed)")
      }
    }
  }

  private func counts(_ values: [Double], _ kinds: Int) -> [Int] {
    var counts = [Int](repeating: 0, count: kinds)
    for value in values { counts[Int(value)] += 1 }
    return counts
  }
}

/// What two designs hold, found once; they must never change, or no sweep could be repeated.
private enum SamplingFigures {
  static let random = [[0.41857413706734825, 5, 1], [0.17034153859756296, 6, 2]]
  static let hypercube = [[0.6049700587307856, 6, 1], [0.4562060313967397, 3, 2]]
}

@Suite struct GridTests {
  @Test("a grid is the product of its factors' values, the first varying slowest")
  func product() {
    for seed in 1...200 {
      var sample = Sample(seed)
      let factors = sample.factors().prefix(4).map { $0 }
      let samples = 2 + sample.stream.below(4)
      let steps = factors.map {
        Sampling.grid(samples: samples).design(of: [$0]).column($0.address)
      }
      let expected = steps.reduce([[]]) { rows, steps in
        rows.flatMap { row in steps.map { row + [$0] } }
      }
      let design = Sampling.grid(samples: samples).design(of: factors)
      #expect((1...design.count).map { Array(design.values(of: $0)) } == expected, "seed \(seed)")
    }
  }

  static let ranges: [(Quantity, ClosedRange<Double>, Int, [Double])] = [
    (.share, 0...1, 5, [0, 0.25, 0.5, 0.75, 1]),
    (.share, 0...1, 11, [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]),
    (.share, 0.1...0.4, 4, [0.1, 0.2, 0.3, 0.4]),
    (.number, -1...0.2, 5, [-1, -0.7, -0.4, -0.1, 0.2]),
    (.number, 0...2, 4, [0, 2.0 / 3, 4.0 / 3, 2]),
    (.number, -1e308...1e308, 3, [-1e308, 0, 1e308]),
    (.count, 1...9, 5, [1, 3, 5, 7, 9]),
    (.count, 1...3, 5, [1, 2, 3]),
    (.count, 10...13, 3, [10, 12, 13]),
    (.count, 0...9_007_199_254_740_991, 2, [0, 9_007_199_254_740_991]),
  ]

  @Test("a range gives evenly spaced values with both its ends, whole ones once", arguments: ranges)
  func steps(quantity: Quantity, range: ClosedRange<Double>, samples: Int, expected: [Double]) {
    let factor = Factor("a.b", quantity, range: range)
    #expect(Sampling.grid(samples: samples).design(of: [factor]).column("a.b") == expected)
  }

  @Test("levels stand as they are written, in their order and however many a range would give")
  func levels() {
    let factor = Factor("a.b", .number, levels: [3, -1, 2])
    #expect(Sampling.grid(samples: 2).design(of: [factor]).column("a.b") == [3, -1, 2])
  }

  @Test("the size of a grid is known before it is made, also where no number could hold it")
  func size() {
    let factors = (0..<64).map { Factor("a.b\($0)", .share, range: 0...1) }
    #expect(Sampling.grid(samples: 2).count(of: Array(factors.prefix(40))) == 1 << 40)
    #expect(Sampling.grid(samples: 2).count(of: factors) == nil)
    #expect(Sampling.grid(samples: 1_000_000).count(of: factors) == nil)
    #expect(Sampling.grid(samples: 5).count(of: []) == 1)
  }
}

@Suite struct DesignTests {
  @Test("a plain run is a design of one point at which nothing is changed")
  func single() {
    #expect(Design.single.count == 1)
    #expect(Design.single.values(of: 1).isEmpty)
    #expect(Design.single.regime(of: 1) == nil)
    #expect(Sampling.grid(samples: 5).design(of: []) == .single)
  }

  @Test("values lie point by point; a point has a regime of its own, or those of the scenario")
  func points() {
    let design = Design(
      addresses: ["a.b", "a.c"], values: [1, 2, 3, 4, 5, 6], regimes: ["output", "", "model"],
      count: 3)
    #expect((1...3).map { Array(design.values(of: $0)) } == [[1, 2], [3, 4], [5, 6]])
    #expect((1...3).map { design.regime(of: $0) } == ["output", nil, "model"])
  }
}
