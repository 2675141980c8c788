import Experiments
import JSON5
import Scenarios

/// One reading of a design file, which finds everything that is wrong with it.
struct DesignReader: ~Copyable {
  /// How much of a file is read at most.
  static let largestLength = 256 << 20
  /// How many problems are listed at most.
  static let largestProblemCount = 10_000
  private static let largestColumnCount = 100_000

  private(set) var problems: [Problem] = []
  /// How many problems there were beside those listed.
  private(set) var unlisted = 0
  private(set) var header = DesignHeader([], SweptAddresses(ParameterTable(entries: [])))
  private(set) var values: [Double] = []
  private(set) var regimes: [String] = []
  /// The line of each experiment.
  private(set) var lines: [UInt32] = []
  /// The hash of what was read.
  var sha256: String { SHA256.hexadecimal(digest: scanner.hash.digest()) }

  private var scanner: CellScanner
  private let knownRegimes: [String]
  private var countingFaults: Set<Int> = []

  init(_ path: String, regimes: [String]) throws(ResultError) {
    scanner = try CellScanner(path)
    knownRegimes = regimes
  }

  mutating func read(_ known: SweptAddresses) throws(ResultError) {
    if let problem = try otherFile() {
      problems.append(problem)
      return
    }
    guard let cells = try firstLine() else { return }
    header = DesignHeader(cells, known)
    problems += header.problems
    guard header.isReadable else { return }
    try readRows()
    if lines.isEmpty, problems.isEmpty {
      note(
        "the file has a header, but no experiments", remedy: "write a line for each experiment",
        at: SourcePosition(file: 0, line: 1, column: 1))
    }
  }

  /// What is wrong with a file that is plainly something else.
  private mutating func otherFile() throws(ResultError) -> Problem? {
    let kinds: [(start: [UInt8], message: String, remedy: String)] = [
      ([0x50, 0x4b, 3, 4], "this is a workbook or archive", "save the sheet as CSV in UTF-8"),
      ([0xd0, 0xcf, 0x11, 0xe0], "this is a workbook", "save the sheet as CSV in UTF-8"),
      ([0x1f, 0x8b], "the file is compressed", "unpack it first, as with gunzip"),
      ([0xff, 0xfe], "the file is a text in UTF-16", "save it as CSV in UTF-8"),
      ([0xfe, 0xff], "the file is a text in UTF-16", "save it as CSV in UTF-8"),
    ]
    for kind in kinds where try scanner.starts(with: kind.start) {
      return Problem(position: nil, address: "", message: kind.message, remedy: kind.remedy)
    }
    return nil
  }

  /// The cells of the first line that has any.
  private mutating func firstLine() throws(ResultError) -> [PlacedCell]? {
    var cells: [PlacedCell] = []
    while true {
      let end = try scanner.next()
      let isBlank = cells.isEmpty && isNothing(followedBy: end)
      if isBlank, end == .line { continue }
      if isBlank {
        note("the file is empty", remedy: "write a header of addresses, and values below it")
        return nil
      }
      if noteFault(of: "a name in the header") { return nil }
      cells.append(
        PlacedCell(
          text: String(validating: scanner.cell, as: UTF8.self), isQuoted: scanner.isQuoted,
          position: position))
      if cells.count > DesignReader.largestColumnCount {
        note("the header has more than \(DesignReader.largestColumnCount) columns", remedy: nil)
        return nil
      }
      if end != .comma { return cells }
    }
  }

  private mutating func readRows() throws(ResultError) {
    var blanks: (count: Int, first: SourcePosition)?
    var end = CellScanner.End.line
    while end != .file {
      end = try scanner.next()
      if isNothing(followedBy: end) {
        blanks = blanks.map { ($0.count + 1, $0.first) } ?? (1, position)
        continue
      }
      if let (count, first) = blanks {
        note(
          (count == 1 ? "an empty line stands" : "\(count) empty lines stand")
            + " before experiment \(experiment)",
          remedy: count == 1 ? "take it out" : "take them out", at: first)
        blanks = nil
      }
      guard lines.count < Design.largestCount, scanner.length <= DesignReader.largestLength else {
        noteSize()
        return
      }
      end = try readRow(end)
      if scanner.fault == .unclosed { return }
    }
  }

  /// The number of the experiment whose row is being read.
  private var experiment: Int { lines.count + 1 }

  private var position: SourcePosition {
    SourcePosition(file: 0, line: scanner.line, column: scanner.column)
  }

  /// Whether the last cell is all there is on its line, and holds nothing.
  private func isNothing(followedBy end: CellScanner.End) -> Bool {
    end != .comma && scanner.cell.isEmpty && !scanner.isQuoted
  }
}

