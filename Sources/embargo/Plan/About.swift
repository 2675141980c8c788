/// Estimates in words, with no more digits than they are good for.
enum About {
  /// A number with two digits that count.
  static func rounded(_ value: Double) -> Double {
    guard value.isFinite, value > 0 else { return 0 }
    var scale = 1.0
    while value / scale >= 100 { scale *= 10 }
    while value / scale < 10 { scale /= 10 }
    // A division by a power of ten that is whole gives the nearest decimal.
    let digits = (value / scale).rounded()
    return scale < 1 ? digits / (1 / scale).rounded() : digits * scale
  }

  /// A length of time: `less than a second`, `about 17 s`, `about 12 min`, `about 3.5 h`.
  static func duration(_ seconds: Double) -> String {
    switch seconds {
    case ..<1: "less than a second"
    case ..<90: "about \(Figures.plain(rounded(seconds))) s"
    case ..<5400: "about \(Figures.plain(rounded(seconds / 60))) min"
    case ..<172_800: "about \(Figures.plain(rounded(seconds / 3600))) h"
    default: "about \(Figures.grouped(Int(rounded(seconds / 86_400)))) days"
    }
  }

  /// A size: `850 kB`, `12 MB`, `1.3 GB`.
  static func bytes(_ bytes: Double) -> String {
    let value = rounded(bytes)
    return switch value {
    case ..<1000: "\(Figures.plain(value)) B"
    case ..<1e6: "\(Figures.plain(rounded(value / 1e3))) kB"
    case ..<1e9: "\(Figures.plain(rounded(value / 1e6))) MB"
    case ..<1e12: "\(Figures.plain(rounded(value / 1e9))) GB"
    default: "\(Figures.plain(rounded(value / 1e12))) TB"
    }
  }
}
