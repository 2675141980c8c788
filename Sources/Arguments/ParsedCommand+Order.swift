extension ParsedCommand {
  /// What was given of some options, in the order of the line.
  ///
  /// Two options can mean more together than each alone, such as which of them comes first.
  public func values(inOrderOf names: [String]) -> [(name: String, value: String)] {
    let known = Set(names.filter { !values($0).isEmpty })
    return given.compactMap { entry in
      guard known.contains(entry.name), let value = entry.value else { return nil }
      return (entry.name, value)
    }
  }
}
