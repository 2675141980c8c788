import Experiments
import ResultFiles
import Stochastics

/// A random design, written in one of the many ways in which programs write tables.
struct WrittenDesign {
  let design: Design
  /// The line of each point.
  private(set) var lines: [Int] = []
  private(set) var text: String
  private var stream: RandomStream
  private let lineEnd: String

  init(_ seed: Int) {
    var stream = StreamKey(seed: UInt64(seed)).child("design files").stream()
    let all = ["office.b-c", "labs.ac-me.staff_share", "wait_days", "offset"]
    let addresses = all.filter { _ in stream.below(3) > 0 }
    let count = 1 + stream.below(30)
    let hasRegimes = addresses.isEmpty || stream.below(2) == 0
    design = Design(
      addresses: addresses,
      values: (0..<count).flatMap { _ in addresses.map { WrittenDesign.value($0, &stream) } },
      regimes: hasRegimes
        ? (0..<count).map { _ in ([""] + DesignFixture.regimes)[stream.below(4)] } : [],
      count: count)
    lineEnd = ["\n", "\r\n", "\r"][stream.below(3)]
    text = stream.below(3) == 0 ? "\u{feff}" : ""
    self.stream = stream
    write()
  }

  private static func value(_ address: String, _ stream: inout RandomStream) -> Double {
    switch address {
    case "labs.ac-me.staff_share": return stream.uniform()
    case "wait_days": return Double(stream.below(1000)) / 8
    default:
      let value = Double(bitPattern: stream.next())
      return value.isFinite ? value : 0
    }
  }

  private mutating func write() {
    var line = 1
    for _ in 0..<stream.below(2) {
      text += lineEnd
      line += 1
    }
    // Two addresses share the column office__b_c, so that one of them must be written as it is.
    var header = design.addresses.map { address in
      stream.below(2) == 0 || address.hasPrefix("office")
        ? address : ParameterColumns.name(of: address)
    }
    let regime = design.regimes.isEmpty ? nil : stream.below(header.count + 1)
    if let regime { header.insert("regime", at: regime) }
    // A column of regimes that may be empty needs a second beside it, or lines could be empty.
    let numbers = regime != nil && header.count == 1 ? 0 : stream.below(3)
    if numbers == 0 { header.insert("experiment_id", at: 0) }
    if numbers == 1, header.count > 1 { header.insert("", at: 0) }
    row(header)
    for point in 1...design.count {
      line += 1
      lines.append(line)
      var cells = design.values(of: point).map { number($0) }
      if let regime { cells.insert(design.regimes[point - 1], at: regime) }
      if numbers == 0 { cells.insert("\(point)", at: 0) }
      if numbers == 1, header.count > cells.count { cells.insert("\(point - 1)", at: 0) }
      row(cells)
    }
    for _ in 0..<stream.below(3) { text += lineEnd }
    if stream.below(3) == 0 {
      while text.last?.isNewline == true { text.removeLast() }
    }
  }

  private mutating func row(_ cells: [String]) {
    let dressed = cells.map { cell -> String in
      switch stream.below(8) {
      case 0: "\"\(cell)\""
      case 1: " \(cell)\t"
      case 2: "\t\" \(cell) \" "
      default: cell
      }
    }
    text += dressed.joined(separator: ",") + lineEnd
  }

  /// A number as it can be written without a change of its value.
  private mutating func number(_ value: Double) -> String {
    let text = value.description
    switch stream.below(6) {
    case 0: return text.uppercased()
    case 1: return text.hasSuffix(".0") ? String(text.dropLast(stream.below(3))) : text
    case 2: return text.hasPrefix("-") ? text : "+" + text
    case 3: return text.hasPrefix("0.") ? String(text.dropFirst()) : text
    case 4: return text.contains("e") ? text : text + "000000000000000000000000"
    default: return text
    }
  }
}
