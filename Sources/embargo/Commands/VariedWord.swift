import Arguments
import Experiments
import JSON5
import ResultFiles
import Scenarios

/// One `--vary ADDRESS=LOW:HIGH` or `--levels ADDRESS=A,B,C`.
struct VariedWord {
  /// Which of the two, without its dashes.
  let option: String
  let address: String
  /// The two ends of a range, or the levels.
  private(set) var values: [Double] = []
  /// Which word of its option it is, from 1, and where in it the values stand.
  private let ordinal: Int
  private var columns: [Int] = []

  /// The words of a line, in their order; what is wrong with any of them goes to `faults`.
  static func list(_ line: ParsedCommand, _ faults: inout [String]) -> [VariedWord] {
    var words: [VariedWord] = []
    var counts: [String: Int] = [:]
    for (option, text) in line.values(inOrderOf: ["vary", "levels"]) {
      counts[option, default: 0] += 1
      let word = VariedWord(option, text, ordinal: counts[option] ?? 1, &faults)
      if words.contains(where: { $0.address == word.address }) {
        faults.append("\(word.address) is varied twice: leave one out.")
      }
      words.append(word)
    }
    return words
  }

  private init(_ option: String, _ text: String, ordinal: Int, _ faults: inout [String]) {
    self.option = option
    self.ordinal = ordinal
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    address = VariedWord.trimmed(parts[0])
    let list = VariedWord.trimmed(parts[1])
    if let fault = VariedWord.fault(of: list, option, address) {
      faults.append("--\(option) \(text) \(fault).")
      return
    }
    let found = faults.count
    var column = parts[0].unicodeScalars.count + 2
    let mark: Character = option == "vary" ? ":" : ","
    for piece in parts[1].split(separator: mark, omittingEmptySubsequences: false) {
      do throws(ValueFault) {
        values.append(try Quantity.number.value(of: VariedWord.trimmed(piece)))
        columns.append(column + piece.prefix { $0 == " " }.count)
      } catch {
        let remedy = error.remedy.map { ": " + $0 } ?? ""
        faults.append("A value in --\(option) \(text) \(error.message)\(remedy).")
      }
      column += piece.unicodeScalars.count + 1
    }
    if faults.count == found, let fault = order { faults.append("--\(option) \(text) \(fault).") }
  }

  /// What is wrong with a list of values as a whole.
  private static func fault(of list: String, _ option: String, _ address: String) -> String? {
    let (colons, commas) = (list.count { $0 == ":" }, list.count { $0 == "," })
    if option == "levels" {
      return colons == 1 && commas == 0
        ? "is a range, not values: write '--vary \(address)=\(list)'" : nil
    }
    if colons == 1 { return nil }
    if commas > 0, colons == 0 {
      return "gives values, not a range: write '--levels \(address)=\(list)'"
    }
    return "gives no range: write '--vary \(address)=LOW:HIGH'"
  }

  /// What is wrong with the values beside one another.
  private var order: String? {
    let shown = values.map(Figures.plain)
    if option == "levels" {
      let repeated = values.indices.first { values[..<$0].contains(values[$0]) }
      return repeated.map { "names \(shown[$0]) twice: leave one out" }
    }
    if values[0] > values[1] {
      return "runs downwards: write '--vary \(address)=\(shown[1]):\(shown[0])'"
    }
    guard values[0] == values[1] else { return nil }
    return "has only one value: write '--set \(address)=\(shown[0])'"
  }

  /// The factors that words stand for.
  ///
  /// - Throws: a failure with everything that the scenario has against them.
  static func factors(_ words: [VariedWord], _ known: SweptAddresses) throws(Failure) -> [Factor] {
    var problems: [Problem] = []
    let factors = words.compactMap { $0.factor(known, &problems) }
    guard problems.isEmpty else {
      let report = ProblemReport(problems: problems, files: ["--vary", "--levels"])
      throw Failure(.badInput, report.rendered())
    }
    return factors
  }

  private func factor(_ known: SweptAddresses, _ problems: inout [Problem]) -> Factor? {
    let found = problems.count
    func note(_ fault: ValueFault, column: Int) {
      problems.append(
        Problem(
          position: SourcePosition(file: option == "vary" ? 0 : 1, line: ordinal, column: column),
          address: address, message: "\(address) \(fault.message)", remedy: fault.remedy))
    }
    do throws(ValueFault) {
      let quantity = try known.entry(at: address).quantity
      for (value, column) in zip(values, columns) {
        if let fault = quantity.fault(of: value) { note(fault, column: column) }
      }
      guard problems.count == found else { return nil }
      return option == "vary"
        ? Factor(address, quantity, range: values[0]...values[1])
        : Factor(address, quantity, levels: values)
    } catch {
      note(error, column: 1)
      return nil
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
