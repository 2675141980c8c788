import ExportControls

/// Process 15, the standard that gates and partners have to meet.
enum StandardStep: Hashable {
  case criteriaPublished
  case gateRejected(lab: Int32, gate: Int32)
  case labEngages(lab: Int32)
  case hardens(strictness: Double)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .criteriaPublished:
      return Telling(
        "criteria_published", by: "regulator", "publishes criteria for gates and partners")
    case .gateRejected(let lab, let gate):
      return Telling(
        "gate_rejected", by: "regulator",
        "finds \(ComplianceStep.words(gate)) of \(names.lab(lab)) insufficient, by criteria it has"
          + " not published")
    case .labEngages(let lab):
      return Telling(
        "lab_engages", by: names.lab(lab), "takes part in setting the standard, and softens it")
    case .hardens(let strictness):
      return Telling(
        "standard_hardens", by: "regulator",
        "sets the standard, \(names.figure(100 * strictness, 0)) % as strict as it would have been"
          + " had no lab taken part")
    }
  }
}
