import Foundation

/// A small program of the build: writes data files down as the string literals of one Swift file.
///
/// `TableEmbedder OUTPUT FILE...`; the text of `return-codes.tsv` becomes
/// `EmbeddedTables.returnCodes`, byte for byte.
@main
enum TableEmbedder {
  static func main() throws {
    let paths = CommandLine.arguments.dropFirst()
    guard let output = paths.first else { throw Refusal(reason: "say where to write to") }
    let files = paths.dropFirst().map { URL(filePath: $0) }
    var text = "package enum EmbeddedTables {\n"
    for file in files { text += try constant(file) }
    text += "/// All texts by the names of their files.\npackage static let files = [\n"
    for file in files { text += "\"\(file.lastPathComponent)\": \(name(of: file)),\n" }
    text += "]\n}\n"
    try text.write(toFile: output, atomically: true, encoding: .utf8)
  }

  /// A file as a constant of the enum.
  ///
  /// Of a literal over several lines the last line end does not count, so one is added; and what
  /// would end the literal, or be read as something else than it is, must not stand in the file.
  private static func constant(_ file: URL) throws -> String {
    guard let text = String(data: try Data(contentsOf: file), encoding: .utf8) else {
      throw Refusal(reason: "\(file.lastPathComponent) is not UTF-8")
    }
    guard !text.utf8.contains(UInt8(ascii: "\r")), !text.utf8.contains(0), !text.contains("##")
    else {
      throw Refusal(reason: "\(file.lastPathComponent) holds a carriage return, a zero or ##")
    }
    return "package static let \(name(of: file)) = ##\"\"\"\n\(text)\n\"\"\"##\n"
  }

  /// A file's name in the spelling of a constant: `return-codes` is `returnCodes`.
  private static func name(of file: URL) -> String {
    let words = file.deletingPathExtension().lastPathComponent.split(separator: "-")
    return ([words.first.map(String.init) ?? ""] + words.dropFirst().map(\.capitalized)).joined()
  }
}

/// Why nothing was written.
struct Refusal: Error, CustomStringConvertible {
  let reason: String

  var description: String { reason }
}
