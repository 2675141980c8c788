import Scenarios

/// Turns the circumstances of a case into settings of the stand-in scenario.
///
/// This is all that the simulation is told of a case: the day, the hook, whether the measure binds
/// at once, after notice or not at all, whether a service of the whole public stops, and whether
/// whoever it hits sues. The scenario must have one regime, `case`, and one lab, `supplier`.
public enum CaseScenario {
  /// The settings of a case.
  public static func settings(
    _ circumstances: HistoricalCase.Circumstances, horizonDays: Double
  ) -> [(path: String, value: String)] {
    var settings: [(path: String, value: String)] = [
      ("start_date", "\"\(circumstances.day)\""),
      ("regimes.case.hook", "\"\(circumstances.hook.rawValue)\""),
      // Who can tell the public at home from those abroad serves it on.
      (
        "labs.supplier.gates.location_days", circumstances.stopsPublicService ? "1000000" : "0"
      ),
      ("relief.suit_probability", circumstances.isSued ? "1" : "0"),
    ]
    switch circumstances.effect {
    case .letter: settings.append(("regimes.case.effect", "\"letter\""))
    case .rule(let days):
      settings += [
        ("regimes.case.effect", "\"rule\""), ("regimes.case.notice_days", "\(days)"),
      ]
    case .proposal:
      settings += [
        ("regimes.case.effect", "\"rule\""),
        ("regimes.case.notice_days", "\(2 * horizonDays)"),
      ]
    }
    return settings
  }
}
