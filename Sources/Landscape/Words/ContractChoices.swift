import Quantities
package import Rules

/// What a segment or one of its lots chose that a running contract feels, in words.
///
/// - Dutch term: contractkeuzen van een segment of perceel
package struct ContractChoices: Hashable, Sendable {
  /// The subjects with the words for each, always in the same order.
  private let words: [(subject: BilingualText, text: BilingualText)]

  /// The choices of a lot, or of the segment where there is no such lot.
  package init(_ segment: Segment, lot code: String?) {
    let lot = code.flatMap { code in segment.lots.first { $0.code == code } }
    let contract = lot?.contract ?? segment.contract
    let payment = lot?.payment ?? segment.payment
    words = [
      (
        BilingualText("de contractvorm", "the contract form"),
        Self.text(contract) { $0.form.value.map { BilingualText(quoted: $0.rawValue) } }
      ),
      (
        BilingualText("de toetreding", "entry"),
        Self.text(contract) { $0.entry.value?.policy.value?.text }
      ),
      (
        BilingualText("de looptijd", "the term"),
        Self.text(contract) { contract in
          contract.term.value.flatMap { term in
            term.patternText.map {
              "\($0) (" + CountedNoun.month.text(term.maximumMonths ?? 0) + ")"
            }
          }
        }
      ),
      (
        BilingualText("de bekostiging", "payment"),
        Self.text(payment) { payment in
          payment.models.value?.map(\.kind.text)
            .joined(separator: BilingualText(" met ", " with "))
        }
      ),
      (
        BilingualText("de uitvoeringsvariant", "the delivery variant"),
        Self.text(payment) { $0.variant.value?.text }
      ),
      (
        BilingualText("het budgetkader", "the budget frame"),
        Self.text(payment) { payment in
          payment.budgetFrame.value.map { frame in
            payment.amount.value.map {
              frame.text + BilingualText(" van \($0.dutchText)", " of \($0.englishText)")
            } ?? frame.text
          }
        }
      ),
      (
        BilingualText("het aantal aanbieders", "the number of providers"),
        Self.count(segment, lot)
      ),
    ]
  }

  private static func text<Element>(
    _ choice: Segment.Choice<Element>,
    _ words: (Element) -> BilingualText?
  ) -> BilingualText {
    switch choice {
    case .chosen(let element): words(element) ?? .nothingKnown
    case .unknown: .nothingKnown
    case .notApplicable: BilingualText("niet van toepassing", "not applicable")
    }
  }

  private static func count(_ segment: Segment, _ lot: Lot?) -> BilingualText {
    guard let lot else { return segment.providers.map(ProviderWords.text) ?? .nothingKnown }
    return lot.providers.value.map(ProviderWords.text) ?? .nothingKnown
  }

  /// What becomes different with other choices, one sentence without a full stop for each.
  package func changes(to later: ContractChoices) -> [BilingualText] {
    zip(words, later.words).compactMap { before, after in
      before.text == after.text
        ? nil : .goes(before.subject, from: before.text, to: after.text)
    }
  }

  package static func == (left: ContractChoices, right: ContractChoices) -> Bool {
    left.words.map(\.text) == right.words.map(\.text)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(words.map(\.text)) }
}

/// The place of a contract in a strategy: its segment, and its lot when the segment has lots.
///
/// - Dutch term: plaats in de strategie
package struct StrategyPlace: Hashable, Sendable {
  package let segment: Segment
  /// The code of the lot; nil for the segment as a whole.
  package let lot: String?

  package init(segment: Segment, lot: String?) {
    self.segment = segment
    self.lot = lot
  }

  /// `Segment een, perceel regionaal`.
  package var text: BilingualText {
    let segment = BilingualText(quoted: segment.displayName)
    return lot.map { segment + BilingualText(", perceel \($0)", ", lot \($0)") } ?? segment
  }
}

extension Strategy {
  /// The place that a lot of a contract names, and else the segment of its products.
  ///
  /// A lot is named as `SEGMENT.LOT`, `SEGMENT-LOT` or `SEGMENT`, or by its own code where only one
  /// segment has such a lot.
  package func place(lot name: String?, products codes: Set<String>) -> StrategyPlace? {
    if let name, let place = place(named: name) { return place }
    let owners = Set(
      products.filter { product in
        product.productCode.value.map { codes.contains($0.description) } ?? false
      }.map(\.segment)
    )
    guard owners.count == 1, let code = owners.first, let segment = segment(code) else {
      return nil
    }
    return StrategyPlace(segment: segment, lot: nil)
  }

  private func place(named name: String) -> StrategyPlace? {
    if let segment = segment(name) { return StrategyPlace(segment: segment, lot: nil) }
    var places: [StrategyPlace] = []
    for segment in segments {
      for lot in segment.lots {
        let names = [lot.code, "\(segment.code).\(lot.code)", "\(segment.code)-\(lot.code)"]
        if names.contains(name) { places.append(StrategyPlace(segment: segment, lot: lot.code)) }
      }
    }
    return places.count == 1 ? places[0] : nil
  }

  /// Where a place of an earlier strategy goes on in this one; nil when it does not.
  package func successor(of place: StrategyPlace) -> StrategyPlace? {
    let code = place.segment.code
    guard let next = segments.first(where: { $0.code == code || $0.succeeds.contains(code) }) else {
      return nil
    }
    guard let lot = place.lot else { return StrategyPlace(segment: next, lot: nil) }
    // A segment that has no lots any more goes on as a whole; a lot that went does not.
    if next.lots.isEmpty { return StrategyPlace(segment: next, lot: nil) }
    return next.lots.contains { $0.code == lot } ? StrategyPlace(segment: next, lot: lot) : nil
  }
}
