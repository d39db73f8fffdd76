package import Rules

/// The words of the shape of a file in English, by the Dutch words that the shape declares.
///
/// A table beside the schema and not a second text at each key, so that the schema reads as the
/// file does; a test walks every shape and finds a word that has no English.
package enum SchemaWords {
  /// A word of a table in both languages; Dutch twice where the table lacks it.
  static func text(_ dutch: String, _ table: [String: String]) -> BilingualText {
    BilingualText(dutch, table[dutch] ?? dutch)
  }

  /// The name of a block; blocks per lot are called after the whole.
  static func shape(_ dutch: String) -> BilingualText {
    let lot = " per perceel"
    if dutch.hasSuffix(lot) {
      return shape(String(dutch.dropLast(lot.count))).perLot
    }
    let model = "het model "
    if dutch.hasPrefix(model) {
      return BilingualText(dutch, "the model \(dutch.dropFirst(model.count))")
    }
    return text(dutch, shapes)
  }

  /// What one block is called.
  package static let shapes: [String: String] = [
    "contact": "contact",
    "datum tussen twee dagen": "a date between two days",
    "de bekostiging": "the payment",
    "de datum": "the date",
    "de evaluatie": "the evaluation",
    "de grondslag": "the ground",
    "de huidige producten": "the current products",
    "de looptijd": "the term",
    "de populatie": "the population",
    "de procedure": "the procedure",
    "de regio": "the region",
    "de strategie": "the strategy",
    "de toegang": "access",
    "de toetreding": "the entry",
    "de uitkomst": "the outcome",
    "de wijziging van model": "the change of model",
    "een KPI": "a KPI",
    "een afbakening": "a part of the scope",
    "een as": "an axis",
    "een begrip": "a term",
    "een begrotingsjaar": "a budget year",
    "een besluit": "a decision",
    "een bron": "a source",
    "een bronopmerking": "a remark on a source",
    "een datum per wet": "a date per act",
    "een doel": "a goal",
    "een doelgroep": "a target group",
    "een duur": "a duration",
    "een eis": "a requirement",
    "een fase": "a phase",
    "een gemeente": "a municipality",
    "een gunningscriterium": "an award criterion",
    "een indicator": "an indicator",
    "een kengetal": "a key figure",
    "een kwaliteitseis": "a quality requirement",
    "een mijlpaal": "a milestone",
    "een niveau": "a level",
    "een orgaan": "a body",
    "een overgangsregel": "a transition rule",
    "een perceel": "a lot",
    "een prijs": "a price",
    "een prikkel": "an incentive",
    "een product": "a product",
    "een productvorm": "a product form",
    "een randvoorwaarde": "a condition",
    "een regel bij gelijke stand": "a tie-break rule",
    "een regel van de toegang": "a rule of access",
    "een resultaatgebied": "a result area",
    "een segment": "a segment",
    "een stap van de besluitvorming": "a step of the decision making",
    "een stap van een besluit": "a step of a decision",
    "een termijn": "a term",
    "een uitgangspunt": "a principle",
    "een waarde van een as": "a value of an axis",
    "het aantal aanbieders": "the number of providers",
    "het contract": "the contract",
    "het leveranciersmanagement": "the supplier management",
    "het planbestand van een procedure": "the plan file of a procedure",
    "het planbestand van een programma": "the plan file of a programme",
    "het productraster": "the product grid",
    "het programma": "the programme",
    "het rekenvoorbeeld": "the worked example",
    "het segment": "the segment",
    "het strategiebestand": "the strategy file",
    "omzetten in plekken": "turning into places",
    "onbekend": "unknown",
    "wat eerst moet": "what must come first",
    "wie bepaalt": "who decides",
  ]

  /// What a code names.
  package static let kinds: [String: String] = [
    "begrip": "term",
    "besluit": "decision",
    "bron": "source",
    "bronopmerking": "remark on a source",
    "doel": "goal",
    "doelgroep": "target group",
    "eis": "requirement",
    "fase": "phase",
    "gemeente": "municipality",
    "gunningscriterium": "award criterion",
    "kengetal": "key figure",
    "kpi": "KPI",
    "mijlpaal": "milestone",
    "orgaan": "body",
    "overgangsregel": "transition rule",
    "perceel": "lot",
    "procedure": "procedure",
    "product": "product",
    "productvorm": "product form",
    "programma": "programme",
    "randvoorwaarde": "condition",
    "regio": "region",
    "resultaatgebied": "result area",
    "segment": "segment",
    "strategie": "strategy",
    "type": "type",
    "uitgangspunt": "principle",
  ]
}

extension BilingualText {
  fileprivate var perLot: BilingualText { self + BilingualText(" per perceel", " per lot") }
}

extension StrategySchema.Shape {
  /// What one such block is called, in both languages.
  package var title: BilingualText { SchemaWords.shape(name) }
}

extension StrategySchema.Field {
  /// What the key is called, in both languages.
  package var title: BilingualText { SchemaWords.text(label, SchemaWords.labels) }
}

extension StrategySchema.CodeKind {
  /// What a code names, in both languages.
  package var title: BilingualText { SchemaWords.text(rawValue, SchemaWords.kinds) }
}
