import Quantities

extension MunicipalityFigure {
  /// The clients and the cost of municipalities, counted from the lines that are to be approved.
  static func planned(
    _ places: [(code: MunicipalityCode, name: String)],
    allocations: [PlannedAllocation],
    lines: [PlannedLine]
  ) -> [MunicipalityFigure] {
    var clients = places.map { _ in Set<Int>() }
    var cents = places.map { _ in Int64(0) }
    for line in lines where line.isAccepted {
      let allocation = allocations[line.allocation]
      clients[allocation.municipality].insert(allocation.client)
      cents[allocation.municipality] += line.acceptedCents
    }
    return places.indices.map { index in
      MunicipalityFigure(
        municipality: places[index].code,
        name: places[index].name,
        clients: clients[index].count,
        cost: Cents(cents[index])
      )
    }
  }
}

extension SyntheticRegion {
  /// The first table, counted from the lines that are to be approved.
  package var plannedMunicipalities: [MunicipalityFigure] {
    MunicipalityFigure.planned(
      municipalities.map { ($0.municipality, $0.name) },
      allocations: allocations,
      lines: lines
    )
  }

  /// The second table, counted from the lines that are to be approved.
  package var plannedConcentration: [ConcentrationFigure] {
    var clients = providers.map { _ in Set<Int>() }
    var cents = providers.map { _ in Int64(0) }
    for line in lines where line.isAccepted {
      let allocation = allocations[line.allocation]
      let code = municipalities[allocation.municipality].municipality
      guard concentrationView.contains(code) else { continue }
      clients[allocation.provider].insert(allocation.client)
      cents[allocation.provider] += line.acceptedCents
    }
    return ConcentrationFigure.table(
      of: providers.indices.map { index in
        ProviderFigure(
          provider: providers[index].code,
          clients: clients[index].count,
          cost: Cents(cents[index])
        )
      }
    )
  }
}

// MARK: - Refusals

/// How many lines are to be refused with a return code.
package struct PlannedRefusal: Hashable, Sendable {
  package let code: String
  package let lines: Int
}

extension SyntheticRegion {
  /// The lines to be refused, by return code; lines of a claim that is refused as a whole and sent
  /// again do not count.
  package var plannedRefusals: [PlannedRefusal] {
    var counts: [String: Int] = [:]
    for line in lines {
      for code in line.fault?.codes ?? [] { counts[code, default: 0] += 1 }
    }
    return counts.sorted { $0.key < $1.key }.map { PlannedRefusal(code: $0.key, lines: $0.value) }
  }
}
