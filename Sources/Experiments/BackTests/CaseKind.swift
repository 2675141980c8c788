import Scenarios

/// Kinds of cases, by what was known on the day.
///
/// They are what the simulation tells cases apart by, but for hooks, suits and days of notice.
public enum CaseKind: CaseIterable, Sendable {
  /// Stops a service of the whole public at once.
  case publicService
  /// Binds at once otherwise.
  case letter
  /// Binds after notice, or is only proposed.
  case notice

  /// The kind of a case.
  public init(_ known: HistoricalCase.Circumstances) {
    switch known.effect {
    case .letter: self = known.stopsPublicService ? .publicService : .letter
    case .rule, .proposal: self = .notice
    }
  }
}
