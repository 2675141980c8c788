import JSON5
import Stochastics

/// A number of a scenario, fixed or uncertain: an index into a ``ParameterTable`` and a ``Draw``.
public struct Parameter: Hashable, Sendable {
  /// The place in the table.
  public let index: Int

  /// Names a place in a table.
  public init(index: Int) {
    self.index = index
  }
}

/// What is known of a parameter.
public struct ParameterEntry: Sendable {
  /// The dotted address, by which settings, sweeps and tables name it; no two are equal.
  public let address: String

  /// What the number means, in words.
  public let meaning: String

  /// The unit and the possible values.
  public let quantity: Quantity

  /// What is known of the value.
  public let distribution: Distribution

  /// What the value rests on, if anything is said of it.
  public let evidence: Evidence?

  /// Where the value was found.
  public let source: String?

  /// A remark.
  public let note: String?

  /// Where it is written; nothing if a default stands.
  public let position: SourcePosition?

  /// Whether the scenario is built by the value, so that one holds for every draw: the number of
  /// agents, or the length of a history.
  public var isStructural = false

  /// Whether the value differs from draw to draw.
  public var isUncertain: Bool { distribution.fixedValue == nil }

  /// The value at a probability, from 0 to 1: the quantile, rounded if the quantity is whole.
  ///
  /// - Parameter probability: a number strictly between 0 and 1.
  public func value(at probability: Double) -> Double {
    quantity.nearest(distribution.quantile(probability))
  }
}

/// Every parameter of a scenario, in the order in which they were read.
public struct ParameterTable: Sendable {
  /// The parameters; each one's index is its place.
  public let entries: [ParameterEntry]

  private let indices: [String: Int]
  private let names: [NameHash]

  /// Makes a table.
  ///
  /// - Precondition: no two addresses are equal.
  public init(entries: [ParameterEntry]) {
    self.entries = entries
    names = entries.map { NameHash($0.address) }
    indices = Dictionary(uniqueKeysWithValues: zip(entries.map(\.address), entries.indices))
  }

  /// What is known of a parameter.
  public subscript(parameter: Parameter) -> ParameterEntry {
    entries[parameter.index]
  }

  /// The parameters whose value differs from draw to draw.
  public var uncertain: [Parameter] {
    entries.indices.filter { entries[$0].isUncertain }.map(Parameter.init(index:))
  }

  /// The parameter that stands at an address.
  public func parameter(at address: String) -> Parameter? {
    indices[address].map(Parameter.init(index:))
  }

  /// Every parameter at its median: one point to explain at, which no replication need draw.
  public var central: Draw {
    Draw(values: entries.map { $0.distribution.fixedValue ?? $0.value(at: 0.5) })
  }

  /// The values of all parameters in one draw.
  ///
  /// Each is the quantile of its distribution at a uniform number that depends on the seed, the
  /// number of the draw and the parameter's own address, so a parameter that is added, taken away
  /// or moved changes no other.
  public func draw(seed: UInt64, draw: Int) -> Draw {
    let root = StreamKey(seed: seed).child("draw").child(draw)
    return Draw(
      values: entries.indices.map { index in
        let entry = entries[index]
        if let constant = entry.distribution.fixedValue { return constant }
        return entry.value(at: root.child(names[index]).uniform())
      })
  }
}

/// A value for every parameter.
public struct Draw: Sendable, Equatable {
  /// The values, in the order of the table.
  public var values: [Double]

  /// Makes a draw from its values.
  public init(values: [Double]) {
    self.values = values
  }

  /// The value of a parameter.
  public subscript(parameter: Parameter) -> Double {
    values[parameter.index]
  }
}
