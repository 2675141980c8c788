import JSON5

/// Reads one object of a scenario, and remembers what was asked for.
///
/// What cannot be read is noted as a problem, and something harmless is given in its place. An
/// object that is missing or is none reads like one in which everything is harmless, without any
/// further problem.
public final class ObjectReader {
  /// The dotted address of the object; empty for the scenario itself.
  public let address: String

  let pattern: String
  let findings: Findings
  let scope: EvidenceScope

  /// Where the object stands; nothing if it is missing or is no object.
  let position: SourcePosition?

  private let members: [Member]
  private let places: [String: Int]
  private var asked: Set<String> = []
  private var askedInOrder: [String] = []
  private var missing: [(key: String, expected: String)] = []
  private var isFinished = false

  /// Whether a choice that decides which keys there are could not be read.
  ///
  /// What is then asked for is a guess, and its absence says nothing.
  private var isAdrift = false

  init(
    _ node: Node?, address: String, pattern: String? = nil, scope: EvidenceScope,
    findings: Findings
  ) {
    self.address = address
    self.pattern = pattern ?? address
    self.findings = findings
    members = node?.members ?? []
    position = node?.members == nil ? nil : node?.position
    places = Dictionary(
      zip(members.map(\.name), members.indices), uniquingKeysWith: { first, _ in first })
    self.scope = scope.entering(members)
    checkEvidence(members, address: address)
  }

  /// The keys that stand in the object, sorted; those that begin with `$` are left out.
  public var keys: [String] {
    members.map(\.name).filter { !$0.hasPrefix("$") }.sorted()
  }

  /// Whether a key stands in the object.
  ///
  /// To ask makes it known, so that it is not reported.
  public func has(_ key: String) -> Bool {
    know(key)
    return places[key] != nil
  }

  /// Where the value of a key stands.
  public func position(of key: String) -> SourcePosition? {
    places[key].map { members[$0].node.position }
  }

  /// Where an element of a list stands, counted from 0.
  public func position(of key: String, at index: Int) -> SourcePosition? {
    guard let elements = node(key)?.elements, elements.indices.contains(index) else { return nil }
    return elements[index].position
  }

  /// Whether the value of a key was asked for and could be read, or stands as a default.
  ///
  /// What was read in place of a value that could not be is harmless, and nothing follows from it.
  func isSound(_ key: String) -> Bool {
    !isVoid && !findings.failed.contains(address(of: key))
  }

  /// The names that stand in an object under a key, readable or not.
  func names(in key: String) -> [String] {
    (node(key)?.members ?? []).map(\.name).filter { !$0.hasPrefix("$") }
  }

  /// The address of a key of this object.
  public func address(of key: String) -> String {
    address.isEmpty ? key : address + "." + key
  }

  /// Notes a problem with a key, or with the object as a whole.
  ///
  /// Nothing is noted if what the problem is with could not be read; that has been said.
  ///
  /// - Parameters:
  ///   - key: the key whose value is wrong, or nothing for the object itself.
  ///   - message: what is wrong, as a sentence without its full stop.
  ///   - remedy: what would be right.
  public func report(_ key: String?, _ message: String, remedy: String?) {
    report(atPath: key.map { [$0] } ?? [], message, remedy: remedy)
  }

  /// Notes a problem with something further down, at the place of as much of the path as there is.
  ///
  /// - Parameters:
  ///   - path: keys, ids and places in lists, from this object on.
  ///   - message: what is wrong, as a sentence without its full stop.
  ///   - remedy: what would be right.
  public func report(atPath path: [String], _ message: String, remedy: String?) {
    guard var place = position else { return }
    var full = address
    var below: Node? = Node(.object(members), at: place)
    for name in path {
      full = full.isEmpty ? name : full + "." + name
      if findings.failed.contains(full) { return }
      below = below.flatMap { $0[name] ?? $0.element(name) }
      place = below?.position ?? place
    }
    note(message, remedy: remedy, at: place, address: full)
  }

