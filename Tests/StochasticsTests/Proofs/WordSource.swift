import Stochastics
import Testing

/// A sequence of 64-bit words to be tested.
struct WordSource: Sendable, CustomTestStringConvertible {
  let name: String
  /// Starts the sequence anew for a seed.
  let start: @Sendable (_ seed: UInt64) -> () -> UInt64

  var testDescription: String { name }

  /// A sequence whose words are a function of their number, counted from zero.
  static func numbered(
    _ name: String, _ word: @escaping @Sendable (_ root: StreamKey, _ number: Int) -> UInt64
  ) -> WordSource {
    WordSource(name: name) { seed in
      let root = StreamKey(seed: seed)
      var number = -1
      return {
        number += 1
        return word(root, number)
      }
    }
  }

  /// One stream, and neighbouring addresses laid side by side in many ways.
  static let ours: [WordSource] = [
    WordSource(name: "one stream") { seed in
      var stream = StreamKey(seed: seed).stream()
      return { stream.next() }
    },
    WordSource(name: "64 neighbouring streams in turn") { seed in
      var streams = (0..<64).map { StreamKey(seed: seed).child($0).stream() }
      var turn = -1
      return {
        turn = (turn + 1) % streams.count
        return streams[turn].next()
      }
    },
    .numbered("first words of neighbouring streams") { root, number in
      var stream = root.child(number).stream()
      return stream.next()
    },
    .numbered("ordinals") { $0.child($1).bits() },
    .numbered("ordinals 2³² apart") { $0.child($1 << 32).bits() },
    .numbered("ordinals that differ in one bit") { $0.child($1 ^ $1 >> 1).bits() },
    .numbered("ordinals below ordinals") { $0.child($1 >> 4).child($1 & 15).bits() },
    .numbered("the same ordinal below ordinals") { $0.child($1).child(0).bits() },
    .numbered("seeds") { _, number in StreamKey(seed: UInt64(number)).bits() },
    .numbered("seeds, then a purpose") { _, number in
      StreamKey(seed: UInt64(number)).child("wait").bits()
    },
    .numbered("seed plus ordinal") { _, number in
      StreamKey(seed: UInt64(number & 0xff)).child(number >> 8).bits()
    },
    .numbered("names") { $0.child(NameHash("customer-\($1)")).bits() },
    .numbered("a purpose below replications") {
      $0.child("replication").child($1 >> 6).child("review").child($1 & 63).bits()
    },
  ]

  /// What the tests must find: each of these is wrong in a way of its own.
  static let wrong: [WordSource] = [
    // Equal steps around a circle, which is an ordinal added to a seed and not mixed in.
    .numbered("a multiple of the ordinal") { _, number in
      UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    },
    WordSource(name: "a linear congruential generator, whose low bits have short periods") { seed in
      var state = seed
      return {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
      }
    },
    WordSource(name: "xorshift, linear in its bits") { seed in
      var state = seed | 1
      return {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
      }
    },
    WordSource(name: "a stream with each word twice") { seed in
      var stream = StreamKey(seed: seed).stream()
      var word: UInt64?
      return {
        if let again = word {
          word = nil
          return again
        }
        word = stream.next()
        return word ?? 0
      }
    },
    WordSource(name: "a stream with a bit that is set too often, by one in sixteen") { seed in
      var stream = StreamKey(seed: seed).stream()
      return {
        let word = stream.next()
        return stream.next() & 15 == 0 ? word | 1 << 40 : word
      }
    },
    WordSource(name: "a stream that leaves out words with very few or very many ones") { seed in
      var stream = StreamKey(seed: seed).stream()
      return {
        while true {
          let word = stream.next()
          if (24...40).contains(word.nonzeroBitCount) { return word }
        }
      }
    },
  ]
}
