/// A small random source for the tests (SplitMix64), the same everywhere.
struct TestStream: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) {
    state = UInt64(truncatingIfNeeded: seed) &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491_4F6C_DD1D
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to 1.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A number below `count`.
  mutating func below(_ count: Int) -> Int {
    Int(next() % UInt64(count))
  }

  /// An exponential number with mean one, by von Neumann's comparisons (1951), without logarithm.
  mutating func exponential() -> Double {
    var whole = 0.0
    while true {
      let first = unit()
      var last = first
      var length = 1
      while true {
        let number = unit()
        if number >= last { break }
        last = number
        length += 1
      }
      if length % 2 == 1 { return whole + first }
      whole += 1
    }
  }
}
