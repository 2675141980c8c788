import ExportControls

/// What becomes of an application.
enum LicenceAnswer: UInt8, Hashable { case approved, denied, returned }

/// What becomes of customers' own applications.
enum CustomerStep: UInt8, Hashable {
  case filed, approved, denied, returned

  init(_ answer: LicenceAnswer) {
    switch answer {
    case .approved: self = .approved
    case .denied: self = .denied
    case .returned: self = .returned
    }
  }
}

/// Process 11, the licence clock: what labs file and hear; the background load is not told.
enum LicensingStep: Hashable {
  case filed(lab: Int32, licence: Int32, attempt: Int32)
  case referred(lab: Int32, licence: Int32)
  case answered(LicenceAnswer, lab: Int32, licence: Int32)
  /// Customers' own applications, told together by month.
  case customers(CustomerStep, mix: Int32)

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
    case .answered(let answer, let lab, let licence):
      return LicensingStep.told(
        answer, "\(names.lab(lab))", "a licence for \(LicensingStep.words(licence))")
    case .customers(let step, let mix):
      let group = names.mix(mix)
      return switch step {
      case .filed:
        Telling(
          "customers_file", by: group, "apply for licences of their own", grounds: [.licences],
          isTally: true)
      case .approved:
        Telling(
          "customers_licensed", by: "regulator", "grants customers of \(group) licences",
          grounds: [.licences], isTally: true)
      case .denied:
        Telling(
          "customers_denied", by: "regulator", "denies customers of \(group) licences",
          grounds: [.reviewPolicy], isTally: true)
      case .returned:
        Telling(
          "customers_returned", by: "regulator",
          "returns applications of \(group) without action", isTally: true)
      }
    }
  }

  private static func told(_ answer: LicenceAnswer, _ lab: String, _ what: String) -> Telling {
    switch answer {
    case .approved:
      Telling(
        "licence_granted", by: "regulator", "grants \(lab) \(what)", grounds: [.licences])
    case .denied:
      Telling(
        "licence_denied", by: "regulator", "denies \(lab) \(what)", grounds: [.reviewPolicy])
    case .returned:
      Telling(
        "licence_returned", by: "regulator",
        "returns \(lab)'s application for \(what) without action")
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
