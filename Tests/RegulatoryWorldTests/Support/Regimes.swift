import ExportControls

/// The regimes that come with the project.
enum Regimes {
  static let all = Presets.all.map(\.id).sorted()
}
