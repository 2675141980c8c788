// Which models and which parties a control reaches.

extension Regime {
  /// Whether a model is within the control at all.
  ///
  /// Named models are reached, others as far as the same reasoning goes (`contagion`); what is
  /// published falls out where the control keeps the published exclusion, and what is made abroad
  /// where no direct product rule reaches it.
  public func reach(_ model: ModelFacts) -> Reach {
    if let outside = outsideJurisdiction(model) ?? outsideAsPublished(model) { return outside }
    if model.named {
      let isBelowTheLine = contagion == .class && !line(model).isOver
      return Reach(
        true,
        isBelowTheLine
          ? "The order names the model, though it stands below the entry's line."
          : "The order names the model.",
        citing: [.namedInOrder] + hookCitations)
    }
    return reachBeyondTheNamed(model)
  }

  /// Whether the same reasoning could name this model in a further order.
  ///
  /// It differs from `reach(_:)` only where a list can be lengthened: a list binds the models on
  /// it, and nothing in the reasoning keeps the next one off.
  public func couldReachNext(_ model: ModelFacts) -> Reach {
    let now = reach(model)
    guard !now.isReached else { return now }
    switch contagion {
    case .listed where outsideJurisdiction(model) == nil && outsideAsPublished(model) == nil:
      return Reach(
        true, "A list can be lengthened by any model within jurisdiction.",
        citing: [.temporaryEntry, .emergingTechnology])
    case .listed, .allMatching, .class, .none:
      return now
    }
  }

  /// Whether a party must obey the control.
  public func reaches(_ party: Obligated) -> Reach {
    let listed = obligated.contains(party)
    switch (party, listed) {
    case (.lab, true):
      return Reach(true, "The laboratory releases the item.", citing: hookCitations)
    case (.lab, false):
      return Reach(false, "The order does not address the laboratory.", citing: [.obligedByOrder])
    case (.cloud, true):
      return Reach(
        true, "The order binds those who host or resell the model.",
        citing: itemScope == .support ? [.usPersonSupport, .trainingStatement] : hookCitations)
    case (.cloud, false):
      return Reach(
        false, "A provider of computing is not the exporter of what its users do, unless it knows.",
        citing: [.cloudOpinions, .knowledge])
    case (.employees, true):
      return Reach(
        true, "Each United States person on the staff is bound personally.",
        citing: [.usPersonSupport, .generalProhibitions])
    case (.employees, false):
      return Reach(
        false, "Staff can be restricted recipients, and are not themselves bound.",
        citing: [.obligedByOrder])
    case (.customers, true):
      return Reach(
        true, "A customer who passes the item on is a reexporter.", citing: [.reexport])
    case (.customers, false):
      return Reach(
        false, "The order leaves what customers pass on to the general rules.",
        citing: [.obligedByOrder, .reexport])
    }
  }

  /// The rules the hook hangs on, the closest first.
  public var hookCitations: [Citation] {
    switch hook {
    case .output: [.controlledEntries, .export]
    case .usPerson: [.usPersonSupport, .militaryIntelligenceInformed]
    case .weights: [.modelWeightEntry]
    case .model: [.temporaryEntry, .emergingTechnology]
    }
  }

  /// Whether a model stands over the line of a control that reaches every model over one.
  ///
  /// It is all that answers take from training operations and from the rank among published
  /// models: two models that differ in nothing else are answered alike if this is the same.
  public func drawsLineBelow(_ model: ModelFacts) -> Bool {
    contagion == .class && line(model).isOver
  }

  /// Whether a model stands over the line of operations and capability, and what it fails.
  func line(_ model: ModelFacts) -> (isOver: Bool, basis: String) {
    if model.trainingFLOP < trainingThresholdFLOP {
      return (false, "The model was trained with fewer operations than the line asks for.")
    }
    if aboveBestOpenOnly && !model.aboveBestOpen {
      return (false, "The best published model is as capable as this one.")
    }
    return (true, "The model stands over the line of operations and capability.")
  }

  private func outsideJurisdiction(_ model: ModelFacts) -> Reach? {
    guard model.madeIn != .us, !directProductRule else { return nil }
    switch itemScope {
    case .controlledOutput, .weights:
      return Reach(
        false, "The model is made in \(model.madeIn.name), and no direct product rule reaches it.",
        citing: [.subjectItems, .directProduct])
    case .support, .access:
      guard !model.named else { return nil }
      return Reach(
        false, "The model is made in \(model.madeIn.name), and the order does not name it.",
        citing: [.subjectItems, .directProduct])
    }
  }

  private func outsideAsPublished(_ model: ModelFacts) -> Reach? {
    guard model.weightsPublished, publishedExclusion else { return nil }
    switch itemScope {
    case .controlledOutput:
      return Reach(
        false, "What a published model can say is open to everyone who fetches it.",
        citing: [.published, .publishedScope])
    case .weights, .access:
      return Reach(
        false, "The parameters are published, and so outside the Regulations.",
        citing: [.published, .publishedScope])
    case .support:
      return nil
    }
  }

  private func reachBeyondTheNamed(_ model: ModelFacts) -> Reach {
    switch contagion {
    case .none:
      return itemScope == .support
        ? Reach(
          false, "The control follows the end user and not the model.",
          citing: [.militaryIntelligence])
        : Reach(
          false, "The order's reasoning reaches no other model.", citing: [.namedInOrder])
    case .listed:
      return Reach(
        false, "Only models on the list are reached, and this one is not.",
        citing: [.namedInOrder, .temporaryEntry])
    case .allMatching:
      return model.testedOutputsMatchControlledEntry
        ? Reach(
          true, "Its tested outputs match the controlled entry, as those of the named models do.",
          citing: [.controlledEntries, .fourTheories])
        : Reach(
          false, "Its tested outputs do not match the controlled entry.",
          citing: [.controlledEntries])
    case .class:
      let line = line(model)
      return Reach(line.isOver, line.basis, citing: [.modelWeightEntry])
    }
  }
}
