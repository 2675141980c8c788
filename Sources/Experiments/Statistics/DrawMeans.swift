import Stochastics

/// Values gathered draw by draw: what lies within draws and what between them.
///
/// One-way analysis of variance with draws as groups, in one pass: squares within a draw by
/// Welford's update, between draws by West's weighted form of it (CACM 22:9, 1979).
struct DrawMeans {
  private(set) var means = Moments()
  private var count = 0
  private var sumOfSquaredSizes = 0.0
  private var grandMean = 0.0
  private var squaresBetween = 0.0
  private var squaresWithin = 0.0
  private var size = 0
  private var mean = 0.0

  mutating func add(_ value: Double) {
    size += 1
    let delta = value - mean
    mean += delta / Double(size)
    squaresWithin += delta * (value - mean)
  }

  /// Ends a draw; a draw without values leaves no trace.
  mutating func closeDraw() {
    guard size > 0 else { return }
    means.add(mean)
    count += size
    let weight = Double(size)
    sumOfSquaredSizes += weight * weight
    let delta = mean - grandMean
    grandMean += delta * weight / Double(count)
    squaresBetween += weight * delta * (mean - grandMean)
    size = 0
    mean = 0
  }

  /// Chance and parameters; nil with fewer than two draws or no draw of two histories.
  ///
  /// The last draw may be cut short, so M is the usual n₀ = (n − Σ n_d² / n) / (D − 1), which is M
  /// when all draws are whole.
  var split: VarianceSplit? {
    let draws = means.count
    guard draws >= 2, count > draws else { return nil }
    let within = squaresWithin / Double(count - draws)
    let between = squaresBetween / Double(draws - 1)
    let size = (Double(count) - sumOfSquaredSizes / Double(count)) / Double(draws - 1)
    return VarianceSplit(chance: within, parameters: max(0, (between - within) / size))
  }
}
