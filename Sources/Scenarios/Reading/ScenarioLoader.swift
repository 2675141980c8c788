import JSON5

/// Reads scenario files, without looking at their meaning.
public enum ScenarioLoader {
  /// Reads a scenario, the files that it extends, and settings on top of them.
  ///
  /// `extends` names a file relative to the one in which it stands, and may reach anything under
  /// the nearest parent folder named `Scenarios`, or, where there is none, its file's own folder;
  /// links are followed before that is judged. Objects merge key by key, `null` removes a key,
  /// anything else replaces what was there; so does an object that gives a distribution, of which
  /// half of one and half of another would make no sense.
  ///
  /// - Parameters:
  ///   - path: the file, relative to the working folder or absolute.
  ///   - settings: addresses and the JSON5 texts of their values, applied in this order, each as
  ///     if one more file extended the scenario. A value that is only a word needs no quotes.
  ///   - regimes: the regimes to keep, or presets to compare; nil for those of the scenario.
  /// - Throws: a report of everything that keeps the scenario from being read, with
  ///   `isMissingFile` if `path` itself cannot be opened.
  public static func load(
    path: String, settings: [(path: String, value: String)] = [], regimes: [String]? = nil
  ) throws(ProblemReport) -> ScenarioSource {
    var loading = Loading()
    let node = try loading.tree(path: path)
    return try loading.source(of: node, settings: settings, regimes: regimes)
  }

  /// Reads a scenario from a text, which can extend nothing, for it stands in no folder.
  ///
  /// - Parameters:
  ///   - text: the text of the scenario.
  ///   - name: the name under which problems show it.
  ///   - settings: as for ``load(path:settings:regimes:)``.
  public static func parse(
    _ text: String, name: String = "scenario.json5", settings: [(path: String, value: String)] = []
  ) throws(ProblemReport) -> ScenarioSource {
    var loading = Loading()
    let node = loading.alone(text, display: name)
    return try loading.source(of: node, settings: settings)
  }
}

/// One reading of a scenario.
struct Loading {
  private(set) var files: [String] = []
  private(set) var texts: [String] = []
  var problems: [Problem] = []
  private var isMissingFile = false

  /// Reads a file and what it extends; nothing if that is not possible.
  mutating func tree(path: String) throws(ProblemReport) -> Node? {
    switch ScenarioFile.locate(path) {
    case .success(let file): return tree(of: file, from: nil, chain: [])
    case .failure(let reason):
      files.append(path)
      problems.append(
        Problem(position: nil, address: "", message: reason.message, remedy: reason.remedy))
      isMissingFile = reason.isMissing
      throw report
    }
  }

  /// Reads a text that stands in no folder; nothing if that is not possible.
  mutating func alone(_ text: String, display: String) -> Node? {
    guard let node = parse(text, display: display) else { return nil }
    if let extends = node["extends"] {
      note(
        "a text that is no file cannot extend one", remedy: "leave extends out",
        at: extends.position)
      return nil
    }
    return merged(node, base: nil)
  }

  /// - Parameters:
  ///   - extends: where the file was named; nothing for the scenario itself.
  ///   - chain: the files that led here, which it may not lead back to.
  private mutating func tree(
    of file: ScenarioFile, from extends: Node?, chain: [ScenarioFile]
  ) -> Node? {
    switch file.read(limit: Limits.standard.bytes) {
    case .failure(let reason):
      if extends == nil {
        files.append(file.display)
        isMissingFile = reason.isMissing
      }
      note(reason.message, remedy: reason.remedy, at: extends?.position)
      return nil
    case .success(let text):
      guard let node = parse(text, display: file.display) else { return nil }
      guard let extends = node["extends"] else { return merged(node, base: nil) }
      guard let next = base(named: extends, from: file, chain: chain + [file]),
        let base = tree(of: next, from: extends, chain: chain + [file])
      else { return nil }
      return merged(node, base: base)
    }
  }

  /// The file that an `extends` names, if it may.
  private mutating func base(
    named extends: Node, from file: ScenarioFile, chain: [ScenarioFile]
  ) -> ScenarioFile? {
    guard let name = extends.string, !name.isEmpty else {
      note(
        "extends must be the name of a file, but is \(extends.value.described)",
        remedy: "write a path relative to this file, as in \"baseline.json5\"",
        at: extends.position)
      return nil
    }
    switch file.sibling(name) {
    case .failure(let reason):
      note(reason.message, remedy: reason.remedy, at: extends.position)
      return nil
    case .success(let base):
      if let start = chain.firstIndex(where: { $0.path == base.path }) {
        let names = chain[start...].map(\.display) + [base.display]
        note(
          "extends goes in a circle: " + names.joined(separator: " → "),
          remedy: "let the file that everything starts from extend nothing", at: extends.position)
        return nil
      }
      guard chain.count < 16 else {
        note("more than 16 files extend one another", remedy: nil, at: extends.position)
        return nil
      }
      return base
    }
  }

  /// Reads one text, which becomes the next of the files.
  mutating func parse(_ text: String, display: String) -> Node? {
    let index = files.count
    files.append(display)
    texts.append(text)
    let (node, found) = JSON5Reader.parse(text, file: index)
    problems += found.map {
      Problem(position: $0.position, address: "", message: $0.message, remedy: $0.remedy)
    }
    guard let node else { return nil }
    guard node.members != nil else {
      note(
        "a scenario must be an object, but this is \(node.value.described)",
        remedy: "write { … }", at: node.position)
      return nil
    }
    return node
  }

  /// Lays a file over the tree of those that it extends.
  mutating func merged(_ node: Node, base: Node?) -> Node? {
    guard let members = node.members else { return nil }
    let own = Node(.object(members.filter { $0.name != "extends" }), at: node.position)
    var merging = Merging()
    let result = merging.merge(own, onto: base, address: "")
    problems += merging.problems
    return result
  }

  /// Lays the settings over the tree, and closes the reading.
  mutating func source(
    of tree: Node?, settings: [(path: String, value: String)], regimes: [String]? = nil
  ) throws(ProblemReport) -> ScenarioSource {
    guard let read = tree else { throw report }
    let place = SourcePosition(file: files.count, line: 1, column: 1)
    if regimes != nil { files.append("--regimes") }
    let tree = RegimeList.normalized(read, choosing: regimes, at: place)
    let source = ScenarioSource(
      node: tree, files: files, texts: texts, problems: problems, implied: [])
    return settings.isEmpty ? source : source.with(settings: settings)
  }

  private mutating func note(_ message: String, remedy: String?, at position: SourcePosition?) {
    problems.append(Problem(position: position, address: "", message: message, remedy: remedy))
  }

  private var report: ProblemReport {
    ProblemReport(problems: problems, files: files, isMissingFile: isMissingFile)
  }
}
