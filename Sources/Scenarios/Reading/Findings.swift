import JSON5
import Stochastics

/// What the readers of one scenario have found so far.
final class Findings {
  let source: ScenarioSource
  var problems: [Problem]
  var fields: [String: SchemaField] = [:]
  private(set) var entries: [ParameterEntry] = []
  private(set) var defaults: [(address: String, node: Node)] = []
  private var indices: [String: Int] = [:]
  private var readers: [ObjectReader] = []
  private var readersByAddress: [String: ObjectReader] = [:]

  /// Addresses whose value could not be read, so that nothing more need be said of them.
  private(set) var failed: Set<String> = []

  init(_ source: ScenarioSource) {
    self.source = source
    problems = source.problems
  }

  func fail(_ address: String) {
    failed.insert(address)
  }

  /// The parameter at the address of an entry, which becomes one if it was none.
  func register(_ entry: ParameterEntry) -> Parameter {
    if let index = indices[entry.address] { return Parameter(index: index) }
    indices[entry.address] = entries.count
    entries.append(entry)
    return Parameter(index: entries.count - 1)
  }

  func keep(default node: Node, at address: String) {
    if !defaults.contains(where: { $0.address == address }) { defaults.append((address, node)) }
  }

  /// The reader of the object at an address, the same for each who asks.
  func reader(at address: String, make: () -> ObjectReader) -> ObjectReader {
    if let known = readersByAddress[address] { return known }
    let reader = make()
    readersByAddress[address] = reader
    readers.append(reader)
    return reader
  }

  /// Closes the objects that were not closed by whom they were given to, and lets go of them all.
  func finish() {
    for reader in readers { reader.finish() }
    readers = []
    readersByAddress = [:]
  }
}
