#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The few calls on folders and files that a result needs, each with an error instead of a trap.
enum FileSystem {
  enum Kind { case nothing, folder, other }

  /// The reason the last call failed, in words.
  static var reason: String { String(cString: strerror(errno)) }

  /// What stands at a path; a link counts as what it points to.
  static func kind(_ path: String) -> Kind {
    var status = stat()
    guard stat(path, &status) == 0 else { return .nothing }
    return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
  }

  /// How many bytes a file has; 0 if there is none.
  static func size(of path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Makes a folder that must not be there yet, and the folders above it that may.
  static func makeFolder(_ path: String) throws(ResultError) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeParents(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 else {
      if errno == EEXIST { throw .busy(path: path) }
      throw .cannotWrite(path: path, reason: reason)
    }
  }

  private static func makeParents(_ path: String) throws(ResultError) {
    if kind(path) == .folder { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeParents(String(path[..<slash]))
    }
    guard mkdir(path, 0o777) == 0 || errno == EEXIST && kind(path) == .folder else {
      throw .cannotWrite(path: path, reason: reason)
    }
  }

  /// The folder in which a path stands.
  static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The names in a folder, in order.
  static func names(in path: String) throws(ResultError) -> [String] {
    guard let folder = opendir(path) else { throw .cannotRead(path: path, reason: reason) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  static func rename(_ old: String, to new: String) throws(ResultError) {
    #if canImport(Glibc)
      let outcome = Glibc.rename(old, new)
    #elseif canImport(Musl)
      let outcome = Musl.rename(old, new)
    #else
      let outcome = Darwin.rename(old, new)
    #endif
    guard outcome == 0 else { throw .cannotWrite(path: new, reason: reason) }
  }

  /// Removes a file, or a folder with all that is in it; links are removed, never followed.
  static func remove(_ path: String) throws(ResultError) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    if status.st_mode & S_IFMT == S_IFDIR {
      for name in try names(in: path) { try remove(path + "/" + name) }
      guard rmdir(path) == 0 else { throw .cannotWrite(path: path, reason: reason) }
    } else {
      guard unlink(path) == 0 else { throw .cannotWrite(path: path, reason: reason) }
    }
  }

  /// All bytes of a file.
  static func bytes(of path: String) throws(ResultError) -> [UInt8] {
    var file = try InputFile(path)
    var bytes: [UInt8] = []
    while true {
      let piece = try file.read(1 << 16)
      if piece.isEmpty { return bytes }
      bytes.append(contentsOf: piece)
    }
  }

  /// Makes the names in a folder last through a loss of power.
  static func sync(folder: String) {
    let descriptor = open(folder, O_RDONLY)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }
}
