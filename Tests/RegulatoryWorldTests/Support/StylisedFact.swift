import RegulatoryWorld
import Scenarios
import Testing

/// A published figure, and what the model gives where it has one like it.
///
/// A row of the article `FaceValidity` says the same in words; ``FactTable`` holds the rows.
struct StylisedFact: Sendable, CustomTestStringConvertible {
  /// What agreement with the figure would show.
  enum Origin: String, Sendable {
    /// The figure was put in: that it comes out shows that it arrives, and nothing else.
    case input
    /// A parameter was set so that it comes out.
    case set
    /// It comes out of parameters that were chosen for other reasons.
    case output
  }

  /// How the model's figure stands to the published one.
  enum Verdict: String, Sendable {
    /// Within the published range.
    case agrees
    /// Outside it: the model does not reproduce the fact.
    case misses
    /// Something else is measured: printed side by side, and not compared.
    case differs = "not compared"
  }

  let name: String
  /// The figure with its range, and who says so, with its grade of evidence.
  let published: String
  let range: ClosedRange<Double>
  let source: String
  /// What is measured in the model.
  let measured: String
  let origin: Origin
  /// What the model gives, by how much it may move before this row must be looked at, and how it
  /// is written.
  let figure: Double
  let tolerance: Double
  let verdict: Verdict
  let remark: String
  let measure: @Sendable () throws -> Measured

  init(
    _ name: String, published: String, in range: ClosedRange<Double>, by source: String,
    measured: String, _ origin: Origin, gives figure: Double, within tolerance: Double,
    _ verdict: Verdict, remark: String = "", _ measure: @escaping @Sendable () throws -> Measured
  ) {
    self.name = name
    self.published = published
    self.range = range
    self.source = source
    self.measured = measured
    self.origin = origin
    self.figure = figure
    self.tolerance = tolerance
    self.verdict = verdict
    self.remark = remark
    self.measure = measure
  }

  var testDescription: String { name }

  /// Its row in the article.
  var row: String {
    func number(_ value: Double) -> String {
      value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
    let cells = [
      name, published, source, measured, origin.rawValue,
      "\(number(figure)) ± \(number(tolerance))",
      verdict.rawValue + (remark.isEmpty ? "" : ": \(remark)"),
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  /// Measures it again: the model still gives the figure, which stands to the published one as it
  /// is said to.
  func check() throws {
    let now = try measure()
    let report = "\(name): \(now.value), was \(figure)\n  \(now.question.replay(seed: 1))"
    #expect(abs(now.value - figure) <= tolerance, "\(report)")
    switch verdict {
    case .agrees: #expect(range.contains(now.value), "\(report), published \(range)")
    case .misses: #expect(!range.contains(now.value), "\(report), no miss any more: \(range)")
    case .differs: break
    }
  }
}

/// A figure of the model, with the question that gave it.
struct Measured: Sendable {
  let value: Double
  let question: Question
}

/// The histories of many futures of one question under one regime.
struct Histories: Sendable {
  let question: Question
  let scenario: Scenario
  /// Parameter values, history and outcomes, future by future.
  let lives: [(draw: Draw, lines: [History.Line], outcomes: [Double])]

  init(_ question: Question, under regime: String, seeds: ClosedRange<UInt64>) throws {
    self.question = question
    scenario = try question.scenario()
    let study = Study(scenario)
    guard let number = study.regimes.firstIndex(of: regime) else {
      throw Lives.Missing(regime: regime)
    }
    var replicator = Replicator(study)
    lives = seeds.map { seed in
      let draw = study.draw(1, seed: seed)
      let told = replicator.history(regime: number, replication: 1, draw: draw, seed: seed)
      return (draw, told.history.lines, told.outcomes)
    }
  }

  /// US dollars a year of the customers whom lines of some kinds tell of, over all futures.
  func spend(
    _ kinds: Set<String>, where condition: (History.Line) -> Bool = { _ in true }
  ) -> Double {
    lives.reduce(0) { sum, life in
      sum
        + life.lines.reduce(0) { part, line in
          guard kinds.contains(line.event), condition(line),
            let segment = scenario.customers.first(where: { $0.id == line.actor })
          else { return part }
          return part + line.represents * life.draw[segment.spend]
        }
    }
  }

  /// US dollars a year of all customers, over all futures.
  func market(where condition: (Segment) -> Bool = { _ in true }) -> Double {
    lives.reduce(0) { sum, life in
      sum
        + scenario.customers.filter(condition).reduce(0) {
          $0 + Double($1.agents) * life.draw[$1.represents] * life.draw[$1.spend]
        }
    }
  }

  /// Organisations or flaws that lines of a kind tell of, over all futures.
  func represented(
    _ kind: String, where condition: (History.Line) -> Bool = { _ in true }
  ) -> Double {
    lives.reduce(0) { sum, life in
      sum
        + life.lines.reduce(0) {
          $1.event == kind && condition($1) ? $0 + $1.represents : $0
        }
    }
  }

  /// Days from the first line of a kind to the first of some others, in each future; infinite
  /// where none comes.
  func days(from first: String, to kinds: Set<String>, by actor: String? = nil) -> [Double] {
    lives.compactMap { life in
      guard let start = life.lines.first(where: { $0.event == first })?.day else { return nil }
      let end = life.lines.first { line in
        kinds.contains(line.event) && line.day >= start && (actor ?? line.actor) == line.actor
      }
      return (end?.day ?? .infinity) - start
    }
  }

  func measured(_ value: Double) -> Measured { Measured(value: value, question: question) }
}

extension [Double] {
  /// The middle value; of an even number the upper of the two.
  var median: Double { isEmpty ? .nan : sorted()[count / 2] }

  /// The share of values that fulfil a condition.
  func share(where condition: (Double) -> Bool) -> Double {
    isEmpty ? .nan : Double(count(where: condition)) / Double(count)
  }
}
