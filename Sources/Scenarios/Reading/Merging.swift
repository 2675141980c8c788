import JSON5

/// Lays one tree over another.
struct Merging {
  private(set) var problems: [Problem] = []

  /// - Parameters:
  ///   - overlay: a tree from a single file.
  ///   - base: what is below it.
  mutating func merge(_ overlay: Node, onto base: Node?, address: String) -> Node {
    guard let members = overlay.members else { return overlay }
    let below = base?.members ?? []
    if members.isEmpty { nothingToChange(overlay, over: below, address: address) }
    let replaces = DistributionShape.isPresent(in: members)
    var result: [Member?] = replaces ? [] : below
    var places: [String: Int] = [:]
    for (index, member) in result.enumerated() {
      if let member { places[member.name] = index }
    }
    for member in members {
      let name = member.name
      if name.hasPrefix("$") {
        keep(member, in: &result)
      } else if member.node.isNull {
        if let place = places.removeValue(forKey: name) {
          result[place] = nil
        } else if !below.contains(where: { $0.name == name }) {
          nothingToRemove(member, from: below, address: address)
        }
      } else {
        let inside = address.isEmpty ? name : address + "." + name
        let place = places[name]
        let node = merge(member.node, onto: place.flatMap { result[$0]?.node }, address: inside)
        let merged = Member(name, at: member.namePosition, node: node)
        if let place {
          result[place] = merged
        } else {
          places[name] = result.count
          result.append(merged)
        }
      }
    }
    return Node(.object(result.compactMap { $0 }), at: overlay.position)
  }

  /// Keys that begin with `$` speak for one file, so each file's stays.
  private func keep(_ member: Member, in result: inout [Member?]) {
    result.removeAll { other in
      guard let other else { return false }
      return other.name == member.name && other.namePosition.file == member.namePosition.file
    }
    if !member.node.isNull { result.append(member) }
  }

  /// An empty object in place of a whole part of the scenario was meant to empty it, and does not.
  ///
  /// Further down it is harmless: `output: {}` names a regime and leaves it as it is.
  private mutating func nothingToChange(_ overlay: Node, over below: [Member], address: String) {
    guard !address.isEmpty, !address.unicodeScalars.contains("."),
      let first = below.first(where: { !$0.name.hasPrefix("$") })
    else { return }
    problems.append(
      Problem(
        position: overlay.position, address: address,
        message: "\(address): {} changes nothing, for objects merge key by key",
        remedy:
          "leave it out; null removes what it names: \(address): { \(quoted(first.name)): null }"))
  }

  /// A name as it has to be written.
  private func quoted(_ name: String) -> String {
    let isWord = name.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || $0 == "_" }
    return isWord ? name : "\"\(name)\""
  }

  private mutating func nothingToRemove(_ member: Member, from below: [Member], address: String) {
    let place = address.isEmpty ? "" : " in \(address)"
    let near = nearestName(to: member.name, among: below.map(\.name))
    problems.append(
      Problem(
        position: member.namePosition,
        address: address.isEmpty ? member.name : address + "." + member.name,
        message: "null removes nothing: there is no \(shown(member.name))\(place)",
        remedy: near.map { "did you mean '\($0)'?" } ?? "leave it out"))
  }
}
