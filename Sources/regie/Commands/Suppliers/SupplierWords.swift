import Commissioning
import Journal
import Quantities
import Rules

/// How suppliers are shown: as lines for people and as objects for programs.
enum SupplierWords {
  // MARK: - Forms

  static func lines(_ forms: SegmentForms, _ rows: [FormCoverage]) -> [String] {
    let language = Speech.current.language
    let complete = rows.count(where: \.isComplete)
    let count = CountedNoun.productForm.text(forms.forms.count)
    let providers = CountedNoun.provider.text(rows.count)
    let head = BilingualText(
      "Segment \(forms.segment): \(count.dutch); \(complete) van \(providers.dutch) "
        + "\(complete == 1 ? "kan" : "kunnen") ze alle leveren.",
      "Segment \(forms.segment): \(count.english); \(complete) of \(providers.english) can deliver "
        + "all of them."
    ).with([forms.basis])
    return [head[language]]
      + rows.map { row in
        [
          row.provider.description, row.name ?? "", row.ground.text[language],
          row.isComplete
            ? BilingualText("alle vormen", "all forms")[language]
            : BilingualText("mist", "misses")[language] + " "
              + row.missing.map(\.description).joined(separator: " "),
        ].joined(separator: "\t")
      }
  }

  static func json(_ forms: SegmentForms, _ rows: [FormCoverage]) -> [UInt8] {
    JSONWriter.object { json in
      json.field("segment", forms.segment.description)
      json.field("basis", forms.basis.dutchText)
      json.array("forms") { json in
        for form in forms.forms {
          json.object { json in
            json.field("code", form.code.description)
            json.field("product", ifPresent: form.product?.description)
          }
        }
      }
      json.array("providers") { json in
        for row in rows {
          json.object { json in
            json.field("provider", row.provider.description)
            json.field("name", ifPresent: row.name)
            json.field("isComplete", row.isComplete)
            json.field("ground", row.ground.code)
            json.array("missing") { json in
              for form in row.missing { json.string(form.description) }
            }
          }
        }
      }
    }
  }

  // MARK: - Evaluations

  static func line(_ standing: EvaluationStanding, _ language: Language) -> String {
    var cells = [
      standing.contract.description, standing.provider.description, standing.stage.code,
      standing.stage.text[language],
    ]
    if let evaluation = standing.evaluation {
      cells += [evaluation.results.finding, evaluation.progress.finding]
    }
    return cells.joined(separator: "\t")
  }

  static func json(_ standing: EvaluationStanding, _ language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("contract", standing.contract.description)
      json.field("provider", standing.provider.description)
      json.field("stage", standing.stage.code)
      json.field("text", standing.stage.text[language])
      guard let evaluation = standing.evaluation else { return }
      for (key, part) in [("results", evaluation.results), ("progress", evaluation.progress)] {
        json.object(key) { json in
          json.field("isSufficient", part.isSufficient)
          json.field("finding", part.finding)
        }
      }
    }
  }

  // MARK: - Quality

  static func lines(
    _ demand: QualityDemand,
    _ tests: [QualityTest],
    _ language: Language
  ) -> [String] {
    let head = [
      demand.code.description, demand.product?.description ?? "*", demand.requirement.text,
      demand.test ?? "", demand.repeatedWithin?.term.length.description ?? "",
      demand.requirement.basis.text[language],
    ].joined(separator: "\t")
    return [head]
      + tests.map { test in
        [
          "  " + test.provider.description, test.on.description, test.result.rawValue, test.finding,
          test.validThrough?.description ?? "",
        ].joined(separator: "\t")
      }
  }

  static func json(_ demand: QualityDemand, _ tests: [QualityTest]) -> [UInt8] {
    JSONWriter.object { json in
      json.field("requirement", demand.code.description)
      json.field("product", ifPresent: demand.product?.description)
      json.field("text", demand.requirement.text)
      json.field("test", ifPresent: demand.test)
      json.field("repeatedWithin", ifPresent: demand.repeatedWithin?.term.length.description)
      json.field("basis", demand.requirement.basis.dutchText)
      json.array("tests") { json in
        for test in tests {
          json.object { json in
            json.field("provider", test.provider.description)
            json.field("on", test.on.description)
            json.field("result", test.result.rawValue)
            json.field("finding", test.finding)
            json.field("validThrough", ifPresent: test.validThrough?.description)
          }
        }
      }
    }
  }

  static func line(_ alert: QualityAlert, _ language: Language) -> String {
    [
      "!", alert.kind.rawValue, alert.due?.description ?? "",
      alert.text.with([alert.basis])[language],
    ].joined(separator: "\t")
  }

  static func json(_ alert: QualityAlert, _ language: Language) -> [UInt8] {
    JSONWriter.object { json in
      json.field("alert", alert.kind.rawValue)
      json.field("requirement", alert.requirement.description)
      json.field("provider", ifPresent: alert.provider?.description)
      json.field("due", ifPresent: alert.due?.description)
      json.field("text", alert.text[language])
      json.field("basis", alert.basis.text[language])
    }
  }
}
