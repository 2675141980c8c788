#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file being written; every shortage (full disk, lost rights) is an error.
struct OutputFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  /// Makes a new file, or empties the one that is there.
  init(creating path: String) throws(ResultError) {
    try self.init(path, O_WRONLY | O_CREAT | O_TRUNC)
  }

  /// Opens a file as it is, or makes a new one; ``keep(_:)`` says where writing goes on.
  init(opening path: String) throws(ResultError) {
    try self.init(path, O_WRONLY | O_CREAT)
  }

  private init(_ path: String, _ flags: Int32) throws(ResultError) {
    self.path = path
    descriptor = open(path, flags | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, reason: FileSystem.reason) }
  }

  deinit {
    close(descriptor)
  }

  /// How many bytes the file has.
  borrowing func size() throws(ResultError) -> Int {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      throw .cannotRead(path: path, reason: FileSystem.reason)
    }
    return Int(status.st_size)
  }

  /// Drops what follows the first `length` bytes and goes on from there.
  borrowing func keep(_ length: Int) throws(ResultError) {
    guard ftruncate(descriptor, off_t(length)) == 0,
      lseek(descriptor, 0, SEEK_END) == off_t(length)
    else { throw .cannotWrite(path: path, reason: FileSystem.reason) }
  }

  /// Writes everything or throws.
  borrowing func write(_ bytes: [UInt8]) throws(ResultError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { raw in
        systemWrite(descriptor, raw.baseAddress! + written, raw.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else {
        throw .cannotWrite(path: path, reason: count < 0 ? FileSystem.reason : "nothing taken")
      }
      written += count
    }
  }

  /// Waits until the bytes are on the disk; some full disks say so only now.
  borrowing func sync() throws(ResultError) {
    guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else {
      throw .cannotWrite(path: path, reason: FileSystem.reason)
    }
  }

  /// Keeps every other process out until this one lets go or ends.
  ///
  /// A child that is just being started shares its parent's locks for an instant, hence the second
  /// tries.
  borrowing func lock() throws(ResultError) {
    for _ in 0..<20 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return }
      // Anything else is a file system without locks.
      guard errno == EWOULDBLOCK else { return }
      usleep(5000)
    }
    throw .busy(path: path)
  }
}

/// A file being read.
struct InputFile: ~Copyable {
  let path: String
  private let descriptor: Int32

  init(_ path: String) throws(ResultError) {
    self.path = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotRead(path: path, reason: FileSystem.reason) }
  }

  deinit {
    close(descriptor)
  }

  /// The next bytes: as many as asked for, unless the file ends first.
  mutating func read(_ count: Int) throws(ResultError) -> [UInt8] {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let got = systemRead(
          descriptor, UnsafeMutableRawPointer(buffer.baseAddress! + filled), count - filled)
        if got < 0 && errno == EINTR { continue }
        failed = got < 0
        if got <= 0 { break }
        filled += got
      }
    }
    if failed { throw .cannotRead(path: path, reason: FileSystem.reason) }
    return bytes
  }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer, _ count: Int) -> Int {
  write(file, bytes, count)
}

private func systemRead(_ file: Int32, _ bytes: UnsafeMutableRawPointer, _ count: Int) -> Int {
  read(file, bytes, count)
}
