import RegulatoryWorld
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

  mutating func add(
    _ a: Double, _ b: Double, _ definition: OutcomeDefinition, limits: (a: Double, b: Double)
  ) {
    let gap = definition.counted(a, limit: limits.a) - definition.counted(b, limit: limits.b)
    guard !gap.isNaN else { return }
    difference.add(gap)
    draws?.add(gap)
    let (rankA, rankB) = (definition.ranked(a), definition.ranked(b))
    if rankA > rankB { aHigher += 1 }
    if rankB > rankA { bHigher += 1 }
  }

  mutating func closeDraw() {
    draws?.closeDraw()
  }

  var ci95: Bounds { Precision.mean(difference, draws) }
}
