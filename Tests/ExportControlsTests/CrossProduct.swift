import ExportControls

/// Every question that can be put to the layer over a grid of models, acts, recipients and uses.
enum CrossProduct {
  static let places: [Country] = [.us, .gb, .de, .il, .ae, .br, .cn, .ni, .ir]

  static let models: [ModelFacts] = {
    var all: [ModelFacts] = []
    for named in [true, false] {
      for published in [true, false] {
        for flop in [1e24, 4e25, 5e26] {
          for above in [true, false] {
            for matches in [true, false] {
              for country in [Country.us, .fr, .cn] {
                all.append(
                  ModelFacts(
                    named: named, weightsPublished: published, trainingFLOP: flop,
                    aboveBestOpen: above, testedOutputsMatchControlledEntry: matches,
                    madeIn: country))
              }
            }
          }
        }
      }
    }
    return all
  }()

  static let activities: [Activity] = [
    .apiUse, .hostWeights(in: .us), .hostWeights(in: .de), .hostWeights(in: .br),
    .hostWeights(in: .ir), .publishWeights, .downloadWeights, .staffAccess,
  ]

  static let recipients: [Recipient] = {
    var all: [Recipient] = []
    for place in places {
      for nationality in places {
        for kind in EndUserKind.allCases {
          for resident in [false, true] {
            all.append(
              Recipient(
                place: place, nationality: nationality, isPermanentResident: resident,
                kind: kind))
          }
        }
      }
    }
    return all
  }()

  /// A thinner grid of models, one for each way the presets tell them apart.
  static let tellingModels: [ModelFacts] = [
    .flagship, .rivalThatMatches, .rivalThatDoesNotMatch, .openAmerican, .openAmericanNamed,
    .openChinese, .openChineseNamed, .openPlanned, .closedFrench,
  ]

  /// Calls a closure with every combination over the telling models.
  static func forEach(
    _ body: (Activity, ModelFacts, Recipient, EndUse) throws -> Void
  ) rethrows {
    for model in tellingModels {
      for activity in activities {
        for recipient in recipients {
          for endUse in EndUse.allCases { try body(activity, model, recipient, endUse) }
        }
      }
    }
  }

  static let gateSets: [Set<Gate>] = (0..<(1 << Gate.allCases.count)).map { bits in
    Set(Gate.allCases.enumerated().filter { bits & (1 << $0.offset) != 0 }.map { $0.element })
  }

  static let incidents: [IncidentEvidence] = (0..<32).map { bits in
    IncidentEvidence(
      reproducibleDemonstration: bits & 1 != 0, demonstratedContentIsPublished: bits & 2 != 0,
      endUseIntelligence: bits & 4 != 0, weightMovement: bits & 8 != 0, listing: bits & 16 != 0)
  }
}