extension DesignReader {
  /// Reads the rest of a row whose first cell is read, and says what follows the row.
  private mutating func readRow(_ first: CellScanner.End) throws(ResultError) -> CellScanner.End {
    let (start, mark) = (position, (problems.count, unlisted, countingFaults))
    var (end, width, filled) = (first, 0, 0)
    var surplus: (position: SourcePosition, isEmpty: Bool)?
    while true {
      if width < header.roles.count {
        if scanner.fault != nil {
          _ = noteFault(of: "\(header.names[width]) of experiment \(experiment)")
        } else {
          readCell(header.roles[width], header.names[width], column: width)
        }
      } else {
        surplus = surplus ?? (position, true)
        if !scanner.cell.isEmpty { surplus?.isEmpty = false }
      }
      width += 1
      if !scanner.cell.isEmpty { filled += 1 }
      guard end == .comma, scanner.fault != .unclosed else { break }
      end = try scanner.next()
    }
    if scanner.fault == .unclosed { return .file }
    if width != header.roles.count || filled == 0 && width > 1 {
      // What the cells of such a row hold says nothing, for they may stand in wrong columns.
      problems.removeLast(problems.count - mark.0)
      (unlisted, countingFaults) = (mark.1, mark.2)
      noteShape(width: width, filled: filled, surplus: surplus, start: start)
    }
    lines.append(UInt32(start.line))
    return end
  }

  private mutating func readCell(_ role: DesignHeader.Role, _ name: String, column: Int) {
    switch role {
    case .number(let entry): readNumber(entry.quantity, name)
    case .regime: readRegime()
    case .experiment: count(from: [1], column, name)
    case .index: count(from: [0, 1], column, "the first column, which has no name,")
    case .unknown: break
    }
  }

  private mutating func readNumber(_ quantity: Quantity, _ name: String) {
    if let value = DecimalNumber.read(scanner.cell), quantity.complaint(about: value) == nil {
      if problems.isEmpty { values.append(value) }
      return
    }
    guard let text = cellText() else { return }
    do throws(ValueFault) {
      _ = try quantity.value(of: text)
    } catch {
      note("\(name) of experiment \(experiment) \(error.message)", remedy: error.remedy)
    }
  }

  private mutating func readRegime() {
    guard let text = cellText() else { return }
    if let place = knownRegimes.firstIndex(of: text) {
      regimes.append(knownRegimes[place])
    } else if text.isEmpty {
      regimes.append("")
    } else {
      note(
        "regime of experiment \(experiment) cannot be \(JSON5Reader.shown(text))",
        remedy: nearestName(to: text, among: knownRegimes).map { "did you mean '\($0)'?" }
          ?? "one of \(knownRegimes.joined(separator: ", ")); empty for all of the scenario's")
    }
  }

  /// Checks a cell of a column that numbers the rows.
  ///
  /// The first number that is not as it should be is complained about, since those behind it say
  /// nothing new.
  private mutating func count(from starts: [Int], _ column: Int, _ name: String) {
    let value = DecimalNumber.read(scanner.cell)
    if starts.contains(where: { value == Double($0 + lines.count) }) { return }
    guard countingFaults.insert(column).inserted, let text = cellText() else { return }
    let numbers = starts.count > 1 ? "0, 1, 2, …" : "1, 2, 3, …"
    note(
      "\(name) must count \(numbers), but holds \(JSON5Reader.shown(text)) for experiment"
        + " \(experiment)",
      remedy: starts.count > 1
        ? "take it out, as pandas does with index=False, or name it"
        : "number the rows in their order, or take the column out")
  }

  /// The text of the cell; if it is none, that is noted once.
  private mutating func cellText() -> String? {
    let hasNoZeros = !scanner.cell.contains(0)
    if hasNoZeros, let text = String(validating: scanner.cell, as: UTF8.self) { return text }
    if countingFaults.insert(-1).inserted { add(.notUTF8(at: position)) }
    return nil
  }
}

extension DesignReader {
  private mutating func noteShape(
    width: Int, filled: Int, surplus: (position: SourcePosition, isEmpty: Bool)?,
    start: SourcePosition
  ) {
    if filled == 0 {
      note(
        "experiment \(experiment) has no values",
        remedy: "take the line out, or give each column a value", at: start)
      return
    }
    let (cells, columns) = (width == 1 ? "1 cell" : "\(width) cells", header.roles.count)
    let message =
      "experiment \(experiment) has \(cells), but the header \(columns)"
      + (columns == 1 ? " column" : " columns")
    guard let surplus else {
      note(message, remedy: "give each column a value")
      return
    }
    note(
      message,
      remedy: surplus.isEmpty
        ? "take away the commas at the end of the line"
        : "a comma inside a number makes two cells of it: write decimals with a point",
      at: surplus.position)
  }

  private mutating func noteSize() {
    let limit =
      lines.count == Design.largestCount
      ? "\(Design.largestCount) experiments" : "\(DesignReader.largestLength) bytes"
    note("the design has more than \(limit)", remedy: "cut it into several sweeps")
  }

  /// Notes that a cell could not be read, if so.
  private mutating func noteFault(of name: String) -> Bool {
    switch scanner.fault {
    case nil: return false
    case .afterQuote:
      note(
        "\(name) goes on after its closing quote",
        remedy: "put quotes around the whole cell, and write a quote inside it twice")
    case .unclosed:
      note("the quote that opens here never closes", remedy: "close it, or take it out")
    }
    return true
  }

  private mutating func note(
    _ message: String, remedy: String?, at place: SourcePosition? = nil
  ) {
    add(Problem(position: place ?? position, address: "", message: message, remedy: remedy))
  }

  private mutating func add(_ problem: Problem) {
    if problems.count < DesignReader.largestProblemCount {
      problems.append(problem)
    } else {
      unlisted += 1
    }
  }
}
