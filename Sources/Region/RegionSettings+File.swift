import Access
package import Commissioning
import Messages
import Quantities

extension RegionSettings {
  /// The settings of lines `name = answer`; what is not named keeps its standard.
  ///
  /// - Returns: every line that names no question or gives no answer, with what may stand there.
  package static func parse(_ lines: [SettingLine]) -> Result<RegionSettings, ImportRefusal> {
    var settings = RegionSettings()
    var others: [SettingLine] = []
    var findings: [ImportFinding] = []
    var seen: Set<String> = []
    for line in lines {
      guard let choice = choices.first(where: { $0.key == line.key }) else {
        others.append(line)
        continue
      }
      if !seen.insert(line.key).inserted {
        findings.append(
          ImportFinding(
            line: line.line,
            column: line.key,
            text: "deze keuze staat er al eerder. Laat er een staan.",
            english: "this choice stands there before. Keep one."
          )
        )
      } else if !choice.set(&settings, line.value) {
        findings.append(
          ImportFinding(
            line: line.line,
            column: line.key,
            text: "dit antwoord bestaat niet. Kies uit: \(choice.answers).",
            english: "this answer does not exist. Choose from: \(choice.englishAnswers)."
          )
        )
      }
    }
    switch ContractSettings.parse(others) {
    case .success(let contract): settings.contract = contract
    case .failure(let refusal): findings += refusal.findings
    }
    return findings.isEmpty ? .success(settings) : .failure(ImportRefusal(findings))
  }

  /// The settings as lines of a file that reads back to the same settings, numbered from one.
  package var fileLines: [SettingLine] {
    let own = Self.choices.map { (key: $0.key, value: $0.get(self)) }
    let all = contract.fileLines.map { (key: $0.key, value: $0.value) } + own
    return all.enumerated().map { SettingLine(key: $1.key, value: $1.value, line: $0 + 1) }
  }

  /// One choice of a region beside those about the contract.
  private struct Choice {
    let key: String
    /// What may stand behind the equals sign, for people.
    let answers: String
    let englishAnswers: String
    let get: @Sendable (RegionSettings) -> String
    /// Sets the answer; false when it is none.
    let set: @Sendable (inout RegionSettings, String) -> Bool
  }

  private static var choices: [Choice] {
    [
      words(
        "code-lopend-verzoek",
        \.access.openRequestClass,
        ["client": .client, "verzoek": .request]
      ),
      yesOrNo("start-zonder-toewijzing", \.access.deliveryWithoutAllocation),
      yesOrNo("stop-op-verwijderde-toewijzing", \.access.stopOnDeletedAllocation),
      categories("overlap-vrij", \.access.overlapExempt),
      words(
        "naamgebruik",
        \.levelTwo.nameUse,
        ["regeltekst": .ruleText, "controleprogramma": .checkProgram]
      ),
      words(
        "dubbele-debetregel",
        \.levelTwo.debitScope,
        ["bsn": .citizen, "client-element": .clientElement]
      ),
      words(
        "vijf-jaar-vanaf",
        \.levelTwo.claimDate,
        ["declaratiedagtekening": .claim, "berichtdagtekening": .message]
      ),
      yesOrNo("declaratieperiode-op-niveau-2", \.levelTwo.judgesClaimPeriod),
      yesOrNo("datums-van-verwijderingen", \.levelTwo.judgesDeletions),
    ]
  }

  private static func words<Value: Hashable & Sendable>(
    _ key: String,
    _ path: any (WritableKeyPath<RegionSettings, Value> & Sendable),
    _ answers: [String: Value]
  ) -> Choice {
    Choice(
      key: key,
      answers: answers.keys.sorted().joined(separator: ", "),
      englishAnswers: answers.keys.sorted().joined(separator: ", "),
      get: { settings in
        answers.first { $0.value == settings[keyPath: path] }?.key ?? ""
      },
      set: { settings, text in
        guard let value = answers[text] else { return false }
        settings[keyPath: path] = value
        return true
      }
    )
  }

  private static func yesOrNo(
    _ key: String,
    _ path: any (WritableKeyPath<RegionSettings, Bool> & Sendable)
  ) -> Choice {
    words(key, path, ["ja": true, "nee": false])
  }

  private static func categories(
    _ key: String,
    _ path: any (WritableKeyPath<RegionSettings, Set<ProductCategory>> & Sendable)
  ) -> Choice {
    Choice(
      key: key,
      answers: "categorieën van twee cijfers met spaties ertussen, of geen",
      englishAnswers: "categories of two digits with spaces between them, or geen",
      get: { settings in
        let texts = settings[keyPath: path].map(\.description).sorted()
        return texts.isEmpty ? "geen" : texts.joined(separator: " ")
      },
      set: { settings, text in
        let parts = text == "geen" ? [] : text.split(separator: " ")
        let codes = parts.compactMap { ProductCategory($0) }
        guard codes.count == parts.count, text == "geen" || !parts.isEmpty else { return false }
        settings[keyPath: path] = Set(codes)
        return true
      }
    )
  }
}
