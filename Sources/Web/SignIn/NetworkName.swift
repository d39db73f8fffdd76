/// The network that a request came from, as far as guesses are counted by it (AU-09).
///
/// Of IPv4 the whole address. Of IPv6 the first half, because one subscriber has all addresses of
/// the second.
struct NetworkName {
  let text: String

  /// Reads what the proxy says.
  ///
  /// Only the last address counts: that is what our own proxy saw; those before it anyone can write
  /// (WB-11).
  init(forwarded: String) {
    var last = Substring(forwarded)
    if let comma = forwarded.lastIndex(of: ",") { last = last[forwarded.index(after: comma)...] }
    let place = last.filter { $0 != " " && $0 != "\t" }.lowercased()
    text = Self.fourth(place) ?? Self.sixth(place) ?? "unknown"
  }

  /// An address of four numbers, perhaps with a port.
  private static func fourth(_ place: String) -> String? {
    let address = place.prefix { $0 != ":" }
    let parts = address.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, parts.allSatisfy({ isDigits($0) && UInt8($0) != nil }) else {
      return nil
    }
    return parts.compactMap { UInt8($0) }.map(String.init).joined(separator: ".")
  }

  /// The first four groups of an address of eight, perhaps in brackets with a port.
  private static func sixth(_ place: String) -> String? {
    var address = Substring(place)
    if address.hasPrefix("[") { address = address.dropFirst().prefix { $0 != "]" } }
    guard address.contains(":") else { return nil }
    let halves = address.split(
      separator: "::",
      maxSplits: 1,
      omittingEmptySubsequences: false
    )
    guard let head = groups(halves[0]) else { return nil }
    let tail = halves.count > 1 ? groups(halves[1]) : []
    guard let tail, head.count + tail.count <= (halves.count > 1 ? 7 : 8),
      halves.count > 1 || head.count == 8
    else { return nil }
    let missing = 8 - head.count - tail.count
    let all = head + Array(repeating: UInt16(0), count: missing) + tail
    // An address of IPv4 in the clothes of IPv6.
    if all[..<5].allSatisfy({ $0 == 0 }), all[5] == 0xFFFF {
      return "\(all[6] >> 8).\(all[6] & 0xFF).\(all[7] >> 8).\(all[7] & 0xFF)"
    }
    return all[..<4].map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
  }

  /// The groups between colons; a last one of four numbers counts as two.
  private static func groups(_ text: Substring) -> [UInt16]? {
    guard !text.isEmpty else { return [] }
    var groups: [UInt16] = []
    for part in text.split(separator: ":", omittingEmptySubsequences: false) {
      if part.contains(".") {
        let numbers = part.split(separator: ".", omittingEmptySubsequences: false)
          .compactMap { isDigits($0) ? UInt16($0) : nil }
        guard numbers.count == 4, numbers.allSatisfy({ $0 < 256 }) else { return nil }
        groups += [numbers[0] << 8 | numbers[1], numbers[2] << 8 | numbers[3]]
      } else {
        guard part.utf8.count <= 4, let group = UInt16(part, radix: 16), !part.hasPrefix("+") else {
          return nil
        }
        groups.append(group)
      }
    }
    return groups
  }

  private static func isDigits(_ text: Substring) -> Bool {
    (1...3).contains(text.utf8.count) && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
