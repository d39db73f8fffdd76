/// Where the blocks and values of a file stand, by the keys that lead to them.
struct FindingPlaces {
  private let places: [String: TextPlace]
  private let start: TextPlace

  init(_ places: [String: TextPlace], _ start: TextPlace) {
    self.places = places
    self.start = start
  }

  /// Where a path stands, or the nearest block around it that is in the file.
  ///
  /// A rule may point at a key that a lot takes over from its segment; it is then found there.
  func place(of path: String) -> TextPlace {
    var path = path[...]
    while !path.isEmpty {
      if let place = places[String(path)] { return place }
      guard let end = path.lastIndex(where: { $0 == "." || $0 == "[" }) else { break }
      path = path[..<end]
    }
    return start
  }
}
