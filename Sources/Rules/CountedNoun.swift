/// A word for what is counted, with its plural in both languages: `1 aanbieder`, `2 aanbieders`.
///
/// One table, so that no sentence says `1 dagen` or hides behind a plural in brackets.
package enum CountedNoun: CaseIterable, Hashable, Sendable {
  case assessor, bid, contract, contractedProvider, day, freePlace, line, message, milestone
  case month, openingBalance, allocation, price, product, productForm, provider, record, report
  case error, place, year, step, segment, hour, character, municipality, week, workingDay, point
  case finding, cell
}

extension CountedNoun {
  /// How a language writes one and several of the word.
  private var forms: (dutch: (String, String), english: (String, String)) {
    switch self {
    case .assessor: (("beoordelaar", "beoordelaars"), ("assessor", "assessors"))
    case .bid: (("inschrijving", "inschrijvingen"), ("bid", "bids"))
    case .contract: (("contract", "contracten"), ("contract", "contracts"))
    case .contractedProvider:
      (
        ("gecontracteerde aanbieder", "gecontracteerde aanbieders"),
        ("contracted provider", "contracted providers")
      )
    case .day: (("dag", "dagen"), ("day", "days"))
    case .freePlace: (("vrije plaats", "vrije plaatsen"), ("free place", "free places"))
    case .line: (("regel", "regels"), ("line", "lines"))
    case .message: (("bericht", "berichten"), ("message", "messages"))
    case .milestone: (("mijlpaal", "mijlpalen"), ("milestone", "milestones"))
    case .month: (("maand", "maanden"), ("month", "months"))
    case .openingBalance: (("beginstand", "beginstanden"), ("opening balance", "opening balances"))
    case .allocation: (("toewijzing", "toewijzingen"), ("allocation", "allocations"))
    case .price: (("prijs", "prijzen"), ("price", "prices"))
    default: laterForms
    }
  }

  private var laterForms: (dutch: (String, String), english: (String, String)) {
    switch self {
    case .product: (("product", "producten"), ("product", "products"))
    case .productForm: (("productvorm", "productvormen"), ("product form", "product forms"))
    case .provider: (("aanbieder", "aanbieders"), ("provider", "providers"))
    case .record: (("inzage", "inzagen"), ("record", "records"))
    case .report: (("opgave", "opgaven"), ("report", "reports"))
    case .error: (("fout", "fouten"), ("error", "errors"))
    case .place: (("plaats", "plaatsen"), ("place", "places"))
    // After a number Dutch writes no plural of these.
    case .year: (("jaar", "jaar"), ("year", "years"))
    case .hour: (("uur", "uur"), ("hour", "hours"))
    case .step: (("stap", "stappen"), ("step", "steps"))
    case .segment: (("segment", "segmenten"), ("segment", "segments"))
    case .character: (("teken", "tekens"), ("character", "characters"))
    case .municipality: (("gemeente", "gemeenten"), ("municipality", "municipalities"))
    case .point: (("punt", "punten"), ("point", "points"))
    case .finding: (("bevinding", "bevindingen"), ("finding", "findings"))
    case .cell: (("cel", "cellen"), ("cell", "cells"))
    case .week: (("week", "weken"), ("week", "weeks"))
    default: (("werkdag", "werkdagen"), ("working day", "working days"))
    }
  }

  /// The number with the word: `1 dag` and `1 day`, `3 dagen` and `3 days`.
  package func text(_ count: some BinaryInteger) -> BilingualText {
    let word = word(count)
    return BilingualText("\(count) \(word.dutch)", "\(count) \(word.english)")
  }

  /// The word alone, as it stands with a number.
  package func word(_ count: some BinaryInteger) -> BilingualText {
    count == 1
      ? BilingualText(forms.dutch.0, forms.english.0)
      : BilingualText(forms.dutch.1, forms.english.1)
  }
}
