package import People
package import Quantities

/// The right of one client to support by one provider, in all its versions.
///
/// - Dutch term: toewijzing (iWmo 3.2 bericht 301)
package struct Allocation: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let number: Int64
  package let provider: ProviderCode
  package let client: ClientKey
  /// The version with the latest decision (IV013).
  package private(set) var current: AllocationVersion
  /// The other versions, by moment of decision.
  package private(set) var earlier: [AllocationVersion]
  /// The versions whose message was refused later, in the order in which they were taken back.
  ///
  /// They give no right to anything; verdicts of before rest on them.
  package private(set) var annulledVersions: [AllocationVersion]
  /// Whether every message that brought a version was refused: nobody counts on the number.
  package private(set) var isAnnulled: Bool

  package init(
    municipality: MunicipalityCode,
    number: Int64,
    provider: ProviderCode,
    client: ClientKey,
    current: AllocationVersion,
    earlier: [AllocationVersion] = [],
    annulledVersions: [AllocationVersion] = [],
    isAnnulled: Bool = false
  ) {
    self.municipality = municipality
    self.number = number
    self.provider = provider
    self.client = client
    self.current = current
    self.earlier = earlier
    self.annulledVersions = annulledVersions
    self.isAnnulled = isAnnulled
  }
}

extension Allocation {
  /// All versions by moment of decision; the last one is current.
  package var versions: [AllocationVersion] { earlier + [current] }

  /// Whether the current version deletes the allocation: it counts as never sent.
  package var isDeleted: Bool { current.isDeleted }

  /// Whether someone may still count on it on a day: not deleted, not ended, perhaps not begun.
  ///
  /// - Dutch term: actuele toewijzing (iWmo 3.2 TR349)
  package func isCurrent(on day: CivilDate) -> Bool {
    !isAnnulled && !isDeleted && current.terms.lasts(on: day)
  }

  /// The version that a message brought, also when it was annulled since; nil when it brought none.
  package func version(broughtBy position: Int64) -> AllocationVersion? {
    if current.position == position { return current }
    return earlier.first { $0.position == position }
      ?? annulledVersions.first { $0.position == position }
  }

  /// The version of a moment of decision.
  package func version(decided: DecisionMoment) -> AllocationVersion? {
    if isAnnulled { return nil }
    return current.decided == decided ? current : earlier.first { $0.decided == decided }
  }

  /// Whether the number is the same client's at the same provider.
  package func belongs(to client: ClientKey, at provider: ProviderCode) -> Bool {
    self.client == client && self.provider == provider
  }
}

// MARK: - Taking in and taking back

extension Allocation {
  /// Takes in a version; one of a moment that is known already changes nothing.
  mutating func record(_ version: AllocationVersion) {
    if isAnnulled {
      annulledVersions.append(current)
      current = version
      earlier = []
      isAnnulled = false
    } else if version.decided > current.decided {
      earlier.append(current)
      current = version
    } else if self.version(decided: version.decided) == nil {
      let place = earlier.firstIndex { $0.decided > version.decided } ?? earlier.count
      earlier.insert(version, at: place)
    }
  }

  /// Takes back the versions that came with a message; the latest of the others becomes current.
  mutating func annul(position: Int64) {
    annulledVersions += earlier.filter { $0.position == position }
    earlier.removeAll { $0.position == position }
    guard current.position == position else { return }
    if let latest = earlier.popLast() {
      annulledVersions.append(current)
      current = latest
    } else {
      isAnnulled = true
    }
  }
}

/// One version of an allocation and when it became known.
package struct AllocationVersion: Hashable, Sendable {
  package let decided: DecisionMoment
  package let terms: AllocationTerms
  package let changeReason: ChangeReason?
  package let providerReference: String?
  /// The place in the journal of the message that brought it.
  package let position: Int64
  /// Whether it came by table from another administration, and not by message.
  package let isTakenOver: Bool

  package init(
    decided: DecisionMoment,
    terms: AllocationTerms,
    changeReason: ChangeReason? = nil,
    providerReference: String? = nil,
    position: Int64,
    isTakenOver: Bool = false
  ) {
    self.decided = decided
    self.terms = terms
    self.changeReason = changeReason
    self.providerReference = providerReference
    self.position = position
    self.isTakenOver = isTakenOver
  }

  /// The version that a message brought at a position.
  package init(_ product: AllocatedProduct, position: Int64, isTakenOver: Bool = false) {
    self.init(
      decided: product.decided,
      terms: product.terms,
      changeReason: product.changeReason,
      providerReference: product.providerReference,
      position: position,
      isTakenOver: isTakenOver
    )
  }
}

extension AllocationVersion {
  package var decidedOn: CivilDate { decided.on }
  package var decidedAt: CivilTime { decided.at }
  package var category: ProductCategory? { terms.category }
  package var code: ProductCode? { terms.code }
  package var from: CivilDate { terms.from }
  package var through: CivilDate? { terms.through }
  package var volume: SupportVolume? { terms.volume }
  package var budget: Cents? { terms.budget }

  /// Whether it deletes the allocation (code 13).
  package var isDeleted: Bool { changeReason == .deleted }
}
