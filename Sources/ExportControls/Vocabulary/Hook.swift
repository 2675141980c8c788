/// The legal ground on which a control hangs.
public enum Hook: String, CaseIterable, Hashable, Sendable {
  /// Entries of the Commerce Control List for what the model says (15 CFR 734.13, 4E001).
  case output
  /// Activities of United States persons (15 CFR 744.6, 744.22).
  case usPerson = "us_person"
  /// The trained parameters as an item (ECCN 4E091).
  case weights
  /// The model itself: a new entry, the 0Y521 series, or 50 USC 4817.
  case model
}
