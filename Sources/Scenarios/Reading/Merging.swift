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
