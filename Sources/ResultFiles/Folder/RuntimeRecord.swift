import JSON5

/// How a run went on its machine: the only part of a result that may differ between equal runs.
public struct RuntimeRecord: Sendable {
  /// The name of the record's file.
  public static let file = "runtime.json"

  /// Wall time in seconds.
  public let wallSeconds: Double
  /// Threads that simulated.
  public let jobs: Int
  /// The machine, in words.
  public let machine: String
  /// The command as it was typed.
  public let command: String

  /// A record, as the command measured it.
  public init(wallSeconds: Double, jobs: Int, machine: String, command: String) {
    self.wallSeconds = wallSeconds
    self.jobs = jobs
    self.machine = machine
    self.command = command
  }

  func node(reused: Int) -> Node {
    .object([
      ("wall_seconds", .number(wallSeconds)),
      ("jobs", .integer(jobs)),
      ("machine", .string(machine)),
      ("command", .string(command)),
      ("replications_reused", .integer(reused)),
    ])
  }
}
