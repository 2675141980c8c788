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
  mutating func begin(pools: Int, flaws: Int, _ future: Future) {
    paths.begin(pools: pools)
    attack.removeAll(keepingCapacity: true)
    service.removeAll(keepingCapacity: true)
    refill(&foundDay, flaws)
    refill(&fixedDay, flaws)
    refill(&weaponizedDay, flaws)
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

  private func refill(_ days: inout [Double], _ count: Int) {
    days.removeAll(keepingCapacity: true)
    for _ in 0..<count { days.append(.infinity) }
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

/// Who could use the reached models from a day on.
struct ServiceSample {
  var day: Double
  /// Whether the order had bound each model that is out and has an audience, a bit each.
  var reached: UInt64
  /// Whether anybody of its audience could use each model, a bit each.
  var served: UInt64
  /// Share of potential spend in the United States that could use the reached models.
  var usShare: Double
}

extension World {
  /// Notes who can use the reached models now.
  mutating func sampleService(_ agenda: inout Agenda) {
    let sample = service(on: agenda.now)
    if let last = ledger.service.last, last.day == agenda.now {
      ledger.service[ledger.service.count - 1] = sample
    } else {
      ledger.service.append(sample)
    }
  }

  private func service(on day: Double) -> ServiceSample {
    var reached: UInt64 = 0
    var served: UInt64 = 0
    var spend = 0.0
    var usable = 0.0
    for model in future.models.indices where order.hasReached[model] && releases.isOut[model] {
      let isVetted = future.models[model].isVetted
      for number in future.agents.indices {
        let isCounted = !isVetted && !future.agents[number].isAbroad
        let isServed = served >> UInt64(model) & 1 == 1
        guard isCounted || !isServed, !isVetted || future.agents[number].isPartner else {
          continue
        }
        reached |= 1 << UInt64(model)
        let share = permission(2 * number, model) == nil ? 0.0 : 1.0
        let foreign = permission(2 * number + 1, model) == nil ? 0.0 : 1.0
        let both = share + future.agents[number].foreignShare * (foreign - share)
        if both > 0 { served |= 1 << UInt64(model) }
        guard isCounted else { continue }
        let dollars = future.agents[number].weight * future.agents[number].spend
        spend += dollars
        usable += dollars * both
      }
    }
    return ServiceSample(
      day: day, reached: reached, served: served, usShare: spend > 0 ? usable / spend : 1)
  }
}
