import Arguments
import Experiments
import ExportControls
import ResultFiles
import Scenarios

/// The options that choose the points of a sweep; a command that has them has `--set` too.
enum DesignOptions {
  /// How points are chosen between the values of `--vary` and `--levels`.
  enum Method: String, CaseIterable {
    case grid, lhs, random
  }

  static let options: [Option] = [
    .value(
      "vary", "ADDRESS=LOW:HIGH", "varies a number within a range",
      .custom(
        expected: "ADDRESS=LOW:HIGH, such as regulator.licensing_officers=5:50",
        isValid: hasEqualsSign),
      isRepeatable: true),
    .value(
      "levels", "ADDRESS=A,B,C", "gives a number these values",
      .custom(
        expected: "ADDRESS=A,B,C, such as regulator.licensing_officers=5,20,50",
        isValid: hasEqualsSign),
      isRepeatable: true),
    .value(
      "sampling", "METHOD",
      "grid: every combination; lhs: a Latin hypercube; random: independent points",
      .choice(Method.allCases.map(\.rawValue)), defaultText: Method.grid.rawValue),
    .value(
      "samples", "N", "grid: values of each range; lhs, random: points, without a default",
      .integer(1...Design.largestCount), defaultText: "\(Sampling.gridSamples) in a grid"),
    .value(
      "design", "FILE", "reads the points from a CSV file with a header of addresses", .file),
  ]

  @Sendable private static func hasEqualsSign(_ text: String) -> Bool {
    text.contains("=") && !text.hasPrefix("=")
  }
}

/// What a line asks to be varied, with all that can be said of it without the scenario.
struct DesignRequest {
  enum Choice {
    case words([VariedWord], DesignOptions.Method, samples: Int?)
    case file(String)
  }

  let choice: Choice
  private let settings: Set<String>

  /// Reads the options.
  ///
  /// - Throws: a usage failure with everything that makes no sense.
  init(_ line: ParsedCommand) throws(Failure) {
    var faults: [String] = []
    settings = Set(
      SettingOption.settings(line).map(\.path) + (line.integer("seed") == nil ? [] : ["seed"]))
    let words = VariedWord.list(line, &faults)
    let method = line.value("sampling").flatMap(DesignOptions.Method.init(rawValue:))
    let samples = line.integer("samples")
    let given = DesignOptions.options.map(\.name).filter { !line.values($0).isEmpty }
    if let file = line.value("design") {
      choice = .file(file)
      let others = given.filter { $0 != "design" }.map { "--" + $0 }
      if !others.isEmpty {
        faults.insert(
          "--design says all there is to say of the points: leave out"
            + " \(others.joined(separator: ", ")).", at: 0)
      }
    } else {
      choice = .words(words, method ?? .grid, samples: samples)
      guard !line.values("vary").isEmpty || !line.values("levels").isEmpty else {
        throw Failure(.usage, DesignRequest.howTo(line.name))
      }
      faults += DesignRequest.faults(method ?? .grid, samples, given)
      faults += words.filter { settings.contains($0.address) }.map {
        "\($0.address) is given by --\($0.option) and by \(Self.other($0.address)): leave one out."
      }
    }
    guard faults.isEmpty else {
      throw Failure(.usage, faults.map { "embargo: " + $0 }.joined(separator: "\n"))
    }
  }

  /// The points, for a scenario that was read with the same settings.
  ///
  /// - Throws: a failure with everything that is wrong with them.
  func design(of base: Scenario) throws(Failure) -> SweptDesign {
    let known = SweptAddresses(base.parameters)
    switch choice {
    case .file(let path):
      let own = ["none"] + base.regimes.map(\.id)
      let regimes = own + Presets.all.map(\.id).filter { !own.contains($0) }
      let file: DesignFile
      do throws(ProblemReport) {
        file = try DesignFile(path: path, known: known, regimes: regimes)
      } catch {
        throw Failure(error.isMissingFile ? .noSuchFile : .badInput, error.rendered())
      }
      let fixed = file.design.addresses.filter(settings.contains)
      guard fixed.isEmpty else {
        throw Failure(
          .usage,
          fixed.map {
            "embargo: \($0) is a column of \(path) and given by \(DesignRequest.other($0)):"
              + " leave one out."
          }
          .joined(separator: "\n"))
      }
      return SweptDesign(file)
    case .words(let words, let method, let samples):
      let factors = try VariedWord.factors(words, known)
      return try SweptDesign(factors, method, samples: samples, seed: base.seed)
    }
  }

