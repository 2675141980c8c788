extension Array {
  /// Becomes `count` equal elements, keeping the memory: worlds are lived through in the same place
  /// one after the other.
  mutating func refill(_ count: Int, with element: Element) {
    removeAll(keepingCapacity: true)
    for _ in 0..<count { append(element) }
  }

  /// Becomes what `transform` makes of each element of `source`, keeping the memory.
  mutating func refill<Source>(from source: [Source], _ transform: (Source) -> Element) {
    removeAll(keepingCapacity: true)
    for element in source { append(transform(element)) }
  }
}
