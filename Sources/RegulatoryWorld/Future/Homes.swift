import ExportControls
import Scenarios
import Stochastics

/// Where the agents of a segment or group can sit and of what nations their foreign persons can
/// be, with the classes of recipient that follow: looked up once for a scenario.
struct Homes: Sendable {
  /// A country that agents sit in.
  struct Place: Sendable {
    let weight: Parameter
    let isAbroad: Bool
    /// Whether it is abroad and an ally.
    let isAllied: Bool
    /// Classes of its own organisations, and of listed end users that sit there.
    let ownClass: Int32
    let listedClass: Int32
  }

  /// A nation that foreign persons in the United States are of.
  struct Nation: Sendable {
    let weight: Parameter
    let visitorClass: Int32
    let residentClass: Int32
  }

  let places: [Place]
  let nations: [Nation]

  init(_ countries: Mix, _ foreign: Mix, _ classIndex: [RecipientClass: Int]) {
    func number(_ recipients: RecipientClass) -> Int32 { Int32(classIndex[recipients] ?? 0) }
    places = countries.weights.map { place, weight in
      Place(
        weight: weight, isAbroad: place != .us,
        isAllied: place != .us && place.groups.contains(.a5),
        ownClass: number(RecipientClass(place: place, nationality: place, isListed: false)),
        listedClass: number(
          RecipientClass(
            place: place, nationality: RecipientClass.listedNation, isListed: true)))
    }
    nations = foreign.weights.map { nation, weight in
      Nation(
        weight: weight,
        visitorClass: number(
          RecipientClass(place: .us, nationality: nation, isListed: false)),
        residentClass: number(
          RecipientClass(
            place: .us, nationality: nation, isListed: false, isPermanentResident: true)))
    }
  }

  // A draw is read here by place, which compiles to a load; its subscript is a call into another
  // module, a dozen times for every agent.

  /// The place of an agent, by its mark.
  func place(_ mark: Double, _ draw: Draw) -> Int {
    Homes.pick(mark, among: places.count) { draw.values[places[$0].weight.index] }
  }

  /// The nation of an agent's foreign persons, by its mark.
  func nation(_ mark: Double, _ draw: Draw) -> Int {
    Homes.pick(mark, among: nations.count) { draw.values[nations[$0].weight.index] }
  }

  /// One of many, each with a probability in proportion to its weight; the first if rounding
  /// leaves none.
  @inline(__always)
  private static func pick(_ mark: Double, among count: Int, _ weight: (Int) -> Double) -> Int {
    var total = 0.0
    for number in 0..<count { total += weight(number) }
    var rest = mark * total
    for number in 0..<count {
      rest -= weight(number)
      if rest < 0 { return number }
    }
    return 0
  }
}
