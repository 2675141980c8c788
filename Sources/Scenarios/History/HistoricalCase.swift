import ExportControls

/// A dated case of the past: a measure that was taken, and how it was relaxed.
///
/// What was known on the day of the measure and what came of it are kept apart, so that whatever
/// predicts can be given the first without the second.
public struct HistoricalCase: Sendable, Equatable {
  /// Name of the case, such as `RUSAL_SDN_2018`.
  public let id: String
  /// What was known on the day of the measure.
  public let circumstances: Circumstances
  /// What came of it; nil where the file does not say.
  public let course: Course?

  /// Makes a case.
  public init(id: String, circumstances: Circumstances, course: Course?) {
    self.id = id
    self.circumstances = circumstances
    self.course = course
  }

  /// What was known on the day of the measure.
  public struct Circumstances: Sendable, Equatable {
    /// Day of the measure.
    public let day: CivilDate
    /// What set it off, in words.
    public let trigger: String
    /// The rule it rests on, in words.
    public let basis: String
    /// Whom and what it reaches, in words.
    public let scope: String
    /// What those hit did at first, in words.
    public let response: String
    /// The theory whose hook comes closest.
    public let hook: Hook
    /// When it binds.
    public let effect: Effect
    /// Whether a service that the whole public at home uses stops at once.
    public let stopsPublicService: Bool
    /// Whether whoever it hits sues over it.
    public let isSued: Bool

    /// Makes the circumstances of a case.
    public init(
      day: CivilDate, trigger: String, basis: String, scope: String, response: String, hook: Hook,
      effect: Effect, stopsPublicService: Bool, isSued: Bool
    ) {
      self.day = day
      self.trigger = trigger
      self.basis = basis
      self.scope = scope
      self.response = response
      self.hook = hook
      self.effect = effect
      self.stopsPublicService = stopsPublicService
      self.isSued = isSued
    }
  }

  /// When a measure binds.
  public enum Effect: Sendable, Equatable {
    /// At once.
    case letter
    /// After so many days of notice.
    case rule(noticeDays: Double)
    /// Not at all: it is proposed.
    case proposal
  }

  /// What came of a measure.
  public struct Course: Sendable, Equatable {
    /// The first relief of any kind; nil if none was seen.
    public let first: Relief?
    /// The end of the whole measure; nil if none was seen.
    public let full: Relief?
    /// Days after the measure of which the record speaks; what it has not seen by then may have
    /// come later.
    public let observedDays: Double

    /// Makes a course.
    public init(first: Relief?, full: Relief?, observedDays: Double) {
      self.first = first
      self.full = full
      self.observedDays = observedDays
    }
  }

  /// A relief, when it came and how.
  public struct Relief: Sendable, Equatable {
    /// Days after the measure.
    public let days: Double
    /// By which route.
    public let route: Route

    /// Makes a relief.
    public init(days: Double, route: Route) {
      self.days = days
      self.route = route
    }
  }

  /// How relief came, in the words of the outcome `relief_route`.
  public enum Route: String, CaseIterable, Sendable {
    /// Damage to bystanders is corrected, by a general licence for instance.
    case collateral
    /// A lift by agreement.
    case negotiated
    /// A court's decision.
    case injunction
    /// The measure is rescinded, replaced or expires.
    case rescission
    /// Those who decide take it back at once.
    case reversal
  }
}
