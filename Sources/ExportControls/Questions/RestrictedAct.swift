// Which acts a control restricts for anybody at all.

extension Regime {
  /// Whether an act is a restricted one, whoever receives.
  ///
  /// Where it is not, nobody has to be told from anybody, and no gate is needed.
  public func restricts(_ activity: Activity, of model: ModelFacts) -> Reach {
    switch itemScope {
    case .controlledOutput: outputRestricts(activity)
    case .support: supportRestricts(activity)
    case .weights: weightsRestrict(activity, of: model)
    case .access: accessRestricts(activity, of: model)
    }
  }

  /// Whether an act gives the weights to whoever wants them, so that no recipient can be chosen.
  func goesToEveryone(_ activity: Activity) -> Bool {
    guard itemScope != .support else { return false }
    switch activity {
    case .publishWeights: return true
    case .hostWeights(let country): return country == .us
    case .apiUse, .downloadWeights, .staffAccess: return false
    }
  }

  private func outputRestricts(_ activity: Activity) -> Reach {
    switch activity {
    case .apiUse, .staffAccess:
      Reach(
        true, "A controlled output is released to whoever asks for it.",
        citing: [.release, .controlledEntries])
    case .hostWeights, .publishWeights, .downloadWeights:
      Reach(
        false, "Weights are not the output that is controlled.",
        citing: [.controlledEntries, .release])
    }
  }

  private func supportRestricts(_ activity: Activity) -> Reach {
    switch activity {
    case .apiUse, .hostWeights, .downloadWeights, .staffAccess:
      Reach(
        true, "Serving a restricted user is support, whatever the item.",
        citing: [.usPersonSupport])
    case .publishWeights:
      Reach(
        false, "Publication is addressed to nobody, and so supports no one end user.",
        citing: [.usPersonSupport, .published])
    }
  }

  private func weightsRestrict(_ activity: Activity, of model: ModelFacts) -> Reach {
    switch activity {
    case .apiUse:
      return Reach(
        false, "Use over an interface moves and reveals no weights.",
        citing: [.cloudOpinions, .modelWeightEntry])
    case .hostWeights(let country):
      return hosting(in: country, of: model)
    case .publishWeights:
      return publication
    case .downloadWeights:
      return Reach(
        true, "Fetching weights from a server in the United States moves them.",
        citing: hookCitations + [.export, .posting])
    case .staffAccess:
      return staffWhoSeeWeights
        ? Reach(
          true, "Weights in sight of staff are released to them.",
          citing: [.release, .deemedExport])
        : Reach(
          false, "The control does not count staff who see weights as receiving them.",
          citing: [.wordsOfTheOrder, .deemedExport])
    }
  }

  private func accessRestricts(_ activity: Activity, of model: ModelFacts) -> Reach {
    switch activity {
    case .apiUse, .staffAccess:
      return Reach(
        true, "The entry makes use of the model itself the restricted act.",
        citing: hookCitations + [.cloudOpinions, .remoteAccessBill])
    case .hostWeights(let country):
      return hosting(in: country, of: model)
    case .publishWeights:
      return publication
    case .downloadWeights:
      return Reach(
        true, "Who holds the weights has access to the model.", citing: hookCitations + [.export])
    }
  }

  private func hosting(in country: Country, of model: ModelFacts) -> Reach {
    if country == .us {
      return model.weightsPublished
        ? Reach(
          true, "Offering weights from a server in the United States sends them to who fetches.",
          citing: [.posting] + hookCitations)
        : Reach(
          false, "Weights that stay in the United States are not exported.", citing: [.export])
    }
    return model.weightsPublished
      ? Reach(
        false, "Copies already out are not recalled.", citing: [.copiesAlreadyOut, .subjectItems])
      : Reach(
        true, "Weights on a server in \(country.name) have left the United States.",
        citing: [.export] + hookCitations)
  }

  private var publication: Reach {
    publishedExclusion
      ? Reach(
        false, "Publishing takes the weights out of the Regulations.",
        citing: [.published, .publishedScope])
      : Reach(
        true, "Without the published exclusion, publishing is itself a transfer.",
        citing: [.posting] + hookCitations)
  }
}
