/// Process 14, designation as a supply-chain risk.
enum DesignationStep: Hashable {
  case designated(lab: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .designated(let lab):
      let days = names.future.draw[names.future.scenario.regulator.designation.phaseOutDays]
      return Telling(
        "lab_designated", by: "regulator",
        "designates \(names.lab(lab)) as a supply-chain risk: federal agencies and contractors"
          + " have \(names.figure(days, 0)) days to leave")
    }
  }
}
