#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A limit on the size of this process's files, which stands for a full disk.
enum FileSizeLimit {
  static func set(_ bytes: Int?) {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_FSIZE.rawValue)
    #else
      let resource = RLIMIT_FSIZE
    #endif
    // Without this, the first write beyond the limit ends the process.
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit()
    getrlimit(resource, &limit)
    limit.rlim_cur = bytes.map { rlim_t($0) } ?? limit.rlim_max
    setrlimit(resource, &limit)
  }
}
