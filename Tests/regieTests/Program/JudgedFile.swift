import Foundation

/// One line of `messages process --json`: what became of a file.
struct JudgedFile: Equatable, Sendable {
  /// The line as it was printed.
  let line: String
  let file: String
  let message: String?
  let direction: String?
  let outcome: String
  let codes: [String]
  let findings: [Finding]
  let reply: String?
  let position: Int?

  /// A finding about the file.
  struct Finding: Equatable, Sendable, Decodable {
    let `class`: String
    let code: String
    let rule: String
    let path: String
    let text: String
  }

  private struct Fields: Decodable {
    let file: String
    let message: String?
    let direction: String?
    let outcome: String
    let codes: [String]
    let findings: [Finding]
    let reply: String?
    let position: Int?
  }

  /// Reads a line; it must be one whole JSON object.
  init(_ line: String) throws {
    let fields = try JSONDecoder().decode(Fields.self, from: Data(line.utf8))
    self.line = line
    file = fields.file
    message = fields.message
    direction = fields.direction
    outcome = fields.outcome
    codes = fields.codes
    findings = fields.findings
    reply = fields.reply
    position = fields.position
  }

  /// The name of the file without its folder.
  var name: String { file.split(separator: "/").last.map(String.init) ?? file }
}
