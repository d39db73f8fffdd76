import Commissioning
import Journal
import Landscape
import Quantities
import Region
import Rules

/// The days that stand for a strategy or are given as a day.
enum TransitionDay {
  /// A day, or the first day of a strategy.
  static func first(_ text: String, in state: RegionState) throws -> CivilDate {
    if let day = CivilDate(text) { return day }
    guard let day = state.strategies.current(text)?.strategy.firstDay else {
      throw unknown("--to", text)
    }
    return day
  }

  /// A day, or the last day of a strategy; the day before another one when it has no last day.
  static func last(
    _ text: String,
    in state: RegionState,
    before after: CivilDate
  ) throws -> CivilDate {
    if let day = CivilDate(text) { return day }
    guard let adoption = state.strategies.current(text) else { throw unknown("--from", text) }
    return state.strategies.days(of: adoption.strategy)?.last ?? after.adding(days: -1)
  }

  private static func unknown(_ option: String, _ text: String) -> ProgramFailure {
    ProgramFailure(
      Status.usage,
      "usage.strategyOrDate",
      BilingualText(
        "\(option) \(text) is geen datum en geen vastgestelde strategie met een eerste dag; "
          + "schrijf 2022-01-01 of de code van een strategie (zie `regie strategy list`).",
        "\(option) \(text) is neither a date nor an adopted strategy with a first day; write "
          + "2022-01-01 or the code of a strategy (see `regie strategy list`)."
      )
    )
  }
}

/// How the transition is shown: as lines for people and as objects for programs.
enum TransitionWords {
  static func unknown(_ name: Trajectory.Name) -> ProgramFailure {
    ProgramFailure(
      Status.noSuchFile,
      "allocation.missing",
      BilingualText(
        "Toewijzing \(name) is niet bekend; controleer gemeente en nummer.",
        "Allocation \(name) is not known; check municipality and number."
      )
    )
  }

  // MARK: - The difference

  static func lines(
    _ difference: ContractedDifference,
    _ silent: [ChamberNumber],
    isPublished: Bool
  ) -> [String] {
    let counts = isPublished ? difference.published : difference.exact
    let head = BilingualText(
      "Gecontracteerd op \(difference.before.dutchText) en op \(difference.after.dutchText):",
      "Contracted on \(difference.before) and on \(difference.after):"
    )
    let rows = zip(difference.providers, counts.providers).map { change, row in
      [
        change.provider.description, change.name ?? "", change.kind.text[language],
        places(change.lost), row.affectedResidents.text, row.stillRunning.text,
      ].joined(separator: "\t")
    }
    let foot = BilingualText(
      "Inwoners bij aanbieders die hun contract verliezen: \(counts.affectedResidents.text); "
        + "van hen loopt de ondersteuning dan nog bij \(counts.stillRunning.text), en die wordt "
        + "afgemaakt (bron 001:57-59).",
      "Residents at providers that lose their contract: \(counts.affectedResidents.text); of "
        + "them \(counts.stillRunning.text) still have support then, which is finished (source "
        + "001:57-59)."
    )
    let note = isPublished ? [rounded[language]] : []
    return [head[language]] + rows + [foot[language]] + note
      + (silent.isEmpty ? [] : [ask(silent)])
  }

  /// What is said under counts that may leave the case level.
  private static let rounded = BilingualText(
    "Aantallen onder 10, en die waaruit zij te berekenen zijn, staan er niet (.); de andere zijn "
      + "afgerond op 5, zodat totalen niet hoeven te kloppen.",
    "Counts under 10, and those they could be computed from, are not shown (.); the others are "
      + "rounded to 5, so totals need not add up."
  )

  /// The contracted providers that still have to say what they stand for.
  private static func ask(_ silent: [ChamberNumber]) -> String {
    let providers = silent.map(\.description).joined(separator: " ")
    return BilingualText(
      "Nog zonder beschrijving, vraag erom (bron 001:80-85): \(providers)",
      "Without a description still, ask for it (source 001:80-85): \(providers)"
    )[language]
  }

  private static var language: Language { Speech.current.language }

  private static func places(_ places: [ProviderChange.Place]) -> String {
    places.map { "\($0.municipality)/\($0.product)" }.joined(separator: " ")
  }

  static func json(
    _ difference: ContractedDifference,
    _ silent: [ChamberNumber],
    isPublished: Bool
  ) -> [UInt8] {
    let counts = isPublished ? difference.published : difference.exact
    return JSONWriter.object { json in
      json.field("from", difference.before.description)
      json.field("to", difference.after.description)
      json.field("published", isPublished)
      write(counts.affectedResidents, counts.stillRunning, to: &json)
      json.array("withoutProfile") { json in
        for provider in silent { json.string(provider.description) }
      }
      json.array("providers") { json in
        for (change, row) in zip(difference.providers, counts.providers) {
          json.object { json in
            json.field("provider", change.provider.description)
            json.field("name", ifPresent: change.name)
            json.field("change", change.kind.rawValue)
            write("lost", change.lost, to: &json)
            write("gained", change.gained, to: &json)
            write(row.affectedResidents, row.stillRunning, to: &json)
          }
        }
      }
    }
  }

  /// A count that is not shown has no key.
  private static func write(
    _ affected: PublishedCount,
    _ running: PublishedCount,
    to json: inout JSONWriter
  ) {
    json.field("affectedResidents", ifPresent: affected.count.map { Int64($0) })
    json.field("stillRunning", ifPresent: running.count.map { Int64($0) })
  }

