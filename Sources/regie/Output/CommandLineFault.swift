import Foundation
import Rules

/// What is wrong with a command line, read from the sentence of the argument parser.
///
/// The parser speaks English only and keeps the kinds of its errors to itself, so its sentences are
/// recognised by how they begin; a test holds them. Values that were typed are not repeated.
enum CommandLineFault: Hashable, Sendable {
  case unknownOption(String)
  case missingValue(option: String)
  case unexpectedArgument
  case missingArgument(String)
  case badValue(option: String, choices: [String])
  case other

  init(parserMessage message: String) {
    let quoted = message.split(separator: "'", omittingEmptySubsequences: false)
      .enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
    if message.hasPrefix("Unknown option"), let name = quoted.first {
      self = .unknownOption(name)
    } else if message.hasPrefix("Missing value for"), let name = quoted.first {
      self = .missingValue(option: name)
    } else if message.hasPrefix("Missing expected argument"), let name = quoted.first {
      self = .missingArgument(name)
    } else if message.hasPrefix("The value"), let name = Self.option(message) {
      let choices = message.components(separatedBy: "Please provide one of ").dropFirst().first
      let words = choices?.split(separator: "'").enumerated()
      self = .badValue(
        option: name,
        choices: words?.filter { $0.offset % 2 == 0 }.map { String($0.element) }
          .filter { $0 != "." } ?? []
      )
    } else if message.contains("nexpected argument") {
      self = .unexpectedArgument
    } else {
      self = .other
    }
  }

  /// The option in `The value 'x' is invalid for '--as <as>'`; the value may hold quotes too.
  private static func option(_ message: String) -> String? {
    guard let start = message.range(of: "is invalid for '") else { return nil }
    return message[start.upperBound...].split(separator: "'").first.map(String.init)
  }

  /// What is wrong.
  var text: BilingualText {
    switch self {
    case .unknownOption(let name):
      BilingualText("De optie \(name) bestaat niet.", "The option \(name) does not exist.")
    case .missingValue(let option):
      BilingualText("Achter \(option) ontbreekt een waarde.", "A value is missing after \(option).")
    case .unexpectedArgument:
      BilingualText(
        "Er staat een woord te veel in de opdracht, of de opdracht bestaat niet.",
        "There is a word too many in the command, or the command does not exist."
      )
    case .missingArgument(let name):
      BilingualText("In de opdracht ontbreekt \(name).", "The command lacks \(name).")
    case .badValue(let option, let choices):
      BilingualText(
        "De waarde van \(option) klopt niet."
          + (choices.isEmpty ? "" : " Kies uit: \(choices.joined(separator: ", "))."),
        "The value of \(option) is not right."
          + (choices.isEmpty ? "" : " Choose from: \(choices.joined(separator: ", ")).")
      )
    case .other: BilingualText("De opdracht klopt niet.", "The command is not right.")
    }
  }
}
