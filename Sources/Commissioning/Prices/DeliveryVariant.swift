package import Quantities

/// How support is agreed and paid for.
///
/// - Dutch term: uitvoeringsvariant (iWmo/iJw 3.2, IV074)
package enum DeliveryVariant: String, CaseIterable, Hashable, Sendable {
  /// Time or pieces delivered, times a tariff (inspanningsgericht).
  case effort = "inspanningsgericht"
  /// A result for a piece price or an amount per period (outputgericht).
  case output = "outputgericht"
  /// A lump sum for a population, outside the claim messages (taakgericht).
  case task = "taakgericht"

  /// Whether the variant may be claimed by message at all.
  package var isClaimed: Bool { self != .task }

  /// Whether the unit belongs to the variant: 82 and 83 to output, the others to effort.
  package func allows(_ unit: ClaimUnit) -> Bool {
    switch self {
    case .effort: !unit.isOutput
    case .output: unit.isOutput
    case .task: true
    }
  }
}
