import ExportControls

/// Process 1, releases, with what of process 15 holds them up.
enum ReleaseStep: Hashable {
  case released(model: Int32)
  /// The order bars publication of open weights that are due.
  case publicationBarred(model: Int32)
  /// Weights that may not be published at home come out abroad.
  case publicationRelocated(model: Int32)
  /// A lab's planned releases come nearer at another speed.
  case speedChanges(lab: Int32, from: Double, to: Double)
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
    case .publicationRelocated(let model):
      return Telling(
        "publication_relocated", by: names.lab(ofModel: model),
        "publishes \(names.model(model)) from abroad")
    case .speedChanges(let lab, let from, let to):
      return Telling(
        to < from ? "releases_slowed" : "releases_hastened", by: names.lab(lab),
        "works on its releases at \(names.figure(100 * to, 0)) % of normal speed")
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
