import Messages
import Quantities
import Synthetic
import Testing

@Suite("The verdicts that the region is made for")
struct RegionVerdictTests {
  @Test("A plain judge comes to the intended verdict on every file and line", arguments: [1, 2, 3])
  func small(seed: UInt64) throws { judge(try Regions.small(seed: seed)) }

  @Test("A plain judge comes to the intended verdict on all of Lekstroom")
  func lekstroom() throws { judge(try Regions.lekstroom.get()) }

  func judge(_ region: SyntheticRegion) {
    var judge = ReferenceJudge(prices: region.contractList)
    var wrong = 0
    for index in 0..<region.fileCount where wrong < 20 {
      let intent = region.intent(index)
      guard intent.outcome != .rejectTransport else { continue }
      let judged = judge.judge(region.message(index))
      let intended = Judged(
        outcome: intent.outcome,
        codes: intent.codes,
        lines: Dictionary(
          intent.lines.map { ($0.reference, $0.codes) },
          uniquingKeysWith: { first, _ in first }
        )
      )
      guard judged != intended else { continue }
      wrong += 1
      let lines = intended.lines.keys.filter { judged.lines[$0] != intended.lines[$0] }
      let detail = lines.prefix(3).map { reference in
        let fault = intent.lines.first { $0.reference == reference }?.fault
        return
          "\(reference) \(judged.lines[reference] ?? []) for \(fault.map { "\($0)" } ?? "none")"
      }
      Issue.record(
        """
        seed \(region.seed), \(region.fileName(index)): \(judged.outcome) \(judged.codes) instead \
        of \(intended.outcome) \(intended.codes) \(detail)
        """
      )
    }
    for municipality in region.municipalities {
      let code = municipality.municipality.description
      #expect(judge.acceptedCents[code] == municipality.cost.rawValue, "\(region.seed): \(code)")
    }
  }
}
