import ExportControls

/// Process 11, the licence clock: what labs file and hear; the background load is not told.
enum LicensingStep: Hashable {
  case filed(lab: Int32, licence: Int32, attempt: Int32)
  case referred(lab: Int32, licence: Int32)
  case approved(lab: Int32, licence: Int32)
  case denied(lab: Int32, licence: Int32)
  case returned(lab: Int32, licence: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .filed(let lab, let licence, let attempt):
      let again = attempt > 1 ? " again, attempt \(attempt)" : ""
      return Telling(
        "licence_filed", by: names.lab(lab),
        "applies for a licence for \(LicensingStep.words(licence))\(again)",
        grounds: [.licences])
    case .referred(let lab, let licence):
      return Telling(
        "licence_referred", by: "regulator",
        "refers \(names.lab(lab))'s application for \(LicensingStep.words(licence)) to agencies")
    case .approved(let lab, let licence):
      return Telling(
        "licence_granted", by: "regulator",
        "grants \(names.lab(lab)) a licence for \(LicensingStep.words(licence))",
        grounds: [.licences])
    case .denied(let lab, let licence):
      return Telling(
        "licence_denied", by: "regulator",
        "denies \(names.lab(lab)) a licence for \(LicensingStep.words(licence))",
        grounds: [.reviewPolicy])
    case .returned(let lab, let licence):
      return Telling(
        "licence_returned", by: "regulator",
        "returns \(names.lab(lab))'s application for \(LicensingStep.words(licence)) without"
          + " action")
    }
  }

  private static func words(_ licence: Int32) -> String {
    switch LicenceClass.allCases[Int(licence)] {
    case .allied: "persons of allied countries"
    case .other: "persons of other countries"
    case .deemed: "foreign persons in the United States"
    }
  }
}
