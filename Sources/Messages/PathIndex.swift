/// Finds a path, or the end of one where that is unique, in one look-up.
///
/// Mappings ask for a field by its path for every row of every message, so the ends of all paths
/// are put in a dictionary once per kind of message.
struct PathIndex: Sendable {
  /// For each path and each end of a path its place, or `ambiguous`.
  private var places: [String: Int] = [:]

  private static let ambiguous = -1

  /// An index of paths by their place in the list.
  init(_ paths: [String]) {
    for (place, path) in paths.enumerated() {
      var rest = path[...]
      while let slash = rest.firstIndex(of: "/") {
        rest = rest[rest.index(after: slash)...]
        let end = String(rest)
        places[end] = places[end] == nil ? place : PathIndex.ambiguous
      }
    }
    // A whole path wins over the end of a longer one.
    for (place, path) in paths.enumerated() { places[path] = place }
  }

  /// The place of a path; nil when there is none or more than one.
  func find(_ path: String) -> Int? {
    guard let place = places[path], place != PathIndex.ambiguous else { return nil }
    return place
  }
}