  /// What does not go together of a method, a number and the options that are given.
  private static func faults(
    _ method: DesignOptions.Method, _ samples: Int?, _ given: [String]
  ) -> [String] {
    switch method {
    case .lhs, .random:
      guard samples == nil else { return [] }
      return ["--sampling \(method.rawValue) needs a number of points: write '--samples 100'."]
    case .grid:
      guard let samples else { return [] }
      if !given.contains("vary") {
        return ["--samples cuts up ranges, but --levels names every value: leave it out."]
      }
      return samples > 1
        ? [] : ["--samples \(samples) is too few for a grid, which has both ends of each range."]
    }
  }

  /// The option that gives an address for all experiments.
  private static func other(_ address: String) -> String {
    address == "seed" ? "--set or --seed" : "--set"
  }

  private static func howTo(_ command: String) -> String {
    """
    embargo: '\(command)' needs to know what to vary. Name numbers, each with a range or values:
      embargo \(command) SCENARIO --vary regulator.licensing_officers=5:50 --samples 10
    or name a file with a header of addresses and a row for each experiment:
      embargo \(command) SCENARIO --design experiments.csv
    """
  }
}

/// The points of a sweep, and what a result says of where they came from.
struct SweptDesign {
  let design: Design
  /// The file that holds it, if one does.
  let file: DesignFile?
  /// The options that give the same points, rebuilt from what they mean.
  let canonicalWords: [String]
  /// What the manifest names besides the scenario's own files.
  var inputs: [Manifest.InputFile] { file.map { [$0.input] } ?? [] }

  fileprivate init(_ file: DesignFile) {
    self.file = file
    design = file.design
    canonicalWords = ["--design", file.name]
  }

  fileprivate init(
    _ factors: [Factor], _ method: DesignOptions.Method, samples: Int?, seed: UInt64
  ) throws(Failure) {
    let number = samples ?? Sampling.gridSamples
    let sampling: Sampling =
      switch method {
      case .grid: .grid(samples: number)
      case .lhs: .latinHypercube(points: number, seed: seed)
      case .random: .independent(points: number, seed: seed)
      }
    let count = sampling.count(of: factors)
    guard let count, count <= Design.largestCount else {
      let points = count.map { "has \(Figures.grouped($0)) points" } ?? "cannot be counted"
      throw Failure(
        .usage,
        "embargo: The grid \(points), more than the \(Figures.grouped(Design.largestCount)) that a"
          + " sweep takes: lower --samples, or write '--sampling lhs --samples 1000'.")
    }
    design = sampling.design(of: factors)
    file = nil
    let isCut = method != .grid || factors.contains { $0.isRange }
    canonicalWords =
      factors.flatMap(\.words) + ["--sampling", method.rawValue]
      + (isCut ? ["--samples", "\(number)"] : [])
  }

  /// A failure for points at which the scenario cannot be read, with where they stand.
  func failure(_ reports: [(point: Int, report: ProblemReport)]) -> Failure {
    let problems = reports.flatMap { point, report in
      report.problems.map { problem in
        let values = zip(design.addresses, design.values(of: point)).prefix(3)
          .map { "\($0) = \(Figures.plain($1))" }.joined(separator: ", ")
        let rest = design.addresses.count > 3 ? ", …" : ""
        let name = "experiment \(point)" + (values.isEmpty ? "" : " (\(values)\(rest))")
        return Problem(
          position: file?.position(of: point), address: problem.address,
          message: "\(name): \(problem.message)", remedy: problem.remedy)
      }
    }
    return Failure(
      .badInput, ProblemReport(problems: problems, files: [file?.path ?? "sweep"]).rendered())
  }
}

extension Factor {
  fileprivate var isRange: Bool {
    switch values {
    case .range: true
    case .levels: false
    }
  }

  /// The option that gives the factor.
  fileprivate var words: [String] {
    switch values {
    case .range(let range):
      let ends = [range.lowerBound, range.upperBound].map(Figures.plain)
      return ["--vary", "\(address)=\(ends.joined(separator: ":"))"]
    case .levels(let levels):
      return ["--levels", "\(address)=\(levels.map(Figures.plain).joined(separator: ","))"]
    }
  }
}
