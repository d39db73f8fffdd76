package import Quantities

/// The choices where the standard leaves an interpretation open.
///
/// Each rule that follows one names it in its `choice`.
package struct AccessSettings: Hashable, Sendable {
  /// Where the code of TR374 goes, for which the standard names no class.
  package var openRequestClass: OpenRequestClass
  /// Categories whose products may overlap (TR302, TR361): in the Wmo the aids, 11 to 14.
  package var overlapExempt: Set<ProductCategory>
  /// Whether a start or stop may come without an allocation number (task variant, IV096).
  package var deliveryWithoutAllocation: Bool
  /// Whether a stop may point to an allocation that was deleted after the start.
  package var stopOnDeletedAllocation: Bool

  /// The class that a code is put on.
  package enum OpenRequestClass: String, Hashable, CaseIterable, Sendable {
    case client
    /// AangevraagdProduct in a 315, Verzoek in a 317.
    case request
  }

  package init(
    openRequestClass: OpenRequestClass = .client,
    overlapExempt: Set<ProductCategory> = AccessSettings.aids,
    deliveryWithoutAllocation: Bool = true,
    stopOnDeletedAllocation: Bool = true
  ) {
    self.openRequestClass = openRequestClass
    self.overlapExempt = overlapExempt
    self.deliveryWithoutAllocation = deliveryWithoutAllocation
    self.stopOnDeletedAllocation = stopOnDeletedAllocation
  }

  /// Wheelchairs, transport aids, home adaptations and other aids (WMO020 codes 11 to 14).
  package static let aids = Set((11...14).map { ProductCategory(uncheckedNumber: $0) })
}