  /// Notes keys that nobody asked for, and those that were asked for in vain.
  ///
  /// To call it again does nothing; what is never closed is closed by
  /// ``ScenarioReader/throwIfProblems()``.
  public func finish() {
    guard !isFinished else { return }
    isFinished = true
    let absent = askedInOrder.filter { places[$0] == nil }
    for member in members where !asked.contains(member.name) && !member.name.hasPrefix("$") {
      let near =
        nearestName(to: member.name, among: absent)
        ?? nearestName(to: member.name, among: askedInOrder)
        ?? onlyName(beginning: member.name, among: absent.isEmpty ? askedInOrder : absent)
      if near == nil, isAdrift { continue }
      // A key that was only misspelt is not also missing.
      missing.removeAll { $0.key == near }
      let place = address.isEmpty ? "" : " in \(address)"
      note(
        "unknown key \(shown(member.name))\(place)",
        remedy: near.map { "did you mean '\($0)'?" } ?? knownKeys(absent),
        at: member.namePosition, address: address(of: member.name))
    }
    for (key, expected) in missing {
      note(
        "\(shownAddress(address)) has no '\(key)'", remedy: "add \(key): \(expected)",
        at: position, address: address(of: key))
    }
  }
}

// What the methods for the kinds of values share.
extension ObjectReader {
  /// Whether this stands for an object that is missing or is none.
  var isVoid: Bool { position == nil }

  /// The node of a key that is there.
  func node(_ key: String) -> Node? {
    places[key].map { members[$0].node }
  }

  /// Asks for a key.
  ///
  /// - Parameter expected: what should stand there, in words; nothing if it may be left out.
  func ask(_ key: String, expected: String?) -> Node? {
    know(key)
    if let node = node(key) { return node }
    if let expected, !isVoid, !missing.contains(where: { $0.key == key }) {
      findings.fail(address(of: key))
      if !isAdrift { missing.append((key, expected)) }
    }
    return nil
  }

  /// Notes that the value of a key is of the wrong kind.
  func reject(_ key: String, _ node: Node, expected: String, remedy: String? = nil) {
    let full = address(of: key)
    findings.fail(full)
    note(
      "\(full) must be \(expected), but is \(node.value.described)", remedy: remedy,
      at: node.position, address: full)
  }

  func note(_ message: String, remedy: String?, at position: SourcePosition?, address: String) {
    findings.problems.append(
      Problem(position: position, address: address, message: message, remedy: remedy))
  }

  /// Notes that what decides which keys there are could not be read.
  func goAdrift() {
    isAdrift = true
  }

  func record(
    _ key: String, _ kind: SchemaField.Kind, _ meaning: String, required: Bool,
    quantity: Quantity? = nil, choices: [String] = []
  ) {
    let full = pattern.isEmpty ? key : pattern + "." + key
    guard findings.fields[full] == nil else { return }
    findings.fields[full] = SchemaField(
      address: full, kind: kind, meaning: meaning, isRequired: required, quantity: quantity,
      choices: choices)
  }

  private func know(_ key: String) {
    if asked.insert(key).inserted { askedInOrder.append(key) }
  }

  /// What could stand in place of an unknown key: first of all what does not stand there yet.
  private func knownKeys(_ absent: [String]) -> String? {
    let keys = absent.isEmpty ? askedInOrder : absent
    guard !keys.isEmpty else { return nil }
    let words = keys.prefix(8).joined(separator: ", ") + (keys.count > 8 ? ", …" : "")
    return (absent.isEmpty ? "all its keys stand there: " : "keys that could stand here: ") + words
  }

  /// Notes what is wrong with the evidence that an object gives for all that is in it.
  func checkEvidence(_ members: [Member], address: String) {
    for member in members where member.name == "$evidence" || member.name == "$source" {
      let full = address.isEmpty ? member.name : address + "." + member.name
      let text = member.node.string
      if let text, member.name == "$source" || Evidence(rawValue: text) != nil { continue }
      note(
        text.map { Evidence.complaint(about: $0, address: full) }
          ?? "\(full) must be a text, but is \(member.node.value.described)",
        remedy: text.map(Evidence.remedy) ?? "write it in quotes", at: member.node.position,
        address: full)
    }
  }
}

extension Node {
  /// The element of a list whose place is written as a name.
  fileprivate func element(_ name: String) -> Node? {
    guard let elements, let index = Int(name), elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
