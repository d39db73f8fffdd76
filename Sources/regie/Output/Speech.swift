import Foundation
import Rules

/// How this run of the program speaks: the language of its sentences, and text or JSON.
///
/// Read from the arguments themselves and not from a parsed command, because a command line that
/// cannot be parsed is answered in its language and form as well.
struct Speech: Sendable {
  let language: Language
  let json: Bool

  static var current: Speech { Surroundings.current.speech }

  init(_ arguments: some Sequence<String>) {
    var language = Language.dutch
    var json = false
    var isLanguage = false
    for argument in arguments {
      if argument == "--" { break }
      if isLanguage { language = Language(rawValue: argument) ?? language }
      isLanguage = argument == "--lang"
      if argument.hasPrefix("--lang=") {
        language = Language(rawValue: String(argument.dropFirst(7))) ?? language
      }
      if argument == "--json" { json = true }
    }
    self.language = language
    self.json = json
  }

  /// Arguments without those that say how to speak.
  static func removed(from arguments: some Sequence<String>) -> [String] {
    var kept: [String] = []
    var isLanguage = false
    for argument in arguments {
      let wasLanguage = isLanguage
      isLanguage = argument == "--lang"
      if wasLanguage || isLanguage || argument == "--json" || argument.hasPrefix("--lang=") {
        continue
      }
      kept.append(argument)
    }
    return kept
  }
}
