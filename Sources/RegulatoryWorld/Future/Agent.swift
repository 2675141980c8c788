import Stochastics

/// A customer or defender: an agent that stands for many organisations, with all its marks.
///
/// It has two pools of seats, foreign persons' and the others'. Marks are drawn before the worlds
/// part; the weight reports and never drives behaviour.
struct Agent: BitwiseCopyable {
  /// Index of segment, or of defender group behind the segments: its mix of tasks.
  var mix: Int32
  var isDefender: Bool
  var isPartner: Bool
  var isOnRoster: Bool
  var isMultiHomed: Bool
  var hasFailover: Bool
  var isAbroad: Bool
  /// Whether it sits abroad, in an allied country.
  var isAllied = false
  /// Organisations the agent stands for.
  var weight: Double
  /// US dollars a day of one organisation; 0 for defenders, whose spend is their segment's.
  var spend: Double
  /// Persons of one organisation; 0 for customers.
  var staff: Double
  /// Share of seats held by foreign persons.
  var foreignShare: Double
  /// Cost of one migration of one organisation, US dollars.
  var migrationCost: Double
  /// Median days of a migration, and of the wait before it.
  var migrationDays: Double
  var patienceDays: Double
  /// Classes of recipient of the two pools: other seats, foreign persons' seats.
  var otherClass: Int32
  var foreignClass: Int32
  /// Model in use at day 0.
  var homeModel: Int32
  /// Marks in (0, 1): which channel it buys through, whether its copies are hosted abroad,
  /// whether it returns, whether it leaves in fear, whether it applies for what has no criteria.
  var channelMark: Double
  var hostingMark: Double
  var returnMark: Double
  var fearMark: Double
  var applicationMark: Double
  /// Days from restoration to return, and from the order to leaving in fear.
  var returnDelay: Double
  var fearDelay: Double
  /// Address of every further mark.
  var key: StreamKey

  /// US dollars a day of one of its pools of seats, over all organisations.
  func dollars(foreign: Bool) -> Double { weight * spend * seats(foreign) }

  /// Persons in one of its pools of seats, over all organisations.
  func persons(foreign: Bool) -> Double { weight * staff * seats(foreign) }

  private func seats(_ foreign: Bool) -> Double { foreign ? foreignShare : 1 - foreignShare }
}

/// A latent vulnerability, with all its marks; it stands for many alike.
struct Flaw: BitwiseCopyable {
  /// Where the flaw stands on day 0, or when it is born.
  enum Stage: UInt8, BitwiseCopyable { case latent, waitingForTriage, waitingForFix }

  /// Index of the defender that owns it.
  var owner: Int32
  var stage: Stage
  /// Day of birth; 0 for what is there at the start.
  var birth: Double
  /// Work at capability 1, in days.
  var findWork: Double
  var triageWork: Double
  var fixWork: Double
  /// Attackers' work to rediscover and weaponize it, in days at capability 1.
  var attackWork: Double
  /// Assets exposed, over all organisations and flaws it stands for.
  var assets: Double
  /// Flaws it stands for, over all organisations.
  var represents: Double
}
