import ExportControls
import Scenarios

/// What the law says under every regime of a scenario, carried from draw to draw.
struct Laws {
  private(set) var maps: [LegalMap]

  /// Asks about every regime of a study, whose models a future holds.
  init(_ study: Study, _ future: Future) {
    let nations = study.scenario.market.staffNationalities.weights.map(\.country)
    let models = future.models.map { future.facts(of: $0, aboveBestOpen: false) }
    maps = study.scenario.regimes.map {
      LegalMap($0.choices, models: models, classes: study.classes, staff: nations)
    }
  }

  /// Turns to the draw of a future; a map stays as it is unless a number of its own has changed.
  mutating func turn(to future: Future) {
    for number in maps.indices {
      if !future.scenario.regimes[number].gives(maps[number].regime, in: future.draw) {
        let regime = future.scenario.regimes[number].regime(future.draw)
        maps[number] = LegalMap(maps[number], regime: regime, overLine: maps[number].overLine)
      }
      let overLine = future.overLine(of: maps[number].regime)
      if overLine != maps[number].overLine {
        maps[number] = LegalMap(maps[number], regime: maps[number].regime, overLine: overLine)
      }
    }
  }
}

extension RegimeSpecification {
  /// Whether a draw gives a regime the numbers it has.
  fileprivate func gives(_ regime: Regime, in draw: Draw) -> Bool {
    regime.noticeDays == draw[noticeDays]
      && regime.trainingThresholdFLOP == draw[trainingThreshold]
      && regime.injunctionProbabilityInside == draw[legalExposure]
      && regime.injunctionProbabilityBeyond == draw[legalExposureBeyond]
  }
}

extension Future {
  /// What the law needs to know of a model on the day of the order.
  func facts(of model: Int) -> ModelFacts {
    facts(
      of: models[model], aboveBestOpen: models[model].capability.general > bestOpenCapability)
  }

  fileprivate func facts(of traits: ModelTraits, aboveBestOpen: Bool) -> ModelFacts {
    ModelFacts(
      named: false, weightsPublished: traits.isOpen, trainingFLOP: traits.trainingFLOP,
      aboveBestOpen: aboveBestOpen, testedOutputsMatchControlledEntry: traits.outputsMatch,
      madeIn: labs[traits.lab].country)
  }

  /// Capability of the best model published by the day of the order; 0 if there is none.
  private var bestOpenCapability: Double {
    var best: Double?
    for model in models where model.isOpen && model.releaseDay <= incident.orderDay {
      best = max(best ?? model.capability.general, model.capability.general)
    }
    return best ?? 0
  }

  /// Models over the line of a control that draws one, a bit each.
  fileprivate func overLine(of regime: Regime) -> UInt64 {
    guard regime.contagion == .class else { return 0 }
    let bestOpen = bestOpenCapability
    var overLine: UInt64 = 0
    for (number, model) in models.enumerated() {
      let isAbove = model.capability.general > bestOpen
      if regime.drawsLineBelow(facts(of: model, aboveBestOpen: isAbove)) {
        overLine |= 1 << UInt64(number)
      }
    }
    return overLine
  }
}
