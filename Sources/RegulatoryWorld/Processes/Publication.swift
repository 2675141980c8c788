import DiscreteEvents

// Process 15, publications held: a publisher whose release the order bars may move it abroad.
extension World {
  /// Whether the order bars a model that is due from being published.
  func isPublicationBarred(_ model: Int) -> Bool {
    guard order.isInForce, let law else { return false }
    return law.barsPublication(model, named: order.isNamed[model])
  }

  /// Holds what may not be published; some publishers start to move it abroad.
  ///
  /// They do not where a direct product rule would follow the weights there.
  mutating func holdPublication(_ model: Int, _ agenda: inout Agenda) {
    releases.isBarred[model] = true
    note(.release(.publicationBarred(model: Int32(model))), agenda, since: .order)
    guard let law, !law.regime.directProductRule else { return }
    let relocation = future.scenario.regulator.relocation
    let draw = future.draw
    let key = future.root.child("relocation").child(future.models[model].key)
    let chance = draw[relocation.probability] * draw[future.scenario.mechanisms.openness]
    guard key.uniform() < chance else { return }
    agenda.schedule(
      .publicationRelocated(model: Int32(model)),
      at: agenda.now + future.duration(median: draw[relocation.days], at: key.child("work")),
      priority: .early)
  }

  /// The weights come out abroad, where the order does not hold them.
  mutating func publicationRelocated(_ model: Int, _ agenda: inout Agenda) {
    guard releases.isBarred[model], !releases.isOut[model], order.isInForce else { return }
    releases.isBarred[model] = false
    releases.isRelocated[model] = true
    note(.release(.publicationRelocated(model: Int32(model))), agenda)
    release(model, &agenda)
  }
}
