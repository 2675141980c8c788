import Stochastics
import Testing

@Suite("Addresses of random numbers")
struct StreamKeyTests {
  @Test(
    "A literal and the hash of the same text give the same child",
    arguments: zip(
      [NameHash("review"), NameHash("x"), NameHash("é"), NameHash("")],
      [StaticString("review"), StaticString("x"), StaticString("é"), StaticString("")]))
  func literalAndName(name: NameHash, literal: StaticString) {
    let root = StreamKey(seed: 1)
    #expect(root.child(literal) == root.child(name))
    #expect(NameHash(literal) == name)
  }

  @Test("A literal kept as a single scalar hashes like its text")
  func scalarLiteral() {
    let scalar = StaticString(unicodeScalarLiteral: "é")
    #expect(NameHash(scalar) == NameHash("é"))
  }

  @Test("Frozen: these addresses keep their numbers for ever")
  func frozen() {
    let root = StreamKey(seed: 20_260_612)
    let keys = [
      root, root.child("review"), root.child(0), root.child(-1), root.child(17),
      root.child("review").child(NameHash("anthropic")).child(3), StreamKey(seed: 0),
    ]
    let bits: [UInt64] = [
      0x259d_4926_558c_df1d, 0x15e9_4ae0_389a_81b5, 0x7233_20a1_c163_b345, 0x98cc_8ddb_7867_d050,
      0xae53_8295_9985_2656, 0x2744_c979_892f_3f40, 0x66b2_1186_5638_f0fb,
    ]
    #expect(keys.map { $0.bits() } == bits)
    #expect(keys[5].uniform() == 0.15339335648712626)
    #expect(keys[5].exponential() == 0.16651910363945843)
    #expect(keys[5].normal() == -1.021987719053764)
    var stream = keys[5].stream()
    #expect(stream.next() == 0x4a1e_4f7b_0d04_d87a)
  }

  @Test("Names, ordinals and seeds never share an address, nor do paths in another order")
  func domainsAreApart() {
    let root = StreamKey(seed: 1)
    var seen: Set<StreamKey> = [root]
    for number in 0..<1000 {
      seen.insert(root.child(number))
      seen.insert(root.child(NameHash("\(number)")))
      seen.insert(StreamKey(seed: UInt64(number) + 2))
      seen.insert(root.child(number).child("a"))
      seen.insert(root.child("a").child(number))
    }
    #expect(seen.count == 5001)
    #expect(root.child("a").child("b") != root.child("b").child("a"))
    #expect(root.child("ab") != root.child("a").child("b"))
  }

  @Test("Number, exponential and normal at one address are one draw, by inversion")
  func oneDraw() {
    for ordinal in 0..<1000 {
      let key = StreamKey(seed: 5).child(ordinal)
      let u = key.uniform()
      #expect(u > 0 && u < 1)
      #expect(key.exponential() == -Elementary.log(1 - u))
      #expect(key.normal() == Special.normalQuantile(u))
      #expect(key.uniform() == u)
    }
  }

  typealias Path = @Sendable (Int) -> StreamKey
  static let paths: [(name: String, path: Path)] = {
    let root = StreamKey(seed: 7)
    return [
      ("ordinals", { root.child($0) }),
      ("ordinals 2³² apart", { root.child($0 << 32) }),
      ("seeds", { StreamKey(seed: UInt64($0)) }),
      ("seeds, then a purpose", { StreamKey(seed: UInt64($0)).child("wait") }),
      ("names", { root.child(NameHash("customer-\($0)")) }),
      ("a grid of ordinals", { root.child($0 & 0xff).child($0 >> 8) }),
      ("seed plus ordinal", { StreamKey(seed: UInt64($0 & 0xff)).child($0 >> 8) }),
    ]
  }()

  @Test("Numbers at neighbouring addresses are uniform and unrelated", arguments: paths.indices)
  func neighbours(index: Int) {
    let (name, path) = Self.paths[index]
    let count = 1 << 16
    var high = [Int](repeating: 0, count: 256)
    var low = high
    var pairs = high
    var product = 0.0
    var before = path(count)
    for ordinal in 0..<count {
      let key = path(ordinal)
      let bits = key.bits()
      high[Int(bits >> 56)] += 1
      low[Int(bits & 0xff)] += 1
      pairs[Int((before.bits() >> 60) << 4 | bits >> 60)] += 1
      product += (before.uniform() - 0.5) * (key.uniform() - 0.5)
      before = key
    }
    for (cells, counts) in [("high byte", high), ("low byte", low), ("pairs", pairs)] {
      let tail = chiSquareTail(counts)
      #expect(tail > 1e-5 && tail < 1 - 1e-5, "\(name), \(cells): p = \(tail)")
    }
    let z = product * 12 / Double(count).squareRoot()
    #expect(z.magnitude < 4.5, "\(name): correlation of neighbours, z = \(z)")
  }

  @Test("One bit changed in a seed or an ordinal changes every bit of the number half the time")
  func avalanche() {
    let root = StreamKey(seed: 11)
    let changes: [(String, (UInt64) -> UInt64)] = [
      ("seed", { StreamKey(seed: $0).bits() }),
      ("seed, then a purpose", { StreamKey(seed: $0).child("wait").bits() }),
      ("ordinal", { root.child(Int(truncatingIfNeeded: $0)).bits() }),
      ("ordinal, then another", { root.child(Int(truncatingIfNeeded: $0)).child(1).bits() }),
    ]
    let samples = 1024
    for (name, bits) in changes {
      for changed in 0..<64 {
        var flips = [Int](repeating: 0, count: 64)
        for sample in 0..<samples {
          // Words that never contain the changed bit, so that no pair counts twice.
          let mask = (UInt64(1) << UInt64(changed)) - 1
          let word = (UInt64(sample) & ~mask) << 1 | UInt64(sample) & mask
          let difference = bits(word) ^ bits(word | mask + 1)
          for bit in 0..<64 { flips[bit] += Int(difference >> UInt64(bit) & 1) }
        }
        let worst = flips.map { ($0 - samples / 2).magnitude }.max() ?? 0
        #expect(worst < 96, "\(name), bit \(changed): off by \(worst) of \(samples), 6 sd")
      }
    }
  }
}
