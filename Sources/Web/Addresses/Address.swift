/// Every page and file of the site, as one value: what a link names and what a request asks for.
///
/// A path that is none of these does not exist. Because addresses are cases, a page that is renamed
/// breaks the build wherever it is linked to, and each one must name the right that it needs.
package enum Address: Hashable, Sendable {
  /// The regions that are served here.
  case regions
  /// A page of a region.
  case region(RegionSlug, RegionAddress)
  /// A style sheet or script, whose name changes with its contents.
  case asset(String)
  /// Whether the process lives, and whether it can serve.
  case live, ready
  /// Counters for operators.
  case metrics
  /// Whom to tell of a weakness (RFC 9116).
  case securityText
  /// Chooses a language.
  case language
}

/// The name of a region in addresses: the name of its data folder.
package struct RegionSlug: Hashable, Sendable, CustomStringConvertible {
  package let description: String

  /// The name of a region whose folder has none that can stand in an address.
  package static let plain = RegionSlug(own: "regio")

  private init(own name: String) { description = name }

  /// Reads 1 to 40 lower-case letters, digits and hyphens.
  package init?(_ text: String) {
    guard (1...40).contains(text.utf8.count), !Address.ownNames.contains(text) else { return nil }
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A, 0x2D: continue
      default: return nil
      }
    }
    description = text
  }
}

extension Address {
  /// First parts of paths that no region can be called by.
  static let ownNames: Set = ["bestanden", "gezond", "gereed", "metingen", "taal", "well-known"]

  /// Reads the path of a request; nil when there is nothing there.
  ///
  /// - Parameter path: with its escapes resolved, without the question mark and what follows.
  package init?(path: String) {
    guard path.utf8.first == UInt8(ascii: "/"), path.utf8.count <= 2_048 else { return nil }
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
      .map(String.init)
    self.init(segments: segments)
  }

  private init?(segments: [String]) {
    switch (segments.count, segments[0]) {
    case (1, ""): self = .regions
    case (2, "bestanden"): self = .asset(segments[1])
    case (1, "gezond"): self = .live
    case (1, "gereed"): self = .ready
    case (1, "metingen"): self = .metrics
    case (1, "taal"): self = .language
    case (2, ".well-known") where segments[1] == "security.txt": self = .securityText
    default:
      guard let slug = RegionSlug(segments[0]),
        let page = RegionAddress(segments: segments.dropFirst())
      else { return nil }
      self = .region(slug, page)
    }
  }

  /// The path, ready to stand in a link.
  package var path: String {
    switch self {
    case .regions: "/"
    case .region(let slug, let page): "/" + ([slug.description] + page.segments).escaped
    case .asset(let name): "/bestanden/" + [name].escaped
    case .live: "/gezond"
    case .ready: "/gereed"
    case .metrics: "/metingen"
    case .language: "/taal"
    case .securityText: "/.well-known/security.txt"
    }
  }
}

extension [String] {
  /// The parts of a path with what may not stand in one escaped (RFC 3986, section 3.3).
  var escaped: String {
    map(\.percentEscaped).joined(separator: "/")
  }
}

extension String {
  /// The text with every byte that is not unreserved written as `%XX`.
  var percentEscaped: String {
    let hexadecimal = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    for byte in utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexadecimal[Int(byte >> 4)])
        bytes.append(hexadecimal[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text with its escapes resolved; nil when an escape is broken, or the bytes are not UTF-8
  /// or hold a character that controls a terminal or a header.
  var percentUnescaped: String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    var rest = utf8.makeIterator()
    while let byte = rest.next() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.next().flatMap(Self.digit), let low = rest.next().flatMap(Self.digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(where: { $0 == 0 || $0 == 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
