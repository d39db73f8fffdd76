import Rules

/// The choices that changed most, each in one sentence.
enum ComparisonSummary {
  static func lines(from old: Strategy, to new: Strategy) -> [BilingualText] {
    var lines: [BilingualText] = []
    for pair in SegmentPair.all(from: old, to: new) {
      guard let before = pair.old, let after = pair.new else { continue }
      let changes = sentences(from: before, to: after)
      lines.append(contentsOf: changes.map { "\(after.displayName): " + $0 })
    }
    let counts = (old.products.count, new.products.count)
    if let forms = new.productGrid?.forms.value?.count, old.productGrid == nil {
      lines.append(
        CountedNoun.product.text(counts.0)
          + BilingualText(
            counts.0 == 1 ? " wordt " : " worden ",
            counts.0 == 1 ? " becomes " : " become "
          )
          + CountedNoun.productForm.text(forms) + BilingualText(" in een raster", " in a grid")
      )
    } else if counts.0 != counts.1 {
      lines.append(
        BilingualText(
          "het aantal producten gaat van \(counts.0) naar \(counts.1)",
          "the number of products goes from \(counts.0) to \(counts.1)"
        )
      )
    }
    return lines
  }

  private static func sentences(from old: Segment, to new: Segment) -> [BilingualText] {
    let subjects: [(BilingualText, (Segment) -> BilingualText)] = [
      (BilingualText("de bekostiging", "payment"), models),
      (BilingualText("de verantwoording", "the account"), account),
      (BilingualText("de procedure", "the procedure"), procedure),
      (BilingualText("de toetreding", "entry"), entry),
      (BilingualText("de looptijd", "the term"), term),
      (BilingualText("de contractvorm", "the contract form"), form),
      (BilingualText("het leveranciersmanagement", "supplier management"), intensity),
      (BilingualText("het aantal aanbieders", "the number of providers"), count),
    ]
    return subjects.compactMap { subject, words in
      let (before, after) = (words(old), words(new))
      return before == after ? nil : .goes(subject, from: before, to: after)
    }
  }

  private static func models(_ segment: Segment) -> BilingualText {
    segment.payment.element?.models.value?.map(\.kind.text)
      .joined(separator: BilingualText(" met ", " with ")) ?? .nothingKnown
  }

  private static func account(_ segment: Segment) -> BilingualText {
    segment.payment.element?.account.value?.text ?? .nothingKnown
  }

  private static func procedure(_ segment: Segment) -> BilingualText {
    segment.contract.element?.procedure.value?.text ?? .nothingKnown
  }

  private static func entry(_ segment: Segment) -> BilingualText {
    segment.contract.element?.entry.value?.policy.value?.text ?? .nothingKnown
  }

  private static func term(_ segment: Segment) -> BilingualText {
    guard let term = segment.contract.element?.term.value, let months = term.maximumMonths else {
      return .nothingKnown
    }
    return "\(term.patternText ?? "") (" + CountedNoun.month.text(months) + ")"
  }

  private static func form(_ segment: Segment) -> BilingualText {
    segment.contract.element?.form.value.map { BilingualText(quoted: $0.rawValue) }
      ?? .nothingKnown
  }

  private static func intensity(_ segment: Segment) -> BilingualText {
    segment.supplierManagement.element?.intensity.value?.text ?? .nothingKnown
  }

  private static func count(_ segment: Segment) -> BilingualText {
    let counts = segment.lots.map { lot in
      lot.providers.value.map { ProviderWords.text($0) + " (\(lot.code))" } ?? .nothingKnown
    }
    let text =
      counts.isEmpty
      ? segment.providers.map(ProviderWords.text) ?? .nothingKnown
      : counts.joined(separator: BilingualText(" en ", " and "))
    return text == ProviderWords.unknown ? .nothingKnown : text
  }
}

extension BilingualText {
  /// `de looptijd gaat van 3+1+1 (60 maanden) naar onbekend`.
  static func goes(
    _ subject: BilingualText,
    from old: BilingualText,
    to new: BilingualText
  ) -> BilingualText {
    subject + BilingualText(" gaat van ", " goes from ") + old + BilingualText(" naar ", " to ")
      + new
  }
}
