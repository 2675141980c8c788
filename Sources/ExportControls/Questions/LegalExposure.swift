extension Regime {
  /// Whether the reach goes beyond what the hook can carry, which is where it is weak in court.
  public var beyondItsHook: Reach {
    switch hook {
    case .output: outputOverreach
    case .usPerson: supportOverreach
    case .weights: weightOverreach
    case .model: modelOverreach
    }
  }

  /// P(injunction, if somebody sues), by whether the reach stays inside the hook.
  public var injunctionProbability: Double {
    beyondItsHook.isReached ? injunctionProbabilityBeyond : injunctionProbabilityInside
  }

  private var outputOverreach: Reach {
    if itemScope != .controlledOutput {
      return Reach(
        true, "An entry for technology carries the output, and not the model.",
        citing: [.controlledEntries, .cloudOpinions])
    }
    if personScope == .anyNoncitizen { return residents }
    if destinationScope == .allForeign {
      return Reach(
        true, "NS column 1 leaves three countries free, and the control does not.",
        citing: [.nationalSecurityColumn1])
    }
    return Reach(
      false, "The control stays with controlled outputs.", citing: [.controlledEntries])
  }

  private var supportOverreach: Reach {
    if itemScope != .support {
      return Reach(
        true, "The section speaks of activities in support, and of no item.",
        citing: [.usPersonSupport])
    }
    if personScope != .listedEndUsers || destinationScope != .mieuList {
      return Reach(
        true, "The control goes past the users and countries that the section lists.",
        citing: [.militaryIntelligenceCountries, .usPersonSupport])
    }
    if servesOnlyOnceScreened {
      return Reach(
        true, "Stopping everyone until all are screened goes past the users listed.",
        citing: [.militaryIntelligenceCountries, .shutDown])
    }
    return Reach(
      false, "The control stays with the listed users.", citing: [.militaryIntelligence])
  }

  private var weightOverreach: Reach {
    if itemScope != .weights {
      return Reach(
        true, "An entry for weights carries weights, and not what is done with them.",
        citing: [.modelWeightEntry, .cloudOpinions])
    }
    if !publishedExclusion {
      return Reach(true, "The control bars publication.", citing: [.publicationCases, .published])
    }
    if personScope == .anyNoncitizen { return residents }
    return Reach(
      false, "The control stays with unpublished weights.", citing: [.modelWeightEntry])
  }

  private var modelOverreach: Reach {
    if personScope == .anyNoncitizen { return residents }
    return Reach(
      false, "A new entry carries what it says, as far as the statute carries the entry.",
      citing: [.temporaryEntry, .emergingTechnology, .remoteAccessBill])
  }

  private var residents: Reach {
    Reach(
      true, "Permanent residents are not foreign persons, and the control bars them.",
      citing: [.foreignPerson])
  }
}
