/// The 64-bit hash of a name: what a ``StreamKey`` needs to know of an entity's id.
///
/// Hash an id once and keep the result beside the entity; a child by ``NameHash`` then costs no
/// walk over the text. The hash is FNV-1a over the UTF-8 bytes as they stand, without Unicode
/// normalization, so two names are the same address exactly when their bytes are equal.
///
/// Source: Fowler, Noll and Vo, *The FNV Non-Cryptographic Hash Algorithm*, IETF draft.
public struct NameHash: Hashable, Sendable, BitwiseCopyable {
  /// The hash itself.
  public let value: UInt64

  /// Hashes the UTF-8 bytes of a name; time is linear in its length.
  public init(_ name: String) {
    var hash = NameHash.offsetBasis
    for byte in name.utf8 { hash = NameHash.absorb(byte, into: hash) }
    value = hash
  }

  /// Hashes a literal; once inlined, the loop over a constant folds to a constant.
  @inlinable @inline(__always)
  public init(_ name: StaticString) {
    var hash = NameHash.offsetBasis
    if name.hasPointerRepresentation {
      let bytes = name.utf8Start
      let count = name.utf8CodeUnitCount
      var position = 0
      while position < count {
        hash = NameHash.absorb(bytes[position], into: hash)
        position &+= 1
      }
    } else {
      for byte in UTF8.encode(name.unicodeScalar).unsafelyUnwrapped {
        hash = NameHash.absorb(byte, into: hash)
      }
    }
    value = hash
  }

  @inlinable @inline(__always)
  static var offsetBasis: UInt64 { 0xcbf2_9ce4_8422_2325 }

  @inlinable @inline(__always)
  static func absorb(_ byte: UInt8, into hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
