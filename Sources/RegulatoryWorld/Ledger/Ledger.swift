/// What a world leaves behind: step paths and dates, from which outcomes are computed once both
/// worlds of a pair are known.
///
/// The world writes it and never reads it.
struct Ledger {
  /// Model in use by each pool of seats.
  var paths = StepPaths()
  /// Attackers' capability from each day on.
  var attack: [(day: Double, capability: Double)] = []
  /// Days of each flaw; infinite if not by the horizon.
  var foundDay: [Double] = []
  var fixedDay: [Double] = []
  var weaponizedDay: [Double] = []
  /// Day each model came out; infinite if not by the horizon.
  var releaseDay: [Double] = []
  /// Models whose use the order bound at some time.
  var isReached: [Bool] = []
  /// Models for whose users the order changed anything at some time: copies hosted abroad too.
  var isTouched: [Bool] = []
  /// Labs designated as a supply-chain risk.
  var isDesignated: [Bool] = []
  /// Service of the reached models from each day on.
  var service: [ServiceSample] = []
  /// Cost of switches and returns, US dollars.
  var migrationCost = 0.0
  /// Switches, each weighted by the spend a day of the pool that makes it.
  var moves = 0.0
  /// Days of barred staff, and their cost in US dollars.
  var staffDays = 0.0
  var staffCost = 0.0
  /// Dates of the order and of relief; infinite if not by the horizon.
  var orderDay = Double.infinity
  var partialDay = Double.infinity
  var fullDay = Double.infinity
  var fullRoute: ReliefRoute?
  /// Applications filed and the days they took, open ones counted to the horizon.
  var applications = 0
  var reviewDays = 0.0

  /// Signatures under open letters, meetings with officials, and whether the named lab sued.
  var signatures = 0
  var meetings = 0
  var hasSued = false

  /// Forgets the last world and keeps the memory.
  mutating func begin(_ pools: [Pool], _ future: Future) {
    paths.begin(pools)
    attack.removeAll(keepingCapacity: true)
    service.removeAll(keepingCapacity: true)
    foundDay.refill(future.flaws.count, with: .infinity)
    fixedDay.refill(future.flaws.count, with: .infinity)
    weaponizedDay.refill(future.flaws.count, with: .infinity)
    releaseDay.removeAll(keepingCapacity: true)
    isReached.removeAll(keepingCapacity: true)
    isTouched.removeAll(keepingCapacity: true)
    for model in future.models {
      releaseDay.append(model.releaseDay < 0 ? model.releaseDay : .infinity)
      isReached.append(false)
      isTouched.append(false)
    }
    isDesignated.removeAll(keepingCapacity: true)
    for _ in future.labs { isDesignated.append(false) }
    (migrationCost, moves, staffDays, staffCost) = (0, 0, 0, 0)
    (orderDay, partialDay, fullDay) = (.infinity, .infinity, .infinity)
    fullRoute = nil
    (applications, reviewDays) = (0, 0)
    (signatures, meetings, hasSued) = (0, 0, false)
  }

  /// Takes over what the processes know at the horizon.
  mutating func close(
    _ compliance: Compliance, _ licensing: LicensingOffice, _ order: Order, _ relief: ReliefState,
    _ future: Future
  ) {
    partialDay = relief.partialDay
    fullDay = relief.fullDay
    fullRoute = relief.fullRoute
    for application in licensing.applications where application.isOpen {
      reviewDays += future.horizon - application.filedDay
    }
  }
}
