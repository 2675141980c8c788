import Foundation

/// The files of this package as they lie on the disk.
enum SourceTree {
  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The package's module table.
  static let table = ModuleTable(package: text(of: "Package.swift"))

  /// Every Swift file under Sources.
  static let sources = swiftFiles(under: "Sources")

  /// Every Swift file under Tests.
  static let tests = swiftFiles(under: "Tests")

  /// The Swift files of the libraries, which is to say all but the program's.
  static let libraries = sources.filter { table.libraries.contains($0.module) }

  /// The text of one file; a file that is not UTF-8 reads as empty and fails the test of texts.
  static func text(of path: String) -> String {
    (try? String(contentsOf: root.appending(path: path), encoding: .utf8)) ?? ""
  }

  /// What a folder holds, hidden files included.
  static func names(in folder: String) -> [String] {
    let path = root.appending(path: folder).path(percentEncoded: false)
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// Every file under a folder, with its path from the root.
  static func files(under folder: String) -> [String] {
    let path = root.appending(path: folder).path(percentEncoded: false)
    return ((try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? [])
      .map { folder + "/" + $0 }
      .filter { isFile($0) && !$0.contains("/.") && !$0.contains("__pycache__") }
      .sorted()
  }

  /// What a tutorial shows step by step is not built, and prints what it likes.
  private static func swiftFiles(under folder: String) -> [SwiftFile] {
    files(under: folder).filter { $0.hasSuffix(".swift") && !$0.contains(".docc/") }
      .map { SwiftFile(path: $0, text: text(of: $0)) }
  }

  private static func isFile(_ path: String) -> Bool {
    let url = root.appending(path: path)
    return (try? url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) ?? false
  }
}
