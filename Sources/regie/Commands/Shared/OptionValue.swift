import ArgumentParser
import Commissioning
import Quantities
import Rules

/// Reads the values of options into the words of the house, or says what they should look like.
enum OptionValue {
  static func municipality(
    _ text: String,
    _ option: String = "--municipality"
  ) throws -> MunicipalityCode {
    guard let code = MunicipalityCode(text) else {
      throw ProgramFailure(.notAMunicipality(option: option, text: text))
    }
    return code
  }

  static func chamber(_ text: String, _ option: String = "--provider") throws -> ChamberNumber {
    try read(
      text,
      option,
      "een KvK-nummer van acht cijfers",
      "a trade register number of eight digits"
    ) { ChamberNumber($0) }
  }

  static func claimCode(_ text: String, _ option: String) throws -> ProviderCode {
    try read(text, option, "een AGB-code van acht cijfers", "an AGB code of eight digits") {
      ProviderCode($0)
    }
  }

  static func product(_ text: String, _ option: String = "--product") throws -> ProductCode {
    try read(
      text,
      option,
      "een productcode van een tot vijf tekens",
      "a product code of one to five characters"
    ) { ProductCode($0) }
  }

  static func label<Subject>(_ text: String, _ option: String) throws -> Label<Subject> {
    try read(
      text,
      option,
      "een code van letters, cijfers, punten en streepjes",
      "a code of letters, digits, dots and dashes"
    ) { Label<Subject>($0) }
  }

  static func date(_ text: String, _ option: String) throws -> CivilDate {
    guard let day = CivilDate(text) else {
      throw ProgramFailure(.notADate(option: option, text: text))
    }
    return day
  }

  /// A number of months or weeks of a term.
  static func length(
    _ count: Int,
    _ unit: TermLength.Unit,
    _ option: String
  ) throws -> TermLength {
    guard let length = TermLength(count, unit) else {
      throw failure(option, "een getal van 1 tot 10000", "a number from 1 to 10000")
    }
    return length
  }

  static func failure(_ option: String, _ dutch: String, _ english: String) -> ProgramFailure {
    ProgramFailure(
      Status.usage,
      "usage.value",
      BilingualText("\(option): geef \(dutch).", "\(option): give \(english).")
    )
  }

  private static func read<Value>(
    _ text: String,
    _ option: String,
    _ dutch: String,
    _ english: String,
    _ parse: (String) -> Value?
  ) throws -> Value {
    guard let value = parse(text) else { throw failure(option, dutch, english) }
    return value
  }
}

/// Where something comes from; one of the three must be given.
struct BasisOptions: ParsableArguments {
  @Option(help: "The line of a document that says so, such as 003:474.") var source: String?
  @Option(help: "The act, the standard's article or the clause that says so.") var clause: String?
  @Option(help: "Why it is assumed, when no source says so.") var assumption: String?

  func basis() throws -> Basis {
    let given = [
      source.map { Basis.document($0) }, clause.map { Basis.clause($0) },
      assumption.map { Basis.assumption($0) },
    ].compactMap(\.self)
    guard let basis = given.first, given.count == 1, !basis.dutchText.hasSuffix(" ") else {
      throw OptionValue.failure(
        "--source",
        "de bron met --source, --clause of --assumption (een ervan)",
        "where it comes from with --source, --clause or --assumption (one of them)"
      )
    }
    return basis
  }
}
