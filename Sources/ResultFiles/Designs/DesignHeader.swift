import JSON5
import Scenarios

/// A cell as it stands in a file.
struct PlacedCell {
  /// Nothing if it is no UTF-8.
  let text: String?
  let isQuoted: Bool
  let position: SourcePosition
}

/// What the columns of a design file hold.
struct DesignHeader {
  enum Role {
    /// Values at an address.
    case number(ParameterEntry)
    /// The regime of each experiment.
    case regime
    /// The numbers of the experiments, from 1.
    case experiment
    /// The numbers that pandas writes before the rows, without a name.
    case index
    /// A column that is already complained about.
    case unknown
  }

  /// The columns' names as they are written.
  private(set) var names: [String] = []
  private(set) var roles: [Role] = []
  private(set) var problems: [Problem] = []
  /// Whether the rows can be read at all.
  private(set) var isReadable = true

  /// The addresses, in the order of their columns.
  var addresses: [String] {
    roles.compactMap { if case .number(let entry) = $0 { entry.address } else { nil } }
  }

  var hasRegimes: Bool {
    roles.contains { if case .regime = $0 { true } else { false } }
  }

  /// Reads the cells of the first line.
  init(_ cells: [PlacedCell], _ known: SweptAddresses) {
    guard cells.allSatisfy({ $0.text != nil }), let first = cells.first else {
      refuse(.notUTF8(at: cells.first { $0.text == nil }?.position))
      return
    }
    names = cells.map { $0.text ?? "" }
    // numpy's savetxt puts a comment mark before its header unless it is asked not to.
    if names[0].hasPrefix("#") { names[0] = String(names[0].drop { "# ".contains($0) }) }
    if let problem = DesignHeader.otherKind(cells, names) {
      refuse(problem)
      return
    }
    var columns: [String: Int] = [:]
    for (place, (name, cell)) in zip(names, cells).enumerated() {
      guard problems.count < 100 else {
        isReadable = false
        return
      }
      let role = role(of: name, at: place, cell.position, known)
      roles.append(role)
      guard let key = DesignHeader.key(of: role) else { continue }
      if let earlier = columns[key] {
        let form = names[earlier] == name ? "" : " as '\(names[earlier])'"
        note(
          "'\(name)' stands twice in the header, first\(form) in column \(earlier + 1)",
          remedy: "keep one of the two", at: cell.position)
        roles[place] = .unknown
      }
      columns[key] = columns[key] ?? place
    }
    if problems.isEmpty, addresses.isEmpty, !hasRegimes {
      note(
        "the header names no address",
        remedy: "name each column by an address, such as regulator.licensing_officers",
        at: first.position)
    }
  }

  private mutating func role(
    of name: String, at place: Int, _ position: SourcePosition, _ known: SweptAddresses
  ) -> Role {
    switch name {
    case "regime": return .regime
    case "experiment_id": return .experiment
    case "" where place == 0 && names.count > 1: return .index
    case "":
      note(
        "column \(place + 1) has no name", remedy: "name it by its address, or take it out",
        at: position)
      return .unknown
    default: break
    }
    do throws(ValueFault) {
      return .number(try known.entry(named: name))
    } catch {
      let near = nearestName(to: name, among: ["regime", "experiment_id"])
      note(
        "\(JSON5Reader.shown(name)) \(error.message)",
        remedy: near.map { "did you mean '\($0)'?" } ?? error.remedy, at: position)
      return .unknown
    }
  }

  /// What tells a column from others; nothing for those that may stand more than once.
  private static func key(of role: Role) -> String? {
    switch role {
    case .number(let entry): entry.address
    case .regime: "regime"
    case .experiment: "experiment_id"
    case .index, .unknown: nil
    }
  }

  private mutating func note(_ message: String, remedy: String?, at position: SourcePosition) {
    problems.append(Problem(position: position, address: "", message: message, remedy: remedy))
  }

  private mutating func refuse(_ problem: Problem) {
    problems.append(problem)
    isReadable = false
  }

  /// What is wrong with a first line that is no header of a comma-separated file.
  private static func otherKind(_ cells: [PlacedCell], _ names: [String]) -> Problem? {
    func problem(_ message: String, _ remedy: String) -> Problem {
      Problem(position: cells[0].position, address: "", message: message, remedy: remedy)
    }
    let bare = zip(names, cells).filter { !$1.isQuoted }.map(\.0)
    let marks: [(mark: Character, words: String)] = [
      (";", "semicolons"), ("\t", "tabs"), (" ", "blanks"),
    ]
    // A name with a blank in it is only a wrong name where commas separate it from others.
    for (mark, words) in marks where mark != " " || cells.count == 1 {
      guard bare.contains(where: { $0.contains(mark) }) else { continue }
      return problem(
        "the cells are separated by \(words)",
        "separate them with commas, and write decimals with a point")
    }
    guard names.allSatisfy({ $0.isEmpty || DecimalNumber.read($0) != nil }) else { return nil }
    return problem(
      "the first line is no header: it names no address",
      "write a first line with the address of each column, such as regulator.licensing_officers")
  }
}

extension Problem {
  /// Bytes that are no text, which belong to the file rather than to a cell.
  static func notUTF8(at position: SourcePosition?) -> Problem {
    Problem(
      position: position, address: "", message: "the file is not a text in UTF-8",
      remedy: "save it as CSV in UTF-8")
  }
}
