import Experiments
import ResultFiles
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is still said and done when a check inside the program fails: a trap cannot be caught, but
/// the signal it ends in can be answered.
///
/// The notice names the replication that the thread was at, with the command that shows the fault
/// again, and marks it in the unfinished folder, so that `--resume` goes on without it. A signal
/// handler may not allocate, so everything it writes is laid out beforehand.
enum CrashNotice {
  /// What one thread is at.
  private struct Slot {
    var thread: pthread_t?
    /// The row, while it is being made.
    var key: RowKey?
    /// The experiment of the command below.
    var experiment = 0
    /// The command up to the number of the replication.
    var replay = UnsafeRawBufferPointer(start: nil, count: 0)
  }

  /// Everything the handler reads; made before the threads start, and never given back.
  private struct State {
    let slots: UnsafeMutableBufferPointer<Slot>
    let head: UnsafeRawBufferPointer
    /// The whole command, for a thread that is at no replication.
    let command: UnsafeRawBufferPointer
    let tail: UnsafeRawBufferPointer
    let marks: UnsafeMutablePointer<CChar>?
  }

  nonisolated(unsafe) private static var state: State?
  private static let used = Atomic<Int>(0)

  /// Prepares the notice for a run.
  ///
  /// - Parameters:
  ///   - marks: the file in which rows are marked; nil where no run can go on without them.
  ///   - kept: the folder of the finished rows; nil where none are kept.
  ///   - command: the command of the whole run.
  ///   - threads: how many threads simulate.
  static func install(marks: String?, kept: String?, command: String, threads: Int) {
    let slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: threads)
    slots.initialize(repeating: Slot())
    state = State(
      slots: slots,
      head: laidOut(
        "\nThis is a bug in embargo \(Version.program); please report it with this command:\n  "),
      command: laidOut(command),
      tail: laidOut(
        kept.map {
          "\nFinished rows are kept in \($0); --resume goes on. A replication that stopped the\n"
            + "program is left out then, and counts as failed.\n"
        } ?? "\n"),
      marks: marks.map { strdup($0) })
    for number in [SIGILL, SIGTRAP] {
      signal(number) { _ in
        CrashNotice.write()
        _exit(70)
      }
    }
  }

  /// A source whose threads leave word of what they are at.
  static func watched(_ source: RowSource, of description: ResultDescription) -> RowSource {
    RowSource(layouts: source.layouts) {
      let simulate = source.makeWorker()
      let number = used.add(1, ordering: .relaxed).oldValue
      guard let slots = state?.slots, number < slots.count else { return simulate }
      let slot = slots.baseAddress! + number
      return { key, rows in
        if slot.pointee.experiment != key.experiment {
          UnsafeRawPointer(slot.pointee.replay.baseAddress)?.deallocate()
          slot.pointee.replay = laidOut(description.replay(experiment: key.experiment))
          slot.pointee.experiment = key.experiment
        }
        // The thread may be another one after each look of a run with a goal of precision.
        slot.pointee.thread = pthread_self()
        slot.pointee.key = key
        simulate(key, &rows)
        slot.pointee.key = nil
      }
    }
  }

  private static func laidOut(_ text: String) -> UnsafeRawBufferPointer {
    let bytes = Array(text.utf8)
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copy.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(copy)
  }

  /// What the handler does: calls that POSIX allows there, and nothing else.
  private static func write() {
    guard let state else { return }
    out(state.head, STDERR_FILENO)
    let own = pthread_self()
    var isKnown = false
    for slot in state.slots where slot.thread.map({ pthread_equal($0, own) != 0 }) ?? false {
      guard let key = slot.key else { continue }
      isKnown = true
      out(slot.replay, STDERR_FILENO)
      out(key.replication, STDERR_FILENO)
      guard let marks = state.marks else { break }
      let file = open(marks, O_WRONLY | O_CREAT | O_APPEND, 0o666)
      guard file >= 0 else { break }
      out(key.experiment, file)
      withUnsafeBytes(of: UInt8(ascii: " ")) { out($0, file) }
      out(key.replication, file)
      withUnsafeBytes(of: UInt8(ascii: "\n")) { out($0, file) }
      close(file)
    }
    if !isKnown { out(state.command, STDERR_FILENO) }
    out(state.tail, STDERR_FILENO)
  }

  private static func out(_ bytes: UnsafeRawBufferPointer, _ file: Int32) {
    _ = systemWrite(file, bytes.baseAddress, bytes.count)
  }

  /// Digits on the stack, the last first.
  private static func out(_ number: Int, _ file: Int32) {
    var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
    withUnsafeMutableBytes(of: &digits) { digits in
      var (rest, place) = (number, digits.count)
      repeat {
        place -= 1
        digits[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      out(UnsafeRawBufferPointer(rebasing: digits[place...]), file)
    }
  }
}

private func systemWrite(_ file: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, bytes, count)
}
