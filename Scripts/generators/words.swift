import Foundation
import Stochastics

// Writes raw 64-bit words of a generator to standard output until the reader has had enough:
//
//     words SOURCE [SEED]
//
// Each source but the first takes one word from each of many neighbouring addresses and lays them
// side by side, so that whatever relates neighbours shows as a pattern in one sequence.

/// Fills a buffer with words again and again, and hands it on.
func pour(_ word: (UInt64) -> UInt64) {
  let size = 8192
  var buffer = [UInt64](repeating: 0, count: size)
  var number: UInt64 = 0
  while true {
    for index in 0..<size {
      buffer[index] = word(number)
      number &+= 1
    }
    if fwrite(buffer, 8, size, stdout) < size { exit(0) }
  }
}

func ordinal(_ number: UInt64) -> Int { Int(truncatingIfNeeded: number) }

signal(SIGPIPE, SIG_IGN)
let arguments = CommandLine.arguments.dropFirst()
let root = StreamKey(seed: arguments.dropFirst().first.flatMap { UInt64($0) } ?? 20_260_612)
switch arguments.first {
case "stream":
  var stream = root.stream()
  pour { _ in stream.next() }
case "streams":
  // 64 neighbouring streams in turn.
  var streams = (0..<64).map { root.child($0).stream() }
  pour { streams[Int($0 & 63)].next() }
case "first-words":
  pour { number in
    var stream = root.child(ordinal(number)).stream()
    return stream.next()
  }
case "ordinals":
  pour { root.child(ordinal($0)).bits() }
case "ordinals-high":
  // Ordinals that differ in their upper half only, for as long as there are such.
  pour { root.child(ordinal($0 << 32 | $0 >> 32)).bits() }
case "grid":
  pour { root.child(ordinal($0 >> 4)).child(ordinal($0 & 15)).bits() }
case "seeds":
  pour { StreamKey(seed: $0).bits() }
case "world":
  // As a simulation draws: a seed, a replication, a purpose, a thing counted.
  pour {
    root.child("replication").child(ordinal($0 >> 8))
      .child("review").child(ordinal($0 & 255)).bits()
  }
case "gray":
  // Neighbours differ in exactly one bit of the ordinal.
  pour { root.child(ordinal($0 ^ $0 >> 1)).bits() }
case "bad":
  // What the batteries must find: a peer's habit of adding the trial to the seed of a plain
  // linear generator.
  pour { ($0 &+ 1) &* 0x5851_f42d_4c95_7f2d &+ 0x1405_7b7e_f767_814f }
default:
  FileHandle.standardError.write(
    Data(
      """
      usage: words SOURCE [SEED], where SOURCE is one of stream, streams, first-words, ordinals,
      ordinals-high, grid, seeds, world, gray, bad

      """.utf8))
  exit(64)
}
