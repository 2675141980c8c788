import Stochastics

/// One outcome of two regimes, row after row.
struct ContrastTally {
  private(set) var difference = Moments()
  private(set) var aHigher = 0
  private(set) var bHigher = 0
  private var draws: DrawMeans?

  init(perDraw: Int) {
    draws = perDraw > 1 ? DrawMeans() : nil
  }

  mutating func add(_ a: Reading, _ b: Reading) {
    let gap = a.counted - b.counted
    guard !gap.isNaN else { return }
    difference.add(gap)
    draws?.add(gap)
    if a.ranked > b.ranked { aHigher += 1 }
    if b.ranked > a.ranked { bHigher += 1 }
  }

  mutating func closeDraw() {
    draws?.closeDraw()
  }

  var ci95: Bounds { ConfidenceInterval.mean(difference, draws) }
}
