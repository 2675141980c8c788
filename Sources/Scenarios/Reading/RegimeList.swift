import JSON5

/// The key `regimes`: a list of names, or an object of regimes by id.
///
/// `["output", "model"]` is short for `{ output: {}, model: {} }`, so that every regime has an
/// address whichever way it was written. An element of a list may also be an object that defines
/// regimes, as in `["output", { "output-ace": { preset: "output", exceptions: ["ace"] } }]`.
enum RegimeList {
  /// The tree with its list of regimes turned into an object, and cut down to a choice of them.
  ///
  /// - Parameters:
  ///   - chosen: ids to keep; one that the scenario does not define is taken as a preset.
  ///   - place: where the choice stands, for problems with it.
  static func normalized(
    _ tree: Node, choosing chosen: [String]?, at place: SourcePosition
  ) -> Node {
    guard let members = tree.members else { return tree }
    let found = members.first { $0.name == "regimes" }
    var regimes = found.map { $0.node } ?? .object([])
    if let elements = regimes.elements, let object = object(elements, at: regimes.position) {
      regimes = object
    }
    if let chosen, let defined = regimes.members {
      let empty = Node(.object([]), at: place)
      // `none` stays where nothing else was chosen, to tell that choice from a forgotten one.
      let acting = chosen.filter { $0 != "none" }
      let kept = (acting.isEmpty ? chosen : acting).map { id in
        defined.first { $0.name == id } ?? Member(id, at: place, node: empty)
      }
      regimes = Node(.object(kept), at: regimes.position)
    }
    let key = found?.namePosition ?? place
    let rest = members.filter { $0.name != "regimes" }
    guard found != nil || chosen != nil else { return tree }
    return Node(
      .object(rest + [Member("regimes", at: key, node: regimes)]), at: tree.position)
  }

  /// An object in place of a list; nil if some element is neither a name nor an object.
  private static func object(_ elements: [Node], at position: SourcePosition) -> Node? {
    var members: [Member] = []
    for element in elements {
      if let name = element.string {
        members.append(
          Member(name, at: element.position, node: Node(.object([]), at: element.position)))
      } else if let own = element.members {
        members += own
      } else {
        return nil
      }
    }
    var seen: Set<String> = []
    return Node(.object(members.filter { seen.insert($0.name).inserted }), at: position)
  }
}
