/// A sequence of random numbers: xoshiro256++, period 2²⁵⁶ − 1.
///
/// A value of four words; a copy goes on from the same place. Start one with
/// ``StreamKey/stream()``, so that it depends on what it is for.
///
/// Source: Blackman and Vigna, *Scrambled Linear Pseudorandom Number Generators*, ACM TOMS 47
/// (2021).
public struct RandomStream: Sendable, BitwiseCopyable, RandomNumberGenerator {
  @usableFromInline var s0: UInt64
  @usableFromInline var s1: UInt64
  @usableFromInline var s2: UInt64
  @usableFromInline var s3: UInt64

  /// The sequence at an address; each half of the key gives two words through SplitMix64.
  ///
  /// SplitMix64 maps one state only to zero, so the words are never all zero.
  @inlinable
  public init(key: StreamKey) {
    var first = SplitMix64(state: key.high)
    var second = SplitMix64(state: key.low)
    self.init(state: (first.next(), first.next(), second.next(), second.next()))
  }

  /// The sequence from four words of state, which must not all be zero.
  @inlinable
  public init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state.0 | state.1 | state.2 | state.3 != 0, "a state of zeros stays there")
    (s0, s1, s2, s3) = state
  }

  /// The next 64 bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    let sum = s0 &+ s3
    let result = (sum << 23 | sum >> 41) &+ s0
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = s3 << 45 | s3 >> 19
    return result
  }

  /// A uniform number in the open interval (0, 1), one of 2⁵² values symmetric about ½.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double { openUnit(next()) }

  /// A whole number in 0 ..< `count`, each exactly as likely as the others; `count` is positive.
  ///
  /// Multiplication with rejection: Lemire, *Fast Random Integer Generation in an Interval*, ACM
  /// TOMACS 29 (2019).
  @inlinable
  public mutating func below(_ count: Int) -> Int {
    if count <= 0 { refuse(below: count) }
    let range = UInt64(count)
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold { product = next().multipliedFullWidth(by: range) }
    }
    return Int(product.high)
  }
}

/// SplitMix64, which spreads one word over many; used to fill the state of a longer generator.
///
/// Source: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014.
public struct SplitMix64: Sendable, BitwiseCopyable, RandomNumberGenerator {
  @usableFromInline var state: UInt64

  /// The sequence from one word; every word is a good one.
  @inlinable
  public init(state: UInt64) { self.state = state }

  /// The next 64 bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}

// `fatalError`, since a `precondition` says nothing in an optimized build.
@usableFromInline
@inline(never)
func refuse(below count: Int) -> Never {
  fatalError("No whole number from zero on is below \(count)")
}
