import Journal

/// The public half of a procedure's key that one opener made: 32 bytes (X25519).
///
/// Its secret half never reaches the journal or the data folder.
///
/// - Dutch term: openbare sleutel van een opener
package struct OpenerKey: Hashable, Sendable, CustomStringConvertible {
  package static let byteCount = 32

  package let bytes: [UInt8]

  /// The key of 32 bytes; nil for any other number.
  package init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.byteCount else { return nil }
    self.bytes = bytes
  }

  /// 64 hexadecimal digits.
  package var description: String { Hexadecimal.text(bytes) }
}

extension OpenerKey: JournalText {
  var journalText: String { description }

  init?(journalText text: String) {
    guard let bytes = Hexadecimal.bytes(text) else { return nil }
    self.init(bytes)
  }
}

/// The key under which bids of a procedure are sealed: the public halves of both openers.
///
/// There is no one secret key behind it. What is sealed needs the secrets of both, so that nobody,
/// whoever made the keys included, ever held what opens a bid alone.
///
/// - Dutch term: sleutel van een procedure
package struct ProcedureKey: Hashable, Sendable {
  package let procedure: ProcedureCode
  /// The two halves, in order of the openers' names.
  package let halves: [Half]

  /// What one opener made of it.
  package struct Half: Hashable, Sendable {
    package let opener: OfficerCode
    package let key: OpenerKey
  }

  /// The key of two openers with different halves; nil for anything else.
  package init?(_ procedure: ProcedureCode, _ keys: [OfficerCode: OpenerKey]) {
    guard keys.count == 2, Set(keys.values).count == 2 else { return nil }
    self.procedure = procedure
    halves = keys.sorted { $0.key < $1.key }.map { Half(opener: $0.key, key: $0.value) }
  }
}

extension ProcedureKey {
  private static let word = "regie-bid-key-1"

  /// One line that stands in the tender documents: `regie-bid-key-1 CODE OPENER=HEX OPENER=HEX`.
  package var line: String {
    ([Self.word, procedure.description] + halves.map { "\($0.opener)=\($0.key)" })
      .joined(separator: " ")
  }

  /// Reads the line; anything else is nil.
  package init?(line: some StringProtocol) {
    let words = line.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 4, words[0] == Self.word, let code = ProcedureCode(words[1]) else {
      return nil
    }
    var keys: [OfficerCode: OpenerKey] = [:]
    for word in words.dropFirst(2) {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false)
      guard parts.count == 2, let opener = OfficerCode(parts[0]),
        let key = OpenerKey(journalText: String(parts[1]))
      else { return nil }
      keys[opener] = key
    }
    self.init(code, keys)
    guard self.line == line else { return nil }
  }
}

extension ProcurementProcedure {
  /// The key under which bids are sealed; nil until both openers made their half.
  package var key: ProcedureKey? { ProcedureKey(plan.code, openerKeys) }

  /// The openers who did not make their half yet.
  package var withoutKey: [OfficerCode] { plan.openers.filter { openerKeys[$0] == nil } }
}
