import DiscreteEvents

/// Process 18, openness, with the chilling of process 15: researchers outside withhold reports
/// while an order binds, and research closes over one to three years from the first order on.
///
/// Both act on how fast defenders learn of flaws; the second on what is published, too.
struct Research {
  /// Share of open research that is closed by now.
  var closed = 0.0
  /// Speed of finding, relative to what it would be without any order.
  var findingSpeed = 1.0
  /// The speed last told of in a history, and the least change worth telling.
  var noted = 1.0
  static let noteworthy = 0.01
  /// Day from which research closes; infinite before any order.
  var since = Double.infinity

  /// Days between the steps in which it closes.
  static let step = 30.0
}

extension World {
  /// Whether the order takes something from others than listed end users.
  ///
  /// Where only listed users lose their access nobody else's research is concerned.
  var orderBearsOnThePublic: Bool {
    guard order.isInForce, compliance.labsApply, let law else { return false }
    return law.restrictsOrdinaryUsers
  }

  /// Looks at researchers again after the order came, changed or went.
  mutating func updateResearch(_ agenda: inout Agenda) {
    let strength = future.draw[future.scenario.mechanisms.openness]
    if strength > 0, research.since == .infinity, orderBearsOnThePublic {
      research.since = agenda.now
      agenda.schedule(.researchCloses, at: agenda.now + Research.step)
    }
    updateFindingSpeed(&agenda)
  }

  private mutating func updateFindingSpeed(_ agenda: inout Agenda) {
    let draw = future.draw
    // Only where it can cost a model its use does a report do harm to whoever makes it.
    let withheld =
      orderBearsOnThePublic && order.hasReached.contains(true)
      ? draw[future.scenario.chilling.withheldShare] * draw[future.scenario.mechanisms.openness]
      : 0
    let outside = draw[future.scenario.defence.outsideFindingShare]
    let speed = 1 - outside * (1 - (1 - withheld) * (1 - research.closed))
    guard speed != research.findingSpeed else { return }
    if abs(speed - research.noted) >= Research.noteworthy {
      note(.research(.findingSpeed(from: research.noted, to: speed)), agenda)
      research.noted = speed
    }
    research.findingSpeed = speed
    updateFinders(&agenda)
  }

  /// Some more of open research has closed.
  mutating func researchCloses(_ agenda: inout Agenda) {
    let draw = future.draw
    let openness = future.scenario.openness
    let share = draw[openness.erosionShare] * draw[future.scenario.mechanisms.openness]
    let part = min(1, (agenda.now - research.since) / draw[openness.erosionDays])
    research.closed = share * part
    updateFindingSpeed(&agenda)
    if part < 1, share > 0 {
      agenda.schedule(.researchCloses, at: agenda.now + Research.step)
    }
  }
}
