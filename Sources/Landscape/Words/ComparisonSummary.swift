/// The choices that changed most, each in one sentence.
enum ComparisonSummary {
  static func lines(from old: Strategy, to new: Strategy) -> [String] {
    var lines: [String] = []
    for pair in SegmentPair.all(from: old, to: new) {
      guard let before = pair.old, let after = pair.new else { continue }
      let changes = sentences(from: before, to: after)
      lines.append(contentsOf: changes.map { "\(after.displayName): \($0)" })
    }
    let counts = (old.products.count, new.products.count)
    if let forms = new.productGrid?.forms.value?.count, old.productGrid == nil {
      lines.append("\(counts.0) producten worden \(forms) productvormen in een raster")
    } else if counts.0 != counts.1 {
      lines.append("\(counts.0) producten worden er \(counts.1)")
    }
    return lines
  }

  private static func sentences(from old: Segment, to new: Segment) -> [String] {
    let pairs: [(String, String, String)] = [
      ("de bekostiging gaat van", models(old), models(new)),
      ("de verantwoording gaat van", account(old), account(new)),
      ("de procedure gaat van", procedure(old), procedure(new)),
      ("de toetreding gaat van", entry(old), entry(new)),
      ("de looptijd gaat van", term(old), term(new)),
      ("de contractvorm gaat van", form(old), form(new)),
      ("het leveranciersmanagement gaat van", intensity(old), intensity(new)),
      ("het aantal aanbieders gaat van", count(old), count(new)),
    ]
    return pairs.filter { $0.1 != $0.2 }.map { "\($0.0) \($0.1) naar \($0.2)" }
  }

  private static func models(_ segment: Segment) -> String {
    segment.payment.element?.models.value?.map(\.kind.dutchText).joined(separator: " met ")
      ?? "onbekend"
  }

  private static func account(_ segment: Segment) -> String {
    segment.payment.element?.account.value?.rawValue ?? "onbekend"
  }

  private static func procedure(_ segment: Segment) -> String {
    segment.contract.element?.procedure.value?.dutchText ?? "onbekend"
  }

  private static func entry(_ segment: Segment) -> String {
    segment.contract.element?.entry.value?.policy.value?.dutchText ?? "onbekend"
  }

  private static func term(_ segment: Segment) -> String {
    guard let term = segment.contract.element?.term.value, let months = term.maximumMonths else {
      return "onbekend"
    }
    return "\(term.patternText ?? "") (\(months) maanden)"
  }

  private static func form(_ segment: Segment) -> String {
    segment.contract.element?.form.value?.rawValue ?? "onbekend"
  }

  private static func intensity(_ segment: Segment) -> String {
    segment.supplierManagement.element?.intensity.value?.dutchText ?? "onbekend"
  }

  private static func count(_ segment: Segment) -> String {
    let counts = segment.lots.map { lot in
      lot.providers.value.map { "\(ProviderWords.text($0)) (\(lot.code))" } ?? "onbekend"
    }
    let text =
      counts.isEmpty
      ? segment.providers.map(ProviderWords.text) ?? "onbekend"
      : counts.joined(separator: " en ")
    return text == ProviderWords.unknown ? "onbekend" : text
  }
}
