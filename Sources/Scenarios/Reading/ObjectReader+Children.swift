import JSON5

extension ObjectReader {
  /// Reads an object.
  public func object(_ key: String, meaning: String) -> ObjectReader {
    record(key, .object, meaning, required: true)
    return child(key, ask(key, expected: meaning + ", an object"))
  }

  /// Reads an object that may be left out.
  public func optionalObject(_ key: String, meaning: String) -> ObjectReader? {
    record(key, .object, meaning, required: false)
    return ask(key, expected: nil).map { child(key, $0) }
  }

  /// Reads the objects of an object whose keys are ids, sorted by id.
  ///
  /// Ids are made of small letters, digits, `_` and `-`, and begin with a letter. One that is
  /// neither in a file nor set as a whole cannot come to be by setting something in it.
  public func objects(_ key: String, meaning: String) -> [(id: String, reader: ObjectReader)] {
    record(key, .objects, meaning, required: true)
    return ask(key, expected: meaning + ", an object whose keys are ids").map { objects(key, $0) }
      ?? []
  }

  /// Reads the objects of an object whose keys are ids, as ``objects(_:meaning:)`` does, where all
  /// of it may be left out.
  public func optionalObjects(
    _ key: String, meaning: String
  ) -> [(id: String, reader: ObjectReader)] {
    record(key, .objects, meaning, required: false)
    return ask(key, expected: nil).map { objects(key, $0) } ?? []
  }

  /// Reads a list of objects, whose addresses end in `.0`, `.1` and so on; it may be left out.
  public func array(_ key: String, meaning: String = "a list of objects") -> [ObjectReader] {
    record(key, .list, meaning, required: false)
    guard let node = ask(key, expected: nil) else { return [] }
    guard let elements = node.elements else {
      reject(key, node, expected: "a list", remedy: "write it as in [{ … }, { … }]")
      return []
    }
    return elements.enumerated().map { index, element in
      child("\(key).\(index)", element, pattern: "\(key).#")
    }
  }
}

extension ObjectReader {
  private func child(_ key: String, _ node: Node?, pattern: String? = nil) -> ObjectReader {
    let full = address(of: key)
    return findings.reader(at: full) {
      if let node, node.members == nil {
        reject(key, node, expected: "an object", remedy: "write { … }")
      }
      let below = pattern ?? key
      return ObjectReader(
        node, address: full, pattern: self.pattern.isEmpty ? below : self.pattern + "." + below,
        scope: scope, findings: findings)
    }
  }

  private func objects(_ key: String, _ node: Node) -> [(id: String, reader: ObjectReader)] {
    guard let members = node.members else {
      reject(
        key, node, expected: "an object whose keys are ids", remedy: "write { id: { … }, … }")
      return []
    }
    let scope = self.scope.entering(members)
    checkEvidence(members, address: address(of: key))
    let named = members.filter { !$0.name.hasPrefix("$") }
    let known = named.map(\.name).filter { !isImplied(key, $0) }
    return named.sorted { $0.name < $1.name }.compactMap { member in
      let full = address(of: key) + "." + member.name
      guard isID(member.name) else {
        note(
          "\(shown(member.name)) cannot be an id in \(address(of: key))",
          remedy: nearestName(to: member.name, among: known.filter(isID))
            .map { "did you mean '\($0)'?" }
            ?? "ids are made of a-z, 0-9, _ and -, and begin with a letter",
          at: member.namePosition, address: full)
        return nil
      }
      guard !isImplied(key, member.name) else {
        note(
          "there is no \(shown(member.name)) in \(address(of: key))",
          remedy: nearestName(to: member.name, among: known).map { "did you mean '\($0)'?" }
            ?? "set \(full) as a whole to add it",
          at: member.namePosition, address: full)
        return nil
      }
      let reader = findings.reader(at: full) {
        if member.node.members == nil {
          reject("\(key).\(member.name)", member.node, expected: "an object", remedy: "write { … }")
        }
        let below = self.pattern.isEmpty ? "\(key).*" : "\(self.pattern).\(key).*"
        return ObjectReader(
          member.node, address: full, pattern: below, scope: scope, findings: findings)
      }
      return (member.name, reader)
    }
  }

  /// Whether an object is there only because a setting names something in it.
  private func isImplied(_ key: String, _ id: String) -> Bool {
    findings.source.implied.contains(address(of: key) + "." + id)
  }

  private func isID(_ name: String) -> Bool {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, ("a"..."z").contains(first) else { return false }
    return scalars.allSatisfy { scalar in
      switch scalar {
      case "a"..."z", "0"..."9", "_", "-": true
      default: false
      }
    }
  }
}
