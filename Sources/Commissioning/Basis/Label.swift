/// The short name by which a region knows one thing of a kind: a contract, a lot, a milestone.
///
/// The kind is part of the type, so that the name of a lot cannot be given for that of a contract.
/// 1 to 64 letters, digits, dots, dashes and underscores, so that it can stand in a file name, in a
/// web address and in a table without quotes.
///
/// - Dutch term: code (van een contract, perceel, mijlpaal)
package struct Label<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let description: String

  /// The label, or nil when the text is not one.
  package init?(_ text: some StringProtocol) {
    let isFit = text.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
      default: false
      }
    }
    guard isFit, (1...64).contains(text.utf8.count) else { return nil }
    description = String(text)
  }

  package static func < (left: Label, right: Label) -> Bool {
    left.description < right.description
  }
}

extension Label: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

/// A body that decides or advises: a portfolio board, an executive, a council.
///
/// - Dutch term: orgaan
package enum GoverningBody {}

/// The name of a body.
package typealias BodyCode = Label<GoverningBody>
/// The name of a contract.
package typealias ContractCode = Label<Contract>
/// The name of a lot.
package typealias LotCode = Label<Lot>
