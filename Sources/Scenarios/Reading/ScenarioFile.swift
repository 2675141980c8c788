import FoundationEssentials

/// A scenario file on disk.
struct ScenarioFile {
  /// Why a file cannot be had.
  struct Reason: Error {
    var message: String
    var remedy: String?
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
    guard let data = FileManager.default.contents(atPath: path) else {
      return .failure(Reason(message: "\(shown(display)) cannot be read", remedy: nil))
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

  private static func find(_ url: URL, display: String) -> Result<ScenarioFile, Reason> {
    let path = url.resolvingSymlinksInPath().standardizedFileURL.path
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      let type = attributes[.type] as? FileAttributeType
    else { return .failure(missing(path, display: display)) }
    if type == .typeDirectory {
      return .failure(
        Reason(message: "\(shown(display)) is a folder", remedy: "name a scenario file in it"))
    }
    guard type == .typeRegular else {
      return .failure(Reason(message: "\(shown(display)) is not a plain file", remedy: nil))
    }
    let size = (attributes[.size] as? any BinaryInteger).map { Int(clamping: $0) } ?? 0
    return .success(ScenarioFile(display: display, path: path, size: size))
  }

  private static func missing(_ path: String, display: String) -> Reason {
    let url = URL(filePath: path)
    let folder = url.deletingLastPathComponent().path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let near = nearestName(to: url.lastPathComponent, among: names.sorted())
    return Reason(
      message: "there is no file \(shown(display))", remedy: near.map { "did you mean '\($0)'?" })
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
