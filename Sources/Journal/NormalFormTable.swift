/// What Unicode says of canonical equivalence, read from the data file of this target.
struct NormalFormTable: Sendable {
  static let shared = NormalFormTable(EmbeddedTables.normalForm)

  /// The version of Unicode.
  let version: String
  /// What a scalar is made of, one level down.
  private(set) var parts: [UInt32: [UInt32]] = [:]
  private var classes: [UInt32: Int] = [:]
  private var wholes: [UInt64: UInt32] = [:]
  /// Scalars without a class that the normal form changes, or may join with what precedes them.
  private var unstable: Set<UInt32> = []

  /// Reads the data file; a line that is not understood there is a mistake of ours and traps.
  private init(_ text: String) {
    let lines = text.split(separator: "\n")
    version = lines.first?.split(separator: " ").last.map { String($0.dropLast()) } ?? ""
    for line in lines where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      precondition(words.count >= 3, "a line of the normal form: \(line)")
      if words[0] == "c" {
        for scalar in Self.scalar(words[1])...Self.scalar(words[2]) {
          classes[scalar] = Int(words[3])
        }
      } else {
        take(words.dropFirst().map(Self.scalar), isComposed: words[0] == "d")
      }
    }
    // The vowels and closing letters of Korean join what precedes them.
    unstable.formUnion(0x1161...0x1175)
    unstable.formUnion(0x11A8...0x11C2)
  }

  private mutating func take(_ scalars: [UInt32], isComposed: Bool) {
    parts[scalars[0]] = Array(scalars.dropFirst())
    if isComposed {
      wholes[Self.pair(scalars[1], scalars[2])] = scalars[0]
      unstable.insert(scalars[2])
    } else {
      unstable.insert(scalars[0])
    }
  }

  private static func scalar(_ word: Substring) -> UInt32 {
    guard let scalar = UInt32(word, radix: 16) else {
      preconditionFailure("a scalar of the normal form: \(word)")
    }
    return scalar
  }

  private static func pair(_ left: UInt32, _ right: UInt32) -> UInt64 {
    UInt64(left) << 32 | UInt64(right)
  }
}

extension NormalFormTable {
  /// The place of a mark among the marks of a letter; 0 for what is no mark.
  func combiningClass(_ scalar: UInt32) -> Int { scalar < 0x300 ? 0 : classes[scalar] ?? 0 }

  /// The scalar that stands for two.
  func whole(_ left: UInt32, _ right: UInt32) -> UInt32? { wholes[Self.pair(left, right)] }

  /// Whether a scalar is in normal form wherever it stands.
  func isStable(_ scalar: UInt32) -> Bool {
    scalar < 0x300 || (classes[scalar] == nil && !unstable.contains(scalar))
  }
}
