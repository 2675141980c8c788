/// Tells on standard error how far a run is; the only reader of the wall clock.
struct Progress {
  enum Style {
    case none
    /// A bar that is drawn over itself.
    case bar(width: Int)
    /// A line from time to time, for logs and for programs.
    case lines(every: Duration)
  }

  private let style: Style
  private let total: Int?
  private let finishedBefore: Int
  private let noun: String
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant
  private var isBarThere = false

  /// - Parameters:
  ///   - total: replications of the whole plan; nil where it is not known beforehand.
  ///   - finishedBefore: those that an earlier run had finished.
  ///   - noun: what is counted.
  init(_ style: Style, total: Int?, finishedBefore: Int, noun: String = "replications") {
    self.style = style
    self.total = total
    self.finishedBefore = finishedBefore
    self.noun = noun
    shown = start
  }

  /// Seconds since the beginning.
  var seconds: Double { (ContinuousClock.now - start) / .seconds(1) }

  /// Takes the number of replications simulated since the beginning.
  mutating func update(simulated: Int) {
    let now = ContinuousClock.now
    switch style {
    case .none: return
    case .bar(let width):
      guard !isBarThere || now - shown >= .milliseconds(200) else { return }
      StandardStreams.remark("\r\u{1B}[K" + TextTable.cut(bar(simulated), to: width - 1))
      isBarThere = true
    case .lines(let interval):
      guard now - shown >= interval else { return }
      StandardStreams.remark(line(simulated) + "\n")
    }
    shown = now
  }

  /// Clears the bar.
  mutating func end() {
    if isBarThere { StandardStreams.remark("\r\u{1B}[K") }
    isBarThere = false
  }

  private func bar(_ simulated: Int) -> String {
    guard let total else { return line(simulated) }
    let cells = 24
    let full = (finishedBefore + simulated) * cells / total
    let filled = String(repeating: "=", count: full) + (full < cells ? ">" : "")
    let empty = String(repeating: " ", count: max(0, cells - full - 1))
    return "[\(filled)\(empty)] " + line(simulated)
  }

  private func line(_ simulated: Int) -> String {
    let done = finishedBefore + simulated
    var text = "\(Figures.grouped(done)) \(noun)"
    if let total {
      let percent = String(100 * done / total)
      let blanks = String(repeating: " ", count: max(0, 3 - percent.count))
      text =
        "\(blanks)\(percent) %, \(Figures.grouped(done)) of \(Figures.grouped(total)) \(noun)"
    }
    let seconds = seconds
    if simulated > 0 && seconds > 0.2 {
      let rate = Double(simulated) / seconds
      text += ", \(Figures.short(rate)) per s"
      if let total { text += ", \(Progress.duration(Double(total - done) / rate)) left" }
    }
    return text
  }

  /// A length of time: `8 s`, `2 min 05 s`, `3 h 20 min`.
  static func duration(_ seconds: Double) -> String {
    guard seconds >= 10 else { return Figures.fixed(seconds, decimals: 1) + " s" }
    let whole = Int(min(seconds.rounded(), 1e9))
    switch whole {
    case ..<60: return "\(whole) s"
    case ..<3600: return "\(whole / 60) min \(twoDigits(whole % 60)) s"
    default: return "\(whole / 3600) h \(twoDigits(whole % 3600 / 60)) min"
    }
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
