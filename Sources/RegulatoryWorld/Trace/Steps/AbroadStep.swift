/// Process 9, sovereignty: what customers abroad think of models under US control.
enum AbroadStep: Hashable {
  /// They take so much off the value of a dollar's use.
  case reserveBegins(Double)
  case reserveEnds

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .reserveBegins(let value):
      return Telling(
        "sovereignty_reserve", by: "customers abroad",
        "value closed models under US control less, by \(names.figure(100 * value)) cents a dollar")
    case .reserveEnds:
      return Telling(
        "sovereignty_reserve_ends", by: "customers abroad",
        "value closed models under US control as before")
    }
  }
}
