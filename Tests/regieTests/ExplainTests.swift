import Foundation
import Quantities
import Synthetic
import Testing

@Suite("CR-03, CR-04, IM-08: every verdict explained")
struct ExplainTests {
  /// A refused line of the small region, in both ways of naming it.
  private struct Place {
    let byPosition: String
    let byReference: String
    let verdict: IntendedVerdict
    let finding: JudgedFile.Finding?
  }

  private func place(
    where isWanted: (IntendedVerdict) -> Bool
  ) async throws -> Place {
    let small = try SmallRegion.shared.get()
    let run = try await SmallRegion.undisturbed.value
    for (index, file) in run.files.enumerated() {
      let lines = small.synthetic.intent(index).lines
      guard let row = lines.firstIndex(where: isWanted), let position = file.position else {
        continue
      }
      let code = lines[row].codes.first
      return Place(
        byPosition: "\(position).\(row + 1)",
        byReference: "\(lines[row].provider)/\(lines[row].reference)",
        verdict: lines[row],
        finding: file.findings.first { $0.code == code }
      )
    }
    throw CocoaError(.featureUnsupported)
  }

  @Test("A line is found by its place and by its reference, in two languages and as JSON")
  func forms() async throws {
    let region = try await SmallRegion.undisturbed.value.region
    let place = try await place { $0.codes == ["9321"] }
    for more in [[], ["--lang", "en"], ["--json"], ["--json", "--lang", "en"]] {
      let first = try await region.explain(place.byPosition, more)
      let second = try await region.explain(place.byReference, more)
      #expect(first.output == second.output)
      #expect(!first.output.isEmpty)
      if more.contains("--json") {
        let json = try JSONSerialization.jsonObject(with: first.output) as? [String: Any]
        #expect(json?["verdict"] as? String == "refused", "\(first.text)")
      }
    }
  }

  @Test("A refused line names the rule, its source, what was left, and how to mend it")
  func refused() async throws {
    let region = try await SmallRegion.undisturbed.value.region
    let place = try await place { $0.codes == ["9322"] }
    let dutch = try await region.explain(place.byReference).text
    for part in ["afgekeurd", "9322", "TR322", "Bron:", "Herstel:", place.verdict.reference] {
      #expect(dutch.contains(part), "\(part) in \(dutch)")
    }
    let english = try await region.explain(place.byReference, ["--lang", "en"]).text
    for part in ["refused", "9322", "TR322", "Source:", "Remedy:", "Awarded: €0.00"] {
      #expect(english.contains(part), "\(part) in \(english)")
    }
    // The volume that is left stands in the finding as it stands in the explanation.
    let left = try #require(place.finding?.text.firstMatch(of: #/er resteert [0-9][^.]*/#)?.output)
    #expect(dutch.contains(left), "\(left) in \(dutch)")
  }

  @Test("An approved line says so, with the amount and what it rests on")
  func approved() async throws {
    let region = try await SmallRegion.undisturbed.value.region
    let place = try await place { $0.isAccepted && !$0.isCredit }
    let text = try await region.explain(place.byPosition).text
    for part in ["goedgekeurd", "Toegekend: €", "Grondslag:", "toewijzing uit journaalregel"] {
      #expect(text.contains(part), "\(part) in \(text)")
    }
  }

  @Test("A provider is told how a line of its own stands, by its place and by its reference")
  func ownLine() async throws {
    let small = try SmallRegion.shared.get()
    let place = try await place { $0.isAccepted && !$0.isCredit }
    let provider = place.verdict.provider.description
    let index = try #require(
      (0..<small.synthetic.fileCount).first { index in
        small.synthetic.intent(index).lines.contains { $0.reference == place.verdict.reference }
      }
    )
    let region = try await TestRegion([])
    let judged = try await region.process(
      [small.path(index)],
      as: "aanbieder",
      party: provider,
      today: small.today
    )
    let position = try #require(judged.first?.position)
    let told = try await region.explain(place.byReference).text
    #expect(told.hasPrefix("Eigen regel \(place.verdict.reference)"), "\(told)")
    let row = try #require(place.byPosition.split(separator: ".").last)
    #expect(try await region.explain("\(position).\(row)").text == told)
    try await region.explain("\(position).999", exits: 66)
  }

  @Test("An explanation keeps its bytes while later messages come in")
  func later() async throws {
    let small = try SmallRegion.shared.get()
    let region = try await small.opened()
    let half = small.synthetic.fileCount / 2
    let first = (0..<half).filter { small.synthetic.intent($0).outcome != .rejectTransport }
    let judged = try await region.process(first.map { small.path($0) }, today: small.today)
    var before: [String: Data] = [:]
    for (file, index) in zip(judged, first) where before.count < 8 {
      for row in small.synthetic.intent(index).lines.indices.prefix(2) {
        let place = "\(file.position ?? 0).\(row + 1)"
        before[place] = try await region.explain(place, ["--json"]).output
      }
    }
    try await region.process([small.folder], today: small.today, exits: 65)
    #expect(before.count >= 8)
    for (place, bytes) in before {
      #expect(try await region.explain(place, ["--json"]).output == bytes, "\(place)")
    }
  }

  @Test("A line that does not exist, and a name that is none")
  func unknown() async throws {
    let region = try await SmallRegion.undisturbed.value.region
    for line in ["999999.1", "3.1", "99990101/NIET-BEKEND", "99999999/A"] {
      let finished = try await region.explain(line, exits: 66)
      #expect(finished.errorText.contains(line) && finished.output.isEmpty)
    }
    for line in ["", "een", "1.2.3", "0.1", "1.0", "-1.1", "99999999999999999999.1", "123/A"] {
      try await region.explain(line, exits: 64)
    }
  }
}
