import JSON5

/// A source of numbers that depend on the seed alone (SplitMix64, Steele, Lea and Flood 2014).
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }

  mutating func below(_ bound: Int) -> Int {
    Int.random(in: 0..<bound, using: &self)
  }
}

/// The text as strict JSON on one line, or its problems.
func reading(_ text: String, limits: Limits = .standard) -> String {
  let (node, problems) = JSON5Reader.parse(text, file: 0, limits: limits)
  let lines = problems.map { problem in
    let place = "\(problem.position.line):\(problem.position.column)"
    return "\(place) \(problem.message)" + (problem.remedy.map { " | " + $0 } ?? "")
  }
  return (lines + (node.map { [$0.json(indent: 0)] } ?? [])).joined(separator: "\n")
}
