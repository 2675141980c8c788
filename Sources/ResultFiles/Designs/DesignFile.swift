import Experiments
import JSON5
import Scenarios

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A design that stands in a comma-separated file: a header of addresses, a row for each
/// experiment.
///
/// The header names each number by its dotted address, or as results name its column; a column
/// `regime` gives each experiment one regime, or where it is empty all those of the scenario. A
/// column `experiment_id` must count 1, 2, 3, …, so that the experiments of a result are a design;
/// so must the column without a name that pandas writes first, from 0. A byte order mark, `\r\n`,
/// quotes and blanks around cells, and empty lines at the end are all right.
public struct DesignFile: Sendable {
  /// The design.
  public let design: Design
  /// The path as it was given, under which problems show the file.
  public let path: String
  /// The file's own name.
  public let name: String
  /// SHA-256 of the bytes that were read, as hexadecimal digits.
  public let sha256: String
  private let lines: [UInt32]

  /// Reads a file; takes memory for its numbers, not for its text.
  ///
  /// - Parameters:
  ///   - path: the file, relative to the working folder or absolute.
  ///   - known: what can be swept.
  ///   - regimes: the ids that the column `regime` may hold.
  /// - Throws: everything that is wrong with it, with `isMissingFile` if it cannot be opened.
  public init(
    path: String, known: SweptAddresses, regimes: [String]
  ) throws(ProblemReport) {
    self.path = path
    name = String(path.split(separator: "/").last ?? "")
    if let problem = DesignFile.problem(with: path) {
      throw ProblemReport(
        problems: [problem.problem], files: [path], isMissingFile: problem.isMissing)
    }
    let reader = try DesignFile.read(path, known, regimes)
    guard reader.problems.isEmpty else {
      throw ProblemReport(problems: reader.problems + reader.remark, files: [path])
    }
    design = Design(
      addresses: reader.header.addresses, values: reader.values, regimes: reader.regimes,
      count: reader.lines.count)
    sha256 = reader.sha256
    lines = reader.lines
  }

  /// Where a point stands, for problems that show only when the whole scenario is read with it.
  public func position(of point: Int) -> SourcePosition {
    precondition((1...design.count).contains(point), "a point that the design does not have")
    return SourcePosition(file: 0, line: Int(lines[point - 1]), column: 1)
  }

  private static func read(
    _ path: String, _ known: SweptAddresses, _ regimes: [String]
  ) throws(ProblemReport) -> DesignReader {
    do throws(ResultError) {
      var reader = try DesignReader(path, regimes: regimes)
      try reader.read(known)
      return reader
    } catch {
      throw ProblemReport(
        problems: [Problem(position: nil, address: "", message: "\(error)")], files: [path],
        isMissingFile: true)
    }
  }

  /// Why a file is not even opened, which with a pipe would be to wait for someone to write to it.
  private static func problem(with path: String) -> (problem: Problem, isMissing: Bool)? {
    func problem(_ message: String, _ remedy: String?) -> Problem {
      Problem(position: nil, address: "", message: message, remedy: remedy)
    }
    let name = JSON5Reader.shown(path)
    var status = stat()
    guard stat(path, &status) == 0 else {
      return (problem("there is no file \(name)", near(path)), true)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: return (problem("\(name) is a folder", "name a file in it"), false)
    default:
      return (
        problem(
          "\(name) is a pipe or device, not a regular file",
          "save the design to a file and name that"), false
      )
    }
    let limit = DesignReader.largestLength
    guard status.st_size > limit else { return nil }
    return (
      problem(
        "\(name) has \(status.st_size) bytes, more than the \(limit) that are read",
        "cut it into several sweeps"), false
    )
  }

  /// A file beside the one that is missing with nearly its name.
  private static func near(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().joined(separator: "/")
    let names = try? FileSystem.names(in: parts.count == 1 ? "." : folder + "/")
    guard let names else { return "there is no folder \(JSON5Reader.shown(folder))" }
    // Endings are left aside: they are the same for all, and would make any two names near.
    let files = names.filter { $0.hasSuffix(".csv") }
    let near = nearestName(to: stem(String(parts.last ?? "")), among: files.map(stem))
    return near.map { "did you mean '\($0).csv'?" }
  }

  private static func stem(_ name: String) -> String {
    name.hasSuffix(".csv") ? String(name.dropLast(4)) : name
  }
}

extension DesignReader {
  /// That there are more problems than are listed, if so.
  fileprivate var remark: [Problem] {
    guard unlisted > 0 else { return [] }
    let all = problems.count + unlisted
    return [
      Problem(
        position: nil, address: "",
        message: "there are \(all) problems, of which the first \(problems.count) are listed")
    ]
  }
}

extension DesignFile {
  /// The file as a manifest names it: by its own name, wherever it lies.
  public var input: Manifest.InputFile { Manifest.InputFile(path: name, sha256: sha256) }
}

extension Manifest.InputFile {
  fileprivate init(path: String, sha256: String) {
    self.path = path
    self.sha256 = sha256
  }
}
