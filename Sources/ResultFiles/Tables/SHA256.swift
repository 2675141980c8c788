/// The hash function SHA-256 (FIPS 180-4), for files and journal records.
///
/// Foundation on Linux has none. Bytes may come in any pieces.
public struct SHA256: Sendable {
  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a,
    0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19)
  private var pending: [UInt8] = []
  private var length: UInt64 = 0

  /// The hash of nothing yet.
  public init() {}

  /// Takes further bytes.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    length &+= UInt64(bytes.count)
    var start = 0
    if !pending.isEmpty {
      start = min(64 - pending.count, bytes.count)
      pending.append(contentsOf: bytes[..<start])
      guard pending.count == 64 else { return }
      state = pending.withUnsafeBytes { compressed(state, $0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = (bytes.count - start) / 64 * 64
    state = compressed(state, UnsafeRawBufferPointer(rebasing: bytes[start..<start + whole]))
    start += whole
    pending.append(contentsOf: bytes[start...])
  }

  /// The 32 bytes of the hash.
  public consuming func digest() -> [UInt8] {
    let bits = length &* 8
    var tail: [UInt8] = [0x80]
    tail.append(contentsOf: repeatElement(0, count: (119 - pending.count) % 64))
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      tail.append(UInt8(truncatingIfNeeded: bits >> shift))
    }
    tail.withUnsafeBytes { update($0) }
    return state.indices.flatMap { index in
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: state[index] >> $0) }
    }
  }
}

extension SHA256 {
  /// The hash of bytes at hand, as 64 hexadecimal digits.
  public static func hexadecimal(_ bytes: [UInt8]) -> String {
    var hash = SHA256()
    bytes.withUnsafeBytes { hash.update($0) }
    return hexadecimal(digest: hash.digest())
  }

  /// The hash of a text's UTF-8 bytes, as 64 hexadecimal digits.
  public static func hexadecimal(_ text: String) -> String {
    hexadecimal(Array(text.utf8))
  }

  /// The hash of a file, which is read piece by piece, as 64 hexadecimal digits.
  static func hexadecimal(ofFile path: String) throws(ResultError) -> String {
    var file = try InputFile(path)
    var hash = SHA256()
    while true {
      let piece = try file.read(1 << 16)
      if piece.isEmpty { return hexadecimal(digest: hash.digest()) }
      piece.withUnsafeBytes { hash.update($0) }
    }
  }

  /// A digest as hexadecimal digits.
  public static func hexadecimal(digest: [UInt8]) -> String {
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}

/// The state after whole blocks of 64 bytes.
private func compressed(
  _ start: SIMD8<UInt32>, _ blocks: UnsafeRawBufferPointer
) -> SIMD8<UInt32> {
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { words in
    roundConstants.withUnsafeBufferPointer { constants in
      var state = start
      for block in stride(from: 0, to: blocks.count, by: 64) {
        schedule(words, of: UnsafeRawBufferPointer(rebasing: blocks[block..<block + 64]))
        for t in 0..<64 { words[t] &+= constants[t] }
        state &+= mixed(state, words)
      }
      return state
    }
  }
}

/// The 64 words of a block: its own 16, and what follows from them.
private func schedule(
  _ words: UnsafeMutableBufferPointer<UInt32>, of block: UnsafeRawBufferPointer
) {
  for t in 0..<16 {
    words[t] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: 4 * t, as: UInt32.self))
  }
  for t in 16..<64 {
    let (early, late) = (words[t - 15], words[t - 2])
    let s0 = rotated(early, 7) ^ rotated(early, 18) ^ (early >> 3)
    let s1 = rotated(late, 17) ^ rotated(late, 19) ^ (late >> 10)
    words[t] = words[t - 16] &+ s0 &+ words[t - 7] &+ s1
  }
}

/// The state after the 64 rounds, whose words have their constants in them.
///
/// Eight rounds bring every variable back to its name, so that none is moved.
private func mixed(
  _ state: SIMD8<UInt32>, _ words: UnsafeMutableBufferPointer<UInt32>
) -> SIMD8<UInt32> {
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  for t in stride(from: 0, to: 64, by: 8) {
    turn(a, b, c, &d, e, f, g, &h, words[t])
    turn(h, a, b, &c, d, e, f, &g, words[t + 1])
    turn(g, h, a, &b, c, d, e, &f, words[t + 2])
    turn(f, g, h, &a, b, c, d, &e, words[t + 3])
    turn(e, f, g, &h, a, b, c, &d, words[t + 4])
    turn(d, e, f, &g, h, a, b, &c, words[t + 5])
    turn(c, d, e, &f, g, h, a, &b, words[t + 6])
    turn(b, c, d, &e, f, g, h, &a, words[t + 7])
  }
  return SIMD8(a, b, c, d, e, f, g, h)
}

/// One round; `d` and `h` become the next round's e and a.
@inline(__always)
private func turn(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32,
  _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32, _ word: UInt32
) {
  let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
  let first = h &+ s1 &+ (g ^ (e & (f ^ g))) &+ word
  let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
  d = d &+ first
  h = first &+ s0 &+ ((a & b) | (c & (a | b)))
}

private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  (word >> count) | (word << (32 - count))
}

private let roundConstants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
  0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
  0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
  0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
  0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
  0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
  0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
  0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
  0xc671_78f2,
]
