import ExportControls

/// One happening in words.
struct Telling {
  /// Name of the kind of event, as tables have it.
  let event: String
  /// Who acts.
  let actor: String
  /// What happens, in a sentence without its actor.
  let text: String
  /// The rules on which it rests, the deciding one first.
  var grounds: [Citation] = []
  /// Whether many agents or flaws are told together.
  var isTally = false

  init(
    _ event: String, by actor: String, _ text: String, grounds: [Citation] = [],
    isTally: Bool = false
  ) {
    self.event = event
    self.actor = actor
    self.text = text
    self.grounds = grounds
    self.isTally = isTally
  }
}

/// The names of what a history speaks of, and what the law says of it.
struct Storyteller {
  let future: Future
  /// The law of the world told of; nil without any action.
  let law: LegalMap?

  /// The control; nil without any action.
  var regime: Regime? { law?.regime }

  /// The control by its id in the scenario.
  var theory: String {
    future.scenario.regimes.first { $0.regime(future.draw) == regime }?.id ?? "no theory"
  }

  func model<I: BinaryInteger>(_ number: I) -> String { future.scenario.models[Int(number)].id }

  func models(_ numbers: [Int]) -> String { numbers.map { model($0) }.joined(separator: ", ") }

  func lab<I: BinaryInteger>(_ number: I) -> String { future.scenario.labs[Int(number)].id }

  /// The lab of a model.
  func lab<I: BinaryInteger>(ofModel number: I) -> String {
    lab(future.models[Int(number)].lab)
  }

  func cloud<I: BinaryInteger>(_ number: I) -> String { future.scenario.clouds[Int(number)].id }

  /// Segment of customers or group of defenders.
  func mix<I: BinaryInteger>(_ number: I) -> String {
    let segments = future.scenario.customers
    let place = Int(number)
    return place < segments.count
      ? segments[place].id : future.scenario.defenders[place - segments.count].id
  }

  /// A figure in words: three digits at most behind the point, none where they say nothing.
  func figure(_ value: Double, _ digits: Int = 2) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let rounded = (value * scale).rounded() / scale
    return rounded == rounded.rounded() && abs(rounded) < 1e15
      ? "\(Int(rounded))" : "\(rounded)"
  }

  /// The rules that keep a lab's foreign staff from its models; of the first that they bar.
  func grounds(ofStaffOf lab: Int) -> [Citation] {
    guard let law else { return [] }
    let targets = future.incident.targets
    for model in future.models.indices where future.models[model].lab == lab {
      let named = targets.contains(model)
      guard law.barsStaff(model, named: named) else { continue }
      var facts = future.facts(of: model)
      facts.named = named
      for nation in future.scenario.market.staffNationalities.weights.map(\.country) {
        let answer = law.regime.determination(
          .staffAccess, of: facts, to: LegalAnswers.employee(of: nation), for: .ordinary)
        if !answer.mayGoOn { return answer.citations }
      }
    }
    return []
  }

  /// The rules that bind the use, hosting, publication of a model or staff's work with it.
  func grounds(ofReachTo model: Int, named: Bool) -> [Citation] {
    guard let law else { return [] }
    var facts = future.facts(of: model)
    facts.named = named
    return law.regime.reach(facts).citations
  }
}
