import Rules

/// How many providers a segment wants, in the words of the letters.
enum ProviderWords {
  static let unknown = BilingualText("aantal aanbieders onbekend", "number of providers unknown")

  /// The numbers of a segment: per lot where there are lots.
  static func statements(of segment: Segment) -> [BilingualText] {
    var lines: [BilingualText] = []
    if segment.lots.count > 1 {
      let names = segment.lots.map { BilingualText(quoted: $0.code) }
      let list = names.joined(separator: BilingualText(" en ", " and ")).capitalizedFirst
      lines.append(list + BilingualText(" perceel", " lot"))
    }
    for lot in segment.lots {
      let name =
        segment.lots.count > 1
        ? BilingualText(quoted: "\(lot.code.capitalizedFirst): ")
        : BilingualText("Eén perceel: ", "One lot: ")
      switch lot.providers {
      case .known(let count): lines.append(name + text(count))
      case .unknown: lines.append(name + unknown)
      }
    }
    if let count = segment.providers { lines.append(text(count).capitalizedFirst) }
    return lines
  }

  /// `10-20 aanbieders`, `maximaal 30 aanbieders`, `circa 15 aanbieders`.
  static func text(_ count: ProviderCount) -> BilingualText {
    let reach =
      count.reach == .wholeRegion
      ? BilingualText(" voor de hele regio", " for the whole region") : .empty
    let providers = CountedNoun.provider
    let number: BilingualText? =
      switch (count.minimum.value, count.maximum.value, count.target.value) {
      case (let low?, let high?, _): "\(low)-" + providers.text(high)
      case (nil, let high?, _): BilingualText("maximaal ", "at most ") + providers.text(high)
      case (let low?, nil, _): BilingualText("minimaal ", "at least ") + providers.text(low)
      case (nil, nil, let target?):
        (count.isApproximate ? BilingualText("circa ", "about ") : .empty) + providers.text(target)
      case (nil, nil, nil): nil
      }
    let quoted = [count.composition, count.expectation].map { $0.map(BilingualText.init(quoted:)) }
    let parts = ([number.map { $0 + reach }] + quoted).compactMap { $0 }
    return parts.isEmpty ? unknown : parts.joined(separator: ", ") + count.provenance.markText
  }
}
