import FoundationEssentials

/// A scenario file on disk.
struct ScenarioFile {
  /// Why a file cannot be had.
  struct Reason: Error {
    var message: String
    var remedy: String?
    /// Whether it is not there or may not be opened, rather than being none that can be read.
    var isMissing = false
  }

  /// The name by which the user knows it.
  let display: String

  /// The absolute path, without links, `.` and `..`.
  let path: String

  /// Finds the file that the user names.
  static func locate(_ name: String) -> Result<ScenarioFile, Reason> {
    find(URL(filePath: name), display: name)
  }

  /// Finds the file that an `extends` in this one names.
  func sibling(_ name: String) -> Result<ScenarioFile, Reason> {
    guard !name.hasPrefix("/"), !name.contains("\0") else {
      return .failure(
        Reason(
          message: "extends must be a path relative to this file, but is \(shown(name))",
          remedy: "write it without the '/' at its beginning"))
    }
    let target = URL(filePath: folder).appending(path: name)
    let display = Self.joined(display, name)
    // Judged twice: a path that leaves the tree is refused whether or not anything is there.
    let plain = Self.parts(target.standardizedFileURL.path)
    guard plain.starts(with: tree) else { return .failure(leaving(name)) }
    return Self.find(target, display: display).flatMap { file in
      Self.parts(file.path).starts(with: tree) ? .success(file) : .failure(leaving(name))
    }
  }

  /// The length in bytes, so that a file that is too long is not read at all.
  private let size: Int

  /// The text, if it is one and not too long.
  func read(limit: Int) -> Result<String, Reason> {
    guard size <= limit else { return .failure(tooLong(size, limit)) }
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      return .failure(Self.unreadable(error, display: display))
    }
    guard data.count <= limit else { return .failure(tooLong(data.count, limit)) }
    guard let text = String(validating: data, as: UTF8.self) else {
      return .failure(
        Reason(
          message: "\(shown(display)) is not a text in UTF-8",
          remedy: "save it as UTF-8 from an editor"))
    }
    return .success(text)
  }

  /// Finds a file without opening it: to open a pipe would be to wait for someone to write to it.
  private static func find(_ url: URL, display: String) -> Result<ScenarioFile, Reason> {
    let path = url.resolvingSymlinksInPath().standardizedFileURL.path
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: path)
    } catch {
      return .failure(
        code(of: error) == .fileReadNoPermission
          ? forbidden(display) : missing(path, display: display))
    }
    let type = attributes[.type] as? FileAttributeType
    if type == .typeDirectory {
      return .failure(
        Reason(message: "\(shown(display)) is a folder", remedy: "name a scenario file in it"))
    }
    guard type == .typeRegular else {
      return .failure(
        Reason(
          message: "\(shown(display)) is a pipe or device, not a regular file",
          remedy: "save the scenario to a file and name that"))
    }
    let size = (attributes[.size] as? any BinaryInteger).map { Int(clamping: $0) } ?? 0
    return .success(ScenarioFile(display: display, path: path, size: size))
  }

  private static func unreadable(_ error: any Error, display: String) -> Reason {
    code(of: error) == .fileReadNoPermission
      ? forbidden(display)
      : Reason(message: "\(shown(display)) cannot be read", isMissing: true)
  }

  private static func code(of error: any Error) -> CocoaError.Code? { (error as? CocoaError)?.code }

  private static func forbidden(_ display: String) -> Reason {
    Reason(
      message: "\(shown(display)) may not be read: permission denied",
      remedy: "make it readable, as with chmod u+r", isMissing: true)
  }

  private static func missing(_ path: String, display: String) -> Reason {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path
    let message = "there is no file \(shown(display))"
    guard FileManager.default.fileExists(atPath: folder) else {
      let parts = display.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      return Reason(
        message: message, remedy: "there is no folder \(shown(parts.joined(separator: "/")))",
        isMissing: true)
    }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let near = nearest(to: url.lastPathComponent, among: names)
    return Reason(message: message, remedy: near.map { "did you mean '\($0)'?" }, isMissing: true)
  }

  /// The scenario file whose name is near.
  ///
  /// Endings are left aside: they are the same for all, and would make any two names near.
  private static func nearest(to name: String, among names: [String]) -> String? {
    let files = names.filter { stem($0) != $0 && $0 != name }.sorted()
    let near = nearestName(to: stem(name), among: files.map(stem))
    return near.flatMap { near in files.first { stem($0) == near } }
  }

  private static func stem(_ name: String) -> String {
    for ending in [".json5", ".json"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  private func tooLong(_ count: Int, _ limit: Int) -> Reason {
    Reason(
      message: "\(shown(display)) has \(count) bytes, more than the \(limit) that are read",
      remedy: nil)
  }

  private var folder: String {
    URL(filePath: path).deletingLastPathComponent().path
  }

  /// The folder that `extends` may not leave: the nearest named `Scenarios`, else the file's own.
  private var tree: ArraySlice<String> {
    let folders = Self.parts(folder)
    guard let index = folders.lastIndex(of: "Scenarios") else { return folders[...] }
    return folders[...index]
  }

  private func leaving(_ name: String) -> Reason {
    Reason(
      message: "extends may not leave the folder '\(tree.last ?? "/")', as \(shown(name)) does",
      remedy: "put the file that it names under that folder")
  }

  private static func parts(_ path: String) -> [String] {
    path.split(separator: "/").map(String.init)
  }

  /// The name of a file relative to another, shortened where it goes up and down again.
  private static func joined(_ display: String, _ name: String) -> String {
    var parts = display.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in name.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != "..", last != "", last != "." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
