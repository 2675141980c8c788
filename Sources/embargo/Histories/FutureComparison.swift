import RegulatoryWorld

/// Two histories of one future side by side, for any way of telling it.
struct FutureComparison {
  let told: ToldFuture
  let difference: HistoryDifference

  /// A side of it, with what it is called.
  struct Side {
    let regime: String
    let lived: LivedHistory
    let lines: HistoryDifference.Side
  }

  init(_ told: ToldFuture) {
    self.told = told
    difference = HistoryDifference(told.lived[0].history, told.lived[1].history)
  }

  var sides: [Side] {
    [
      Side(regime: told.regimes[0], lived: told.lived[0], lines: difference.a),
      Side(regime: told.regimes[1], lived: told.lived[1], lines: difference.b),
    ]
  }

  var isEqual: Bool { difference.day == nil }

  /// An outcome of both worlds, the first less the second; not a number where one is missing.
  func outcome(_ id: String) -> (a: Double, b: Double, difference: Double) {
    let (a, b) = (told.lived[0][id], told.lived[1][id])
    return (a, b, a - b)
  }

  /// The parts of the disruption, those first that part the worlds most.
  var parts: [String] {
    func size(_ id: String) -> Double { outcome(id).difference.magnitude }
    return Headline.parts.enumerated().sorted {
      (size($1.element), $0.offset) < (size($0.element), $1.offset)
    }.map(\.element)
  }
}
