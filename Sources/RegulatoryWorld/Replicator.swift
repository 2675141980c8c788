import DiscreteEvents
import ExportControls
import Scenarios

/// Lives through replications one after the other, reusing its memory; one for each thread.
public struct Replicator: ~Copyable {
  let study: Study
  var agenda = Agenda(reservingCapacity: 1 << 14)
  var ledgers: [Ledger]
  private var laws: Laws
  var books = Books()
  /// What is lived through, refilled by each replication.
  private let future: Future
  /// Every world of it, one after the other.
  private var world: World?

  /// Prepares the memory of one thread.
  public init(_ study: Study) {
    self.study = study
    ledgers = study.regimes.map { _ in Ledger() }
    future = Future(study)
    laws = Laws(study, future)
  }

  /// One future in every world: without any action, then under each regime.
  ///
  /// - Parameters:
  ///   - replication: number of the future, from 1; names its random numbers.
  ///   - draw: the parameter values.
  ///   - seed: seed of all random numbers.
  ///   - timeline: whether to sample the timeline too.
  public mutating func run(
    replication: Int, draw: Draw, seed: UInt64, timeline: Bool
  ) throws -> ReplicationResult {
    var result = ReplicationResult()
    result.outcomes.reserveCapacity(study.regimes.count * Outcomes.entries.count)
    try run(
      replication: replication, draw: draw, seed: seed, timeline: timeline, into: &result)
    return result
  }

  /// The same, written over the result of another replication, whose memory it takes.
  public mutating func run(
    replication: Int, draw: Draw, seed: UInt64, timeline: Bool,
    into result: inout ReplicationResult
  ) throws {
    future.refill(draw: draw, replication: replication, seed: seed)
    result.clear()
    let candidates = candidates(future)
    var world = self.world.take() ?? World(future)
    for number in study.regimes.indices {
      result.events += live(number, &world, law(number, candidates))
    }
    self.world = consume world
    books.open(future, none: ledgers[0])
    for number in study.regimes.indices {
      let pair = pair(number, future, candidates)
      for outcome in Outcomes.entries { result.outcomes.append(outcome.value(pair)) }
      if timeline {
        TimelineSeries.sample(
          ledgers[number], future, days: study.timelineDays, into: &result.timeline)
      }
    }
  }

  /// One future as it can be read: the history of one world, with its row of outcomes.
  ///
  /// - Parameters:
  ///   - regime: index in ``Study/regimes``; 0 for the world without any action.
  ///   - replication: number of the future, from 1.
  ///   - draw: the parameter values.
  ///   - seed: seed of all random numbers.
  /// - Returns: what happened, and the outcomes in order of ``Outcomes/registry``.
  public mutating func history(
    regime: Int, replication: Int, draw: Draw, seed: UInt64
  ) -> (history: History, outcomes: [Double]) {
    let future = Future(study: study, draw: draw, replication: replication, seed: seed)
    let candidates = candidates(future)
    let law = law(regime, candidates)
    var world = World(future)
    _ = live(0, &world, nil)
    _ = live(regime, &world, law, recordingIn: Recorder())
    books.open(future, none: ledgers[0])
    let pair = pair(regime, future, candidates)
    let history = History(
      world.recorder ?? Recorder(), regime: study.regimes[regime],
      names: Storyteller(future: future, law: law))
    return (history, Outcomes.entries.map { $0.value(pair) })
  }

  /// One world, kept in a recorder if there is one; returns the number of events.
  private mutating func live(
    _ number: Int, _ world: inout World, _ law: LegalMap?,
    recordingIn recorder: consuming Recorder? = nil
  ) -> Int {
    agenda.removeAll(restartingAt: 0)
    swap(&world.ledger, &ledgers[number])
    world.begin(under: law, recordingIn: recorder, &agenda)
    simulate(&world, &agenda, until: world.future.horizon)
    world.end()
    swap(&world.ledger, &ledgers[number])
    return agenda.processed
  }

  /// What the law says under every regime of the scenario, and which one the regulator chose.
  mutating func candidates(_ future: Future) -> Candidates {
    laws.turn(to: future)
    let choice = Study.isChosen(study.scenario) && !laws.maps.isEmpty
    return Candidates(
      laws: laws.maps,
      choice: choice ? RegimeChooser(future: future).choose(among: laws.maps) : nil)
  }

  /// What the law says in a world; nil without any action.
  func law(_ number: Int, _ candidates: Candidates) -> LegalMap? {
    number == 0 ? nil : candidates.laws[candidates.choice ?? number - 1]
  }

  /// A world beside the one without any action; the books of the future are open.
  mutating func pair(_ number: Int, _ future: Future, _ candidates: Candidates) -> Pair {
    guard number > 0 else { return books.pair(future, none: ledgers[0]) }
    return books.pair(
      future, none: ledgers[0], acting: ledgers[number],
      regime: law(number, candidates)?.regime, choice: candidates.choice)
  }

  /// What the law says under the scenario's regimes.
  struct Candidates {
    let laws: [LegalMap]
    /// The one chosen by the regulator; nil where each is imposed.
    let choice: Int?
  }
}

/// What one replication gives.
public struct ReplicationResult: Sendable {
  /// Outcomes of each regime, row by row in order of ``Outcomes/registry``; NaN stands for empty.
  public var outcomes: [Double] = []
  /// Values of each regime, series and day of the timeline, or nothing.
  public var timeline: [Double] = []
  /// Events in all worlds together.
  public var events = 0

  /// Nothing yet.
  public init() {}

  mutating func clear() {
    outcomes.removeAll(keepingCapacity: true)
    timeline.removeAll(keepingCapacity: true)
    events = 0
  }
}
