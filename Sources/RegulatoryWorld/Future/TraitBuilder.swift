import ExportControls
import Scenarios
import Stochastics

/// Turns the parameters of one draw into plain numbers, by index.
///
/// What no draw changes is made once; the numbers of each draw are written over the last one's, so
/// that a new draw takes no memory.
struct TraitBuilder {
  let scenario: Scenario
  let index: Index

  private static let gates = Gate.allCases

  /// Every model, without its numbers.
  func models() -> [ModelTraits] {
    scenario.models.map { model in
      ModelTraits(
        lab: index.labs[model.lab] ?? 0, isOpen: model.weights == .open,
        isVetted: model.audience == .vetted, outputsMatch: model.outputsMatchControlledEntry,
        key: NameHash(model.id))
    }
  }

  /// Every lab, without its numbers.
  func labs() -> [LabTraits] {
    scenario.labs.map { lab in
      LabTraits(
        country: lab.country, gateDays: TraitBuilder.gates.map { _ in 0 }, key: NameHash(lab.id))
    }
  }

  /// Every cloud, without its numbers.
  func clouds() -> [CloudTraits] {
    let none = [Double](repeating: 0, count: scenario.labs.count)
    return scenario.clouds.map { cloud in
      CloudTraits(
        salesShare: none, commitmentPerDay: none, stakes: none, key: NameHash(cloud.id))
    }
  }

  func filled(_ old: consuming [ModelTraits], from draw: Draw) -> [ModelTraits] {
    var models = old
    for number in models.indices {
      let model = scenario.models[number]
      let c = model.capability
      models[number].capability = TaskValues(
        general: draw[c.general], find: draw[c.find], triage: draw[c.triage],
        fix: draw[c.fix], attack: draw[c.attack])
      models[number].price = draw[model.price]
      models[number].releaseDay = draw[model.releaseDay]
      models[number].trainingFLOP = draw[model.trainingFLOP]
    }
    return models
  }

  func filled(_ old: consuming [LabTraits], from draw: Draw) -> [LabTraits] {
    var labs = old
    for number in labs.indices {
      let lab = scenario.labs[number]
      labs[number].spend = draw[lab.spend]
      labs[number].usShare = draw[lab.usShare]
      labs[number].margin = draw[lab.margin]
      labs[number].computeShare = draw[lab.computeShare]
      labs[number].staff = draw[lab.staff]
      labs[number].foreignStaffShare = draw[lab.foreignStaffShare]
      labs[number].weightAccessShare = draw[lab.weightAccessShare]
      labs[number].wagePerDay = draw[lab.wage] / 365
      labs[number].reassignedProductivity = draw[lab.reassignedProductivity]
      labs[number].trust = draw[lab.trust]
      labs[number].safeguards = safeguards(lab.safeguards, draw)
      for gate in TraitBuilder.gates.indices {
        labs[number].gateDays[gate] = draw[lab.gates[TraitBuilder.gates[gate]]]
      }
    }
    return labs
  }

  private func safeguards(_ layers: LayeredSafeguards, _ draw: Draw) -> Safeguards {
    Safeguards(
      technical: draw[layers.technicalLeak], monitoring: draw[layers.monitoringLeak],
      vetting: draw[layers.vettingLeak], transparency: draw[layers.transparencyLeak],
      oversight: draw[layers.oversightLeak])
  }

  func filled(_ old: consuming [CloudTraits], from draw: Draw) -> [CloudTraits] {
    var clouds = old
    for number in clouds.indices {
      let cloud = scenario.clouds[number]
      for entry in cloud.salesShares {
        if let lab = index.labs[entry.lab] { clouds[number].salesShare[lab] = draw[entry.share] }
      }
      for entry in cloud.commitments {
        if let lab = index.labs[entry.lab] {
          clouds[number].commitmentPerDay[lab] = draw[entry.usdPerYear] / 365
        }
      }
      for entry in cloud.stakes {
        if let lab = index.labs[entry.lab] { clouds[number].stakes[lab] = draw[entry.usd] }
      }
      clouds[number].resaleMargin = draw[cloud.resaleMargin]
      clouds[number].foreignHostedShare = draw[cloud.foreignHostedShare]
      clouds[number].followLag = draw[cloud.followLag]
      clouds[number].redTeamDays = draw[cloud.redTeamDays]
      clouds[number].securityDuty = draw[cloud.securityDuty]
      clouds[number].precedeProbability = draw[cloud.precedeProbability]
    }
    return clouds
  }

  /// Value lost per dollar by a segment that uses a lab's model, at segment · labs + lab.
  func avoidance(reusing old: consuming [Double], from draw: Draw) -> [Double] {
    var avoidance = old
    avoidance.removeAll(keepingCapacity: true)
    for segment in scenario.customers {
      for lab in scenario.labs {
        let penalty = segment.avoids.first { $0.country == lab.country }?.penalty
        avoidance.append(penalty.map { draw[$0] } ?? 0)
      }
    }
    return avoidance
  }
}
