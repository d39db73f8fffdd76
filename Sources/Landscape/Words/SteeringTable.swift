package import Rules

/// The table of choices as the regions publish it: a row per segment, a column per element.
///
/// - Dutch term: tabel sturingselementen en beleidsuitgangspunten
package struct SteeringTable: Hashable, Sendable {
  /// The language of its own words; what a file says stays as it is.
  package let language: Language
  package let title: String
  package let rows: [Row]

  /// The columns behind the name of the segment, in the order of the letters.
  package static let columns = SteeringElement.allCases.map(\.dutchText)

  /// The columns in the language of this table.
  package var columns: [String] { SteeringElement.allCases.map { $0.text[language] } }

  /// One segment.
  package struct Row: Hashable, Sendable {
    package let code: String
    package let number: String
    package let name: String
    /// A cell per element, each a list of short statements.
    package let cells: [[String]]
  }

  package init(_ strategy: Strategy, in language: Language = .dutch) {
    self.language = language
    title = strategy.name
    rows = strategy.segments.map { segment in
      Row(
        code: segment.code,
        number: segment.number.value ?? "",
        name: segment.name.value ?? BilingualText.nothingKnown[language],
        cells: SteeringElement.allCases.map { element in
          element.statements(of: segment).map { $0[language] }
        }
      )
    }
  }
}

/// The four elements by which a region steers.
///
/// - Dutch term: sturingselement
package enum SteeringElement: String, CaseIterable, Sendable {
  case contract
  case payment = "bekostiging"
  case supplierManagement = "leveranciersmanagement"
  case access = "toegang"

  package var dutchText: String {
    switch self {
    case .contract: "Contract"
    case .payment: "Bekostiging"
    case .supplierManagement: "Leveranciersmanagement"
    case .access: "Toegangsmanagement"
    }
  }

  package var text: BilingualText {
    let english =
      switch self {
      case .contract: "Contract"
      case .payment: "Payment"
      case .supplierManagement: "Supplier management"
      case .access: "Access management"
      }
    return BilingualText(dutchText, english)
  }

  /// What a segment chose on the element, in short statements.
  package func statements(of segment: Segment) -> [BilingualText] {
    switch self {
    case .contract:
      Self.whole(segment.contract, \.statements, segment, \.contract)
        + (segment.contract.element == nil ? [] : ProviderWords.statements(of: segment))
    case .payment:
      Self.whole(segment.payment, \.statements, segment, \.payment)
    case .supplierManagement:
      Self.whole(segment.supplierManagement, \.statements, segment, \.supplierManagement)
    case .access:
      Self.whole(segment.access, \.statements, segment, \.access)
    }
  }

  /// The statements of the segment, with those of a lot that differ behind the name of the lot.
  private static func whole<Element: Hashable & Sendable>(
    _ choice: Segment.Choice<Element>,
    _ statements: KeyPath<Element, [BilingualText]>,
    _ segment: Segment,
    _ ofLot: KeyPath<Lot, Segment.Choice<Element>>
  ) -> [BilingualText] {
    guard case .chosen(let element) = choice else { return unchosen(choice) }
    let shared = element[keyPath: statements]
    let lots = segment.lots.map { lot in
      (lot.code, lot[keyPath: ofLot].element?[keyPath: statements] ?? [])
    }
    let common = shared.filter { line in lots.allSatisfy { $0.1.contains(line) } }
    let own = lots.flatMap { code, lines in
      lines.filter { !common.contains($0) }.map { "\(code.capitalizedFirst): " + $0 }
    }
    return lots.isEmpty ? shared : common + own
  }

  private static func unchosen<Element>(_ choice: Segment.Choice<Element>) -> [BilingualText] {
    switch choice {
    case .notApplicable: [BilingualText("Niet van toepassing", "Not applicable")]
    case .unknown(let reason): [BilingualText("Onbekend: ", "Unknown: ") + .reason(reason)]
    case .chosen: []
    }
  }
}

extension String {
  /// The same with a capital at the start; "één" keeps one accent, as Dutch writes it.
  var capitalizedFirst: String {
    hasPrefix("één") ? "Eén" + dropFirst(3) : prefix(1).uppercased() + dropFirst()
  }
}
