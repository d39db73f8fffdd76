import Foundation
package import Rules

/// What a password must be (AU-05): long and not to be guessed, and nothing else.
package struct PasswordPolicy: Sendable {
  /// The fewest characters.
  package static let fewest = 15
  /// The most characters that are taken; all of them count.
  package static let most = 256

  /// Words of the surroundings: municipalities, the region, the product.
  private let context: [[UInt8]]

  package init(context: some Sequence<String>) {
    self.context = Array(
      Set((Array(context) + ["regie"]).flatMap(Self.words).filter { $0.count >= 4 })
    ).sorted { $0.count > $1.count }
  }

  /// Why a password is not taken; nil when it is.
  package func objection(to password: String, account: [String] = []) -> Objection? {
    if password.count < Self.fewest { return .tooShort }
    if password.count > Self.most || password.utf8.count > 4 * Self.most { return .tooLong }
    if Set(password).count < 5 { return .common }
    let letters = Self.folded(password)
    if CommonPasswords.shared.contains(letters) { return .common }
    let near = (context + account.flatMap(Self.words).filter { $0.count >= 4 })
      .sorted { $0.count > $1.count }
    var rest = letters
    var found = false
    for word in near {
      while let range = rest.firstRange(of: word) {
        rest.removeSubrange(range)
        found = true
      }
    }
    // What is left besides the name of the town must be able to stand alone.
    if found, rest.count < 8 || CommonPasswords.shared.contains(rest) { return .nearby }
    return nil
  }

  /// The words of a name as letters.
  private static func words(_ name: String) -> [[UInt8]] {
    name.split { !$0.isLetter && !$0.isNumber }.map { folded(String($0)) } + [folded(name)]
  }

  /// A password in small letters, with the usual tricks undone: `P@ssw0rd` is `password`.
  static func folded(_ password: String) -> [UInt8] {
    password.lowercased().decomposedStringWithCompatibilityMapping.utf8.compactMap { byte in
      switch byte {
      case 0x61...0x7A: byte
      case 0x30: 0x6F
      case 0x31, 0x21: 0x69
      case 0x33: 0x65
      case 0x34, 0x40: 0x61
      case 0x35, 0x24: 0x73
      case 0x37: 0x74
      case 0x32, 0x36, 0x38, 0x39: byte
      default: byte < 0x80 ? nil : byte
      }
    }
  }
}

extension PasswordPolicy {
  /// Why a password is not taken.
  package enum Objection: CaseIterable, Hashable, Sendable {
    case tooShort, tooLong, common, nearby

    /// What is wrong and what to do.
    package var text: BilingualText {
      switch self {
      case .tooShort:
        BilingualText(
          "Dit wachtwoord is korter dan \(fewest) tekens. Kies een zin van een paar woorden.",
          "This password is shorter than \(fewest) characters. Choose a sentence of a few words."
        )
      case .tooLong:
        BilingualText(
          "Dit wachtwoord is langer dan \(most) tekens. Kies een kortere zin.",
          "This password is longer than \(most) characters. Choose a shorter sentence."
        )
      case .common:
        BilingualText(
          "Dit wachtwoord is makkelijk te raden: het bestaat uit veelgebruikte woorden of rijtjes. "
            + "Kies drie of meer woorden die niets met elkaar te maken hebben.",
          "This password is easy to guess: it is made of common words or rows. Choose three or more "
            + "words that have nothing to do with each other."
        )
      case .nearby:
        BilingualText(
          "Dit wachtwoord lijkt te veel op uw naam, uw gemeente of de naam van dit programma. Kies "
            + "woorden die daar niets mee te maken hebben.",
          "This password is too much like your name, your municipality or the name of this program. "
            + "Choose words that have nothing to do with those."
        )
      }
    }
  }
}
