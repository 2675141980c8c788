import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// The built program, run as a user would run it, in a folder of its own.
final class Embargo {
  /// What a call left behind.
  struct Outcome {
    let code: Int32
    let output: String
    let error: String
  }

  /// The working folder, removed with the object.
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "embargo-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program lies beside the bundle of the tests.
  static let program: String = {
    let bundles = Bundle.allBundles.filter { $0.bundlePath.hasSuffix(".xctest") }.map(\.bundleURL)
    let candidates = (bundles + [Bundle.main.executableURL].compactMap { $0 })
      .map { $0.deletingLastPathComponent().appending(path: "embargo").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? "embargo"
  }()

  /// The scenarios of the project.
  static let scenarios = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Scenarios").path

  static let directive = scenarios + "/june-2026-directive.json5"

  /// Runs the program to its end.
  func callAsFunction(_ words: String...) throws -> Outcome {
    try Call(self, words).outcome()
  }

  /// Starts the program.
  func start(_ words: [String]) throws -> Call { try Call(self, words) }

  /// Runs a line of the shell in which `$embargo` is the program.
  func shell(_ line: String) throws -> Outcome {
    try Call(self, program: "/bin/sh", ["-c", line]).outcome()
  }

  func write(_ text: String, to name: String) throws {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  /// Puts the shipped baseline where a scenario of this folder can extend it.
  func copyBaseline() throws {
    let folder = folder.appending(path: "Scenarios")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: URL(filePath: Embargo.scenarios).appending(path: "baseline.json5"),
      to: folder.appending(path: "baseline.json5"))
  }

  func text(of name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  func names(in name: String = ".") -> [String] {
    let path = folder.appending(path: name).path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { !$0.hasPrefix("call-") }.sorted()
  }

  /// Every file of a result but the one that may differ.
  func result(_ name: String) throws -> [String: String] {
    var files: [String: String] = [:]
    for file in names(in: name) where file != "runtime.json" {
      files[file] = try text(of: name + "/" + file)
    }
    return files
  }
}

/// A running program.
final class Call {
  private let process = Process()
  private let files: [URL]
  private let handles: [FileHandle]

  fileprivate init(
    _ embargo: Embargo, program: String = Embargo.program, _ words: [String]
  ) throws {
    let name = "call-" + UUID().uuidString
    files = [".out", ".err"].map { embargo.folder.appending(path: name + $0) }
    for file in files { try Data().write(to: file) }
    handles = try files.map { try FileHandle(forWritingTo: $0) }
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.currentDirectoryURL = embargo.folder
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.environment = [
      "PATH": "/usr/bin:/bin", "embargo": Embargo.program, "directive": Embargo.directive,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  #if os(Linux)
    /// Waits until the program answers an interruption itself, or has ended.
    ///
    /// It then catches the signal, which the system tells (`SigCgt` in proc(5)).
    func waitUntilItCanBeInterrupted() {
      while isRunning {
        let path = "/proc/\(process.processIdentifier)/status"
        let lines = (try? String(contentsOfFile: path, encoding: .utf8))?.split(separator: "\n")
        let mask = lines?.first { $0.hasPrefix("SigCgt:") }?.split(separator: "\t").last
        let caught = mask.flatMap { UInt64($0, radix: 16) } ?? 0
        if caught >> (SIGINT - 1) & 1 == 1 { return }
        usleep(1000)
      }
    }

    /// Sends a signal to the thread that has used most processor time: one that simulates.
    func signalBusiestThread(_ number: Int32) throws {
      let tasks = "/proc/\(process.processIdentifier)/task"
      let threads = try FileManager.default.contentsOfDirectory(atPath: tasks).compactMap {
        Int32($0)
      }
      .filter { $0 != process.processIdentifier }
      let busiest = threads.max { ticks(tasks, $0) < ticks(tasks, $1) }
      let thread = try #require(busiest)
      typealias Kill = @convention(c) (Int32, Int32, Int32) -> Int32
      let kill = unsafeBitCast(try #require(dlsym(nil, "tgkill")), to: Kill.self)
      try #require(kill(process.processIdentifier, thread, number) == 0)
    }

    /// Processor time of a thread, in ticks: fields 14 and 15 of its state (proc(5)).
    private func ticks(_ tasks: String, _ thread: Int32) -> Int {
      let text = (try? String(contentsOfFile: "\(tasks)/\(thread)/stat", encoding: .utf8)) ?? ""
      let fields = text.split(separator: ")").last?.split(separator: " ").map(String.init) ?? []
      return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
    }
  #endif

  func outcome() throws -> Embargo.Outcome {
    process.waitUntilExit()
    for handle in handles { try handle.close() }
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return Embargo.Outcome(
      code: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: texts[0], error: texts[1])
  }
}
