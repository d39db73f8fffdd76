import Rules

/// All rules about what a strategy says, in the order of their numbers.
package enum StrategyRules {
  package static let all: [StrategyRule] =
    dates + choices + numbers + tensions + goals + knowledge + notes
}

extension BilingualText {
  /// The sources of rules about the form of a file.
  static let formOfFile = BilingualText("vorm van het bestand", "form of the file")
  /// The source of rules about what a file remarks on its own sources.
  static let sourceNotes = BilingualText(
    "bronopmerkingen in het bestand",
    "remarks on the sources (bronopmerkingen) in the file"
  )
  static let nothingKnown = BilingualText("onbekend", "unknown")
}

extension Strategy {
  /// What `visit` finds at the segments, each with the path that leads to it.
  func sites(_ visit: (Segment, String) -> [RuleSite]) -> [RuleSite] {
    segments.enumerated().flatMap { visit($1, "segmenten[\($0)]") }
  }
}

extension Segment {
  /// The code and the name, as sites name a segment.
  var label: String { name.value.map { "\(code) (\($0))" } ?? code }

  /// The code and the name with what is the case there.
  func site(_ path: String, _ detail: BilingualText) -> RuleSite {
    RuleSite(path, "\(label): " + detail)
  }

  /// The choices on contract, payment and access that hold somewhere: per lot, or for the whole.
  var settings: [Setting] {
    guard !lots.isEmpty else {
      return [
        Setting(
          lot: nil,
          contract: contract.element,
          payment: payment.element,
          access: access.element
        )
      ]
    }
    return lots.enumerated().map { index, lot in
      Setting(
        lot: (index, lot.code),
        contract: lot.contract.element,
        payment: lot.payment.element,
        access: lot.access.element
      )
    }
  }

  /// What is chosen in one lot, or in a segment without lots.
  struct Setting {
    let lot: (index: Int, code: String)?
    let contract: ContractElement?
    let payment: PaymentElement?
    let access: AccessElement?

    /// `, perceel lokaal`, or nothing.
    var suffix: BilingualText {
      lot.map { BilingualText(", perceel \($0.code)", ", lot \($0.code)") } ?? .empty
    }
  }
}
