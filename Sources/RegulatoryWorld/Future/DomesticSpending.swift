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
  private let clouds: Int
  private let classes: Int
  /// At (lab · (clouds + 1) + cloud + 1) · classes + class of the foreign persons' seats.
  private var cells: [Cell]

  init(_ customers: ArraySlice<Agent>, channels: [Int32], labs: Int, clouds: Int, classes: Int) {
    self.clouds = clouds
    self.classes = classes
    cells = [Cell](repeating: Cell(), count: labs * (clouds + 1) * classes)
    for number in customers.indices where !customers[number].isAbroad {
      let dollars = customers[number].weight * customers[number].spend
      let foreign = dollars * customers[number].foreignShare
      let foreignClass = Int(customers[number].foreignClass)
      ownClass = Int(customers[number].otherClass)
      for lab in 0..<labs {
        let cloud = Int(channels[number * labs + lab])
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
