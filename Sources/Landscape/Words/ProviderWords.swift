/// How many providers a segment wants, in the words of the letters.
enum ProviderWords {
  static let unknown = "aantal aanbieders onbekend"

  /// The numbers of a segment: per lot where there are lots.
  static func statements(of segment: Segment) -> [String] {
    var lines: [String] = []
    if segment.lots.count > 1 {
      let names = segment.lots.map(\.code)
      lines.append("\(names.joined(separator: " en ").capitalizedFirst) perceel")
    }
    for lot in segment.lots {
      let name = segment.lots.count > 1 ? "\(lot.code.capitalizedFirst): " : "Eén perceel: "
      switch lot.providers {
      case .known(let count): lines.append(name + text(count))
      case .unknown: lines.append(name + unknown)
      }
    }
    if let count = segment.providers { lines.append(text(count).capitalizedFirst) }
    return lines
  }

  /// `10-20 aanbieders`, `maximaal 30 aanbieders`, `circa 15 aanbieders`.
  static func text(_ count: ProviderCount) -> String {
    let reach = count.reach == .wholeRegion ? " voor de hele regio" : ""
    let number: String? =
      switch (count.minimum.value, count.maximum.value, count.target.value) {
      case (let low?, let high?, _): "\(low)-\(high) aanbieders"
      case (nil, let high?, _): "maximaal \(high) aanbieders"
      case (let low?, nil, _): "minimaal \(low) aanbieders"
      case (nil, nil, let target?): "\(count.isApproximate ? "circa " : "")\(target) aanbieders"
      case (nil, nil, nil): nil
      }
    let parts = [number.map { $0 + reach }, count.composition, count.expectation]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? unknown : text + count.provenance.mark
  }
}
