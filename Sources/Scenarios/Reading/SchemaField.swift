/// A key that the readers of a scenario asked for.
public struct SchemaField: Sendable, Hashable {
  /// What may stand under a key.
  public enum Kind: String, CaseIterable, Sendable {
    /// Text.
    case text
    /// `true` or `false`.
    case truth
    /// A date, as a text.
    case date
    /// One of several words.
    case choice
    /// A list of texts or words.
    case texts
    /// A whole number.
    case integer
    /// A number, or its distribution.
    case number
    /// An object.
    case object
    /// An object whose keys are ids.
    case objects
    /// A list of objects.
    case list
  }

  /// The dotted address, in which `*` stands for any id and `#` for the place in a list.
  public let address: String

  /// What may stand there.
  public let kind: Kind

  /// What it means, in words.
  public let meaning: String

  /// Whether it may not be left out.
  public let isRequired: Bool

  /// The unit and possible values of numbers.
  public let quantity: Quantity?

  /// The words to choose from.
  public let choices: [String]
}