  private static func write(
    _ key: String,
    _ places: [ProviderChange.Place],
    to json: inout JSONWriter
  ) {
    json.array(key) { json in
      for place in places {
        json.object { json in
          json.field("municipality", place.municipality.description)
          json.field("product", place.product.description)
        }
      }
    }
  }
}

// MARK: - Rules and adoptions

extension TransitionWords {
  static func line(_ clause: TransitionClause, of policy: TransitionPolicy) -> String {
    let bases = clause.bases.map { $0.text[language] }.joined(separator: "; ")
    return [
      policy.code.description, clause.code.description, clause.kind.rawValue,
      clause.period.first.description, clause.period.last?.description ?? "",
      clause.weight.rawValue, clause.text, bases,
    ].joined(separator: "\t")
  }

  static func json(_ clause: TransitionClause, of policy: TransitionPolicy) -> [UInt8] {
    JSONWriter.object { json in
      json.field("strategy", policy.code.description)
      json.field("rule", clause.code.description)
      json.field("kind", clause.kind.rawValue)
      json.field("from", clause.period.first.description)
      json.field("through", ifPresent: clause.period.last?.description)
      json.field("weight", clause.weight.rawValue)
      json.field("text", clause.text)
      json.array("sources") { json in
        for basis in clause.bases { json.string(basis.dutchText) }
      }
    }
  }

  static func line(_ adoption: TransitionAdoption) -> String {
    let products = adoption.products.map(\.description).joined(separator: " ")
    let word = BilingualText("overgenomen", "adopted")
    return [
      adoption.policy.description, word[language], adoption.municipality.description, products,
      adoption.period.first.description, adoption.period.last?.description ?? "",
    ].joined(separator: "\t")
  }

  static func json(_ adoption: TransitionAdoption) -> [UInt8] {
    JSONWriter.object { json in
      json.field("strategy", adoption.policy.description)
      json.field("adoptedBy", adoption.municipality.description)
      json.array("products") { json in
        for product in adoption.products { json.string(product.description) }
      }
      json.field("from", adoption.period.first.description)
      json.field("through", ifPresent: adoption.period.last?.description)
    }
  }
}

// MARK: - Signals

extension TransitionWords {
  static func line(_ signal: TransitionSignal, _ reason: TransitionBook.Reason?) -> String {
    let given = reason.map { reason in
      BilingualText(
        "Reden (\(reason.on.dutchText)): \(reason.text)",
        "Reason (\(reason.on)): \(reason.text)"
      )[language]
    }
    return [
      signal.key.trajectory.description, signal.key.policy.description,
      signal.clause.code.description, signal.text.with(signal.bases)[language],
      given ?? BilingualText("Nog geen reden.", "No reason yet.")[language],
    ].joined(separator: "\t")
  }

  static func json(
    _ signal: TransitionSignal,
    _ reason: TransitionBook.Reason?,
    _ language: Language
  ) -> [UInt8] {
    JSONWriter.object { json in
      write(signal, language, to: &json)
      guard let reason else { return }
      json.object("reason") { json in
        json.field("on", reason.on.description)
        json.field("text", reason.text)
      }
    }
  }

  private static func write(
    _ signal: TransitionSignal,
    _ language: Language,
    to json: inout JSONWriter
  ) {
    json.field("municipality", signal.key.trajectory.municipality.description)
    json.field("allocation", signal.key.trajectory.number)
    json.field("strategy", signal.key.policy.description)
    json.field("rule", signal.clause.code.description)
    json.field("kind", signal.clause.kind.rawValue)
    json.field("weight", signal.clause.weight.rawValue)
    json.field("provider", signal.trajectory.provider.description)
    json.field("bought", signal.trajectory.bought.description)
    json.field("text", signal.text[language])
    json.array("sources") { json in
      for basis in signal.bases { json.string(basis.dutchText) }
    }
  }

  static func text(_ verdict: TransitionVerdict) -> BilingualText {
    switch verdict {
    case .outside(let why): why.text
    case .finished(let clause):
      BilingualText(
        "Liep al en wordt afgemaakt.",
        "It was running already and is finished."
      ).with(clause.bases)
    case .inOrder: BilingualText("In orde.", "In order.")
    case .signal(let signal): signal.text.with(signal.bases)
    }
  }

  static func json(
    _ verdict: TransitionVerdict,
    of policy: TransitionPolicy,
    _ name: Trajectory.Name,
    _ language: Language
  ) -> [UInt8] {
    JSONWriter.object { json in
      if let signal = verdict.signal {
        json.field("verdict", "signal")
        write(signal, language, to: &json)
        return
      }
      let word =
        switch verdict {
        case .outside(let why): why.rawValue
        case .finished: "finished"
        case .inOrder, .signal: "in-order"
        }
      json.field("verdict", word)
      json.field("municipality", name.municipality.description)
      json.field("allocation", name.number)
      json.field("strategy", policy.code.description)
      json.field("text", text(verdict)[language])
    }
  }
}

extension TransitionVerdict.Outside {
  fileprivate var text: BilingualText {
    switch self {
    case .ownDelivery:
      BilingualText(
        "Eigen uitvoering (inbesteding): valt erbuiten (bron 001:28-31).",
        "Own delivery: outside of it (source 001:28-31)."
      )
    case .notAdopted:
      BilingualText(
        "De gemeente heeft het advies voor deze dag niet overgenomen.",
        "The municipality did not adopt the advice for this day."
      )
    case .otherProduct:
      BilingualText(
        "Het advies gaat over een ander product, of de toewijzing noemt er geen.",
        "The advice is about another product, or the allocation names none."
      )
    case .noClause:
      BilingualText("Op deze dag geldt geen regel.", "No rule holds on this day.")
    }
  }
}
