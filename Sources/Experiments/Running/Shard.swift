/// One of several equal parts of a run's rows, for one machine among many.
///
/// The rows of a plan are numbered 0…T−1 in order of their keys; shard I of N holds those from
/// ⌊T(I−1)/N⌋ up to, but not with, ⌊TI/N⌋. So every row is in exactly one shard, and the sizes of
/// two shards differ by one row at most.
public struct Shard: Sendable, Equatable {
  /// Which part, from 1.
  public let index: Int
  /// Of how many.
  public let count: Int

  /// Everything in one part: no shard at all.
  public static let whole = Shard(index: 1, of: 1)

  /// A shard; an index that is not from 1 to `count` is a programmer error.
  public init(index: Int, of count: Int) {
    precondition(index >= 1 && index <= count, "shards count from 1")
    self.index = index
    self.count = count
  }

  /// The rows of this part out of `total`.
  public func rows(of total: Int) -> Range<Int> {
    bound(index - 1, total)..<bound(index, total)
  }

  private func bound(_ part: Int, _ total: Int) -> Int {
    // The product of two counts may be more than a word holds.
    let (high, low) = total.multipliedFullWidth(by: part)
    return count.dividingFullWidth((high, low)).quotient
  }
}
