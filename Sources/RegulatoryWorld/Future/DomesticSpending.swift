/// What customers in the United States spend a day, US dollars, by lab, by the channel through
/// which they would buy its models, and by class of recipient.
struct DomesticSpending {
  /// Dollars of seats of citizens, and of foreign persons' seats.
  struct Cell: BitwiseCopyable {
    var own = 0.0
    var foreign = 0.0
  }

  /// The class of the citizens' seats.
  private(set) var ownClass = 0
  private var clouds = 0
  private var classes = 0
  /// At (lab · (clouds + 1) + cloud + 1) · classes + class of the foreign persons' seats.
  private var cells: [Cell] = []

  /// The same for other customers.
  consuming func refilled(
    _ customers: ArraySlice<Agent>, _ channels: Channels, labs: Int, clouds: Int, classes: Int
  ) -> DomesticSpending {
    var spending = self
    spending.clouds = clouds
    spending.classes = classes
    spending.fill(customers, channels, labs: labs)
    return spending
  }

  private mutating func fill(
    _ customers: ArraySlice<Agent>, _ channels: Channels, labs: Int
  ) {
    cells.refill(labs * (clouds + 1) * classes, with: Cell())
    for number in customers.indices where !customers[number].isAbroad {
      let dollars = customers[number].weight * customers[number].spend
      let foreign = dollars * customers[number].foreignShare
      let foreignClass = Int(customers[number].foreignClass)
      ownClass = Int(customers[number].otherClass)
      for lab in 0..<labs {
        let cloud = Int(channels[number, lab: lab])
        let cell = place(lab, max(-1, cloud), foreignClass)
        cells[cell].own += dollars - foreign
        cells[cell].foreign += foreign
      }
    }
  }

  /// What agents of a class of foreign persons would spend through a cloud, negative for none.
  func of(class number: Int, lab: Int, cloud: Int) -> Cell { cells[place(lab, cloud, number)] }

  private func place(_ lab: Int, _ cloud: Int, _ number: Int) -> Int {
    (lab * (clouds + 1) + cloud + 1) * classes + number
  }
}
