/// The address of a random number: seed, purpose, entity, ordinal, and so on down.
///
/// A key is a pure function of the path that leads to it, so a number depends on what it is for
/// and never on what was drawn before it:
///
/// ```swift
/// let world = StreamKey(seed: 20_260_612).child("replication").child(17)
/// let wait = world.child("review").child(NameHash("anthropic")).child(3).exponential()
/// ```
///
/// A key is 128 bits. Each step mixes its word in with two 64 × 64 → 128 multiplications whose
/// halves are folded together, the operands depending on both halves of the key, so neighbouring
/// seeds, names and ordinals give unrelated keys; two different paths meet with probability 2⁻¹²⁸
/// a pair, two ``NameHash`` values with 2⁻⁶⁴. The fold is that of wyhash and wyrand (Wang Yi,
/// 2019, public domain); the constants are the first digits of π, taken because nobody chose them.
public struct StreamKey: Hashable, Sendable, BitwiseCopyable {
  @usableFromInline let high: UInt64
  @usableFromInline let low: UInt64

  @inlinable @inline(__always)
  init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The root of all addresses of a seed; seeds that differ in one bit have unrelated roots.
  @inlinable
  public init(seed: UInt64) {
    self = StreamKey(high: 0x243f_6a88_85a3_08d3, low: 0x1319_8a2e_0370_7344)
      .mixed(with: seed, domain: 0xa409_3822_299f_31d0)
  }

  /// The address below this one for a purpose, which is known when the program is written.
  @inlinable @inline(__always)
  public func child(_ purpose: StaticString) -> StreamKey {
    child(NameHash(purpose))
  }

  /// The address below this one for a name; equal to the child of the same name as a literal.
  @inlinable @inline(__always)
  public func child(_ name: NameHash) -> StreamKey {
    mixed(with: name.value, domain: 0x082e_fa98_ec4e_6c89)
  }

  /// The address below this one for an ordinal, which no name can meet.
  @inlinable @inline(__always)
  public func child(_ ordinal: Int) -> StreamKey {
    mixed(with: UInt64(truncatingIfNeeded: ordinal), domain: 0x4528_21e6_38d0_1377)
  }

  /// The 64 bits at this address, from which ``uniform()`` is made.
  @inlinable @inline(__always)
  public func bits() -> UInt64 {
    let product = (low ^ 0xbe54_66cf_34e9_0c6c).multipliedFullWidth(by: high ^ low)
    return (product.high ^ product.low) ^ high
  }

  /// The one uniform number at this address, in the open interval (0, 1).
  ///
  /// One of 2⁵² values, symmetric about ½: (k + ½) · 2⁻⁵².
  @inlinable @inline(__always)
  public func uniform() -> Double { openUnit(bits()) }

  /// The exponential number of mean 1 at this address, increasing in ``uniform()``: −log(1 − u).
  ///
  /// At most 36.74, the resolution of one uniform; use ``stream()`` where the far tail matters.
  @inlinable @inline(__always)
  public func exponential() -> Double { -Elementary.log(1 - uniform()) }

  /// The standard normal number at this address, increasing in ``uniform()``: Φ⁻¹(u).
  ///
  /// At most 8.21 in size, the resolution of one uniform.
  @inlinable @inline(__always)
  public func normal() -> Double { Special.normalQuantile(uniform()) }

  /// The sequence of numbers that starts at this address.
  @inlinable
  public func stream() -> RandomStream { RandomStream(key: self) }

  @inlinable @inline(__always)
  func mixed(with word: UInt64, domain: UInt64) -> StreamKey {
    let place = high &+ word &* 0x9e37_79b9_7f4a_7c15
    let secret = low ^ domain
    let first = place.multipliedFullWidth(by: place ^ secret)
    let once = first.high ^ first.low
    let turned = secret << 29 | secret >> 35
    let second = (once ^ 0xc0ac_29b7_c97c_50dd)
      .multipliedFullWidth(by: place ^ turned ^ 0x3f84_d5b5_b547_0917)
    return StreamKey(high: second.high ^ second.low, low: once &+ turned)
  }
}

/// The midpoint (k + ½) · 2⁻⁵² of the cell that the 52 leading bits name; never 0 and never 1.
///
/// The bits become the mantissa of a number in [1, 2), from which 1 − 2⁻⁵³ is taken exactly.
@inlinable @inline(__always)
func openUnit(_ bits: UInt64) -> Double {
  Double(bitPattern: bits >> 12 | 0x3ff0_0000_0000_0000) - 0x1.fffffffffffffp-1
}
