/// A checksum of journal records: fast, and no proof against intent.
///
/// Each step can be undone, so a change within eight bytes is always seen; anything else is missed
/// once in 2⁶⁴ times. The multiplier is that of Lehmer's congruential generator in L'Ecuyer,
/// *Tables of linear congruential generators*, Mathematics of Computation 68 (1999).
enum Checksum {
  static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum = UInt64(bytes.count)
    let whole = bytes.count / 8 * 8
    for offset in stride(from: 0, to: whole, by: 8) {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      mix(&sum, UInt64(littleEndian: word))
    }
    for byte in bytes[whole...] { mix(&sum, UInt64(byte)) }
    return sum
  }

  private static func mix(_ sum: inout UInt64, _ word: UInt64) {
    sum = (sum ^ word) &* 0x27bb_2ee6_87b0_b0fd
    sum ^= sum >> 32
  }
}
