/// Process 18, openness, with the chilling of process 15.
enum ResearchStep: Hashable {
  /// Reports from outside become fewer or more, and so does what defenders find.
  case findingSpeed(from: Double, to: Double)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .findingSpeed(let from, let to):
      let words = to < from ? "withhold reports" : "report again"
      return Telling(
        to < from ? "reports_withheld" : "reports_resume", by: "researchers",
        "\(words): defenders find at \(names.figure(100 * to, 1)) % of their speed")
    }
  }
}

/// Process 18, audits that investors ask for.
enum AuditStep: Hashable {
  case begins(lab: Int32)
  /// A closed model is repaired before it is released, so many days later.
  case repairs(model: Int32, days: Double)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .begins(let lab):
      return Telling("audits_begin", by: "investors", "audit \(names.lab(lab))")
    case .repairs(let model, let days):
      return Telling(
        "bypass_repaired", by: names.lab(ofModel: model),
        "repairs what audits found in \(names.model(model)), \(names.figure(days, 0)) days before"
          + " its release")
    }
  }
}
