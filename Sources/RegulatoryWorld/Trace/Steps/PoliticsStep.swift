import ExportControls

/// Processes 12 and 13: advocacy, the press, talks and suits.
enum PoliticsStep: Hashable {
  /// So many have signed.
  case signatures(Int32)
  /// The press speaks against the order, or for it.
  case account(isCritical: Bool)
  case meetingHeld(lab: Int32, isGood: Bool, trust: Double)
  case fixPromised(model: Int32)
  case safeguardPromised(lab: Int32)
  /// A filter stays on a model after the lift, as agreed.
  case filterAgreed(model: Int32)
  case suitFiled(lab: Int32)
  case injunctionRefused

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .signatures(let count):
      return Telling(
        "letter_signed", by: "advocates",
        count == 1 ? "one has signed an open letter" : "\(count) have signed an open letter")
    case .account(let isCritical):
      return Telling(
        "accounts_published", by: "press",
        isCritical ? "speaks against the order" : "speaks for the order", isTally: true)
    case .meetingHeld(let lab, let isGood, let trust):
      return Telling(
        "meeting_held", by: names.lab(lab),
        "meets officials, \(isGood ? "and gains" : "and loses") trust: now"
          + " \(names.figure(trust))")
    case .fixPromised(let model):
      return Telling(
        "fix_promised", by: names.lab(ofModel: model),
        "promises officials a filter on \(names.model(model))")
    case .safeguardPromised(let lab):
      return Telling(
        "safeguard_promised", by: names.lab(lab), "promises officials a stronger safeguard")
    case .filterAgreed(let model):
      return Telling(
        "filter_agreed", by: names.lab(ofModel: model),
        "agrees to keep a filter on \(names.model(model)) after the lift")
    case .suitFiled(let lab):
      return Telling(
        "suit_filed", by: names.lab(lab), "sues over the order", grounds: [.noReview])
    case .injunctionRefused:
      return Telling(
        "injunction_refused", by: "court", "refuses to enjoin the order", grounds: [.noReview])
    }
  }
}
