import Foundation
import Messages
import Testing

/// What an answer says, without what its maker is free to choose: its own number, its day and the
/// version of its style sheet.
///
/// Prefixes and white space are no part of a typed message, so they do not count either.
struct Content: Equatable {
  let lines: [String]

  init(_ path: String) throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let read = MessageReader.read(bytes.span)
    let message = try #require(read.message, "\(path): \(read.findings.map(\.text))")
    let grammar = message.type.grammar
    let free = Content.free(message.type)
    var lines = [message.type.name]
    for field in grammar.fields where !free.contains(grammar[field].fullPath) {
      for row in 0..<message.count(field.table) where message.isPresent(field, row) {
        lines.append("\(message.path(field, row)) = \(message.text(field, row) ?? "")")
      }
    }
    self.lines = lines
  }

  private static func free(_ type: MessageType) -> Set<String> {
    let own =
      type.grammar.field("Header/IdentificatieRetour") == nil
      ? ["BerichtIdentificatie/Identificatie", "BerichtIdentificatie/Dagtekening"]
      : ["IdentificatieRetour", "DagtekeningRetour"]
    return Set((own + ["XsltVersie"]).map { "Header/" + $0 })
  }

  /// The return codes, sorted and each once.
  static func codes(_ path: String) throws -> [String] {
    let lines = try Content(path).lines
    let codes = lines.filter { $0.contains("/RetourCode") }.compactMap {
      $0.split(separator: " ").last.map(String.init)
    }
    return Set(codes).sorted()
  }
}
