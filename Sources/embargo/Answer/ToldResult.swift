import Experiments
import ResultFiles

/// What is kept of a result's answers to tell it: of a run everything, of a sweep the headlines.
struct ToldResult {
  /// The answer of a run.
  private(set) var answer: Answer?
  /// The headlines of each experiment of a sweep.
  private(set) var points: [PointFinding] = []
  private(set) var replications = 0
  private(set) var failed = 0
  private(set) var firstFailure: ReplicationFailure?
  /// How experiments with a goal of precision ended.
  var precision: [PrecisionReached]
  private let isSweep: Bool
  private let isForPrograms: Bool
  private let regimes: [String]

  /// - Parameter format: how it will be told; people are told fewer figures of each experiment, of
  ///   which there can be a million.
  init(_ description: ResultDescription, for format: Format, precision: [PrecisionReached] = []) {
    isSweep = description.design != .single
    isForPrograms = format != .table
    regimes = Array(description.layouts.first.regimes.dropFirst())
    self.precision = precision
  }

  mutating func add(_ answer: Answer) {
    replications += answer.replications
    failed += answer.failures.count
    firstFailure = firstFailure ?? answer.failures.first
    if isSweep {
      points.append(PointFinding(answer, regimes, isForPrograms: isForPrograms))
    } else {
      self.answer = answer
    }
  }
}
