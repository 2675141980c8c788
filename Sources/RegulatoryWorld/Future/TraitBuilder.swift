import ExportControls
import Scenarios
import Stochastics

/// Turns the parameters of one draw into plain numbers, by index.
struct TraitBuilder {
  let scenario: Scenario
  let index: Index
  let draw: Draw

  func models() -> [ModelTraits] {
    scenario.models.map { model in
      let c = model.capability
      return ModelTraits(
        lab: index.labs[model.lab] ?? 0, isOpen: model.weights == .open,
        isVetted: model.audience == .vetted,
        capability: TaskValues(
          general: draw[c.general], find: draw[c.find], triage: draw[c.triage],
          fix: draw[c.fix], attack: draw[c.attack]),
        price: draw[model.price], releaseDay: draw[model.releaseDay],
        trainingFLOP: draw[model.trainingFLOP],
        outputsMatch: model.outputsMatchControlledEntry, key: NameHash(model.id))
    }
  }

  func labs() -> [LabTraits] {
    scenario.labs.map { lab in
      LabTraits(
        country: lab.country, spend: draw[lab.spend], usShare: draw[lab.usShare],
        margin: draw[lab.margin], computeShare: draw[lab.computeShare], staff: draw[lab.staff],
        foreignStaffShare: draw[lab.foreignStaffShare],
        weightAccessShare: draw[lab.weightAccessShare], wagePerDay: draw[lab.wage] / 365,
        reassignedProductivity: draw[lab.reassignedProductivity], trust: draw[lab.trust],
        safeguards: safeguards(lab.safeguards),
        gateDays: Gate.allCases.map { draw[lab.gates[$0]] }, key: NameHash(lab.id))
    }
  }

  private func safeguards(_ layers: LayeredSafeguards) -> Safeguards {
    Safeguards(
      technical: draw[layers.technicalLeak], monitoring: draw[layers.monitoringLeak],
      vetting: draw[layers.vettingLeak], transparency: draw[layers.transparencyLeak],
      oversight: draw[layers.oversightLeak])
  }

  func clouds() -> [CloudTraits] {
    scenario.clouds.map { cloud in
      var share = [Double](repeating: 0, count: scenario.labs.count)
      var pledge = share
      for entry in cloud.salesShares {
        if let lab = index.labs[entry.lab] { share[lab] = draw[entry.share] }
      }
      for entry in cloud.commitments {
        if let lab = index.labs[entry.lab] { pledge[lab] = draw[entry.usdPerYear] / 365 }
      }
      var stakes = [Double](repeating: 0, count: scenario.labs.count)
      for entry in cloud.stakes {
        if let lab = index.labs[entry.lab] { stakes[lab] = draw[entry.usd] }
      }
      return CloudTraits(
        salesShare: share, commitmentPerDay: pledge, resaleMargin: draw[cloud.resaleMargin],
        foreignHostedShare: draw[cloud.foreignHostedShare], followLag: draw[cloud.followLag],
        stakes: stakes, redTeamDays: draw[cloud.redTeamDays],
        securityDuty: draw[cloud.securityDuty],
        precedeProbability: draw[cloud.precedeProbability], key: NameHash(cloud.id))
    }
  }

  /// Value lost per dollar by a segment that uses a lab's model, at segment · labs + lab.
  func avoidance(labs: [LabTraits]) -> [Double] {
    scenario.customers.flatMap { segment in
      labs.map { lab in
        segment.avoids.first { $0.country == lab.country }.map { draw[$0.penalty] } ?? 0
      }
    }
  }
}
