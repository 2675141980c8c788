import ExportControls

/// Process 1, releases, with what of process 15 holds them up.
enum ReleaseStep: Hashable {
  case released(model: Int32)
  /// The order bars publication of open weights that are due.
  case publicationBarred(model: Int32)
  /// Held back in the shadow of the order, for so many days.
  case gated(model: Int32, days: Double)
  /// Agents take up a new model.
  case adopted(mix: Int32, model: Int32)

  func told(by names: Storyteller) -> Telling {
    switch self {
    case .released(let model):
      return Telling(
        "model_released", by: names.lab(ofModel: model), "releases \(names.model(model))")
    case .publicationBarred(let model):
      return Telling(
        "publication_barred", by: names.lab(ofModel: model),
        "may not publish \(names.model(model)) and holds it",
        grounds: names.grounds(ofReachTo: Int(model), named: false))
    case .gated(let model, let days):
      let isOpen = names.future.models[Int(model)].isOpen
      return Telling(
        isOpen ? "publication_withheld" : "release_gated", by: names.lab(ofModel: model),
        "holds \(names.model(model)) back for \(names.figure(days, 0)) days"
          + (isOpen ? "" : " at the government's wish"))
    case .adopted(let mix, let model):
      return Telling(
        "model_adopted", by: names.mix(mix), "take up \(names.model(model))", isTally: true)
    }
  }
}
