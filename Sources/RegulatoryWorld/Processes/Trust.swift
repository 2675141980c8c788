/// Trust between each lab and the government, 0 to 1: a history of dealings that others read.
///
/// It shifts the threshold of assessment, the answer to a demand and the speed of talks.
struct Trust {
  /// By lab.
  private(set) var level: [Double] = []

  mutating func reset(_ future: Future) { level.refill(from: future.labs, \.trust) }

  /// Moves trust, within its bounds.
  mutating func shift(_ lab: Int, by change: Double) {
    level[lab] = min(1, max(0, level[lab] + change))
  }
}
