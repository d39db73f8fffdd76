import Quantities
import Rules

extension LineRules {
  /// What is said of the tariff and of the amount.
  static let amounts: [Rule<LineCase>] = [
    rule(
      "TR418",
      "0611",
      choice: "The tariff of the contract on the first day of the product period; no contract "
        + "row means that no tariff is known. Lines in euros carry no tariff.",
      check: { subject in
        debits(subject) {
          guard $0.line.unit != .euro else { return .notApplicable }
          guard let contracted = $0.contractTariff else { return .fails }
          return $0.line.tariff == contracted ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedTariff", subject.line.tariff.map { .cents($0) } ?? .absent),
          ComparedValue(
            "contractTariff",
            subject.contractTariff.map { .cents($0) } ?? .absent
          ),
          ComparedValue("tariffDate", .date(subject.line.period.first)),
        ]
      }
    ),
    rule(
      "TR346",
      "9346",
      level: 4,
      choice: "Minutes under an hourly contract are priced from the hourly tariff, rounded once.",
      check: { subject in
        debits(subject) {
          guard $0.line.unit != .euro else { return .notApplicable }
          guard let expected = expectedAmount($0) else { return .fails }
          return expected == $0.line.amount ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedAmount", .cents(subject.line.amount)),
          ComparedValue("claimedVolume", .volume(subject.line.volume, subject.line.unit)),
          ComparedValue("claimedTariff", subject.line.tariff.map { .cents($0) } ?? .absent),
          ComparedValue("expectedAmount", expectedAmount(subject).map { .cents($0) } ?? .absent),
        ]
      }
    ),
  ]

  /// What the line should cost: volume times tariff, or from the hourly tariff for minutes.
  static func expectedAmount(_ subject: LineCase) -> Cents? {
    let expected = ClaimAmounts.amount(
      volume: subject.line.volume,
      unit: subject.line.unit,
      tariff: subject.line.tariff,
      under: subject.price
    )
    guard case .amount(let amount) = expected else { return nil }
    return amount
  }

  /// What is said of credits and of debits that are sent twice.
  static let corrections: [Rule<LineCase>] = [
    rule(
      "TR323",
      "8017",
      choice: "A credit matches when reference, allocation, product, period, volume, unit, tariff "
        + "and amount are those of an approved debit of the same provider.",
      check: { subject in
        switch subject.debit {
        case .notAsked: .notApplicable
        case .none: .fails
        case .standing, .credited: .holds
        }
      },
      compared: { subject in
        [ComparedValue("previousReference", text(subject.line.previousReference))]
      }
    ),
    rule(
      "TR390",
      "9390",
      dependsOn: ["TR323"],
      check: { $0.debit == .credited ? .fails : .holds },
      compared: { subject in
        [ComparedValue("previousReference", text(subject.line.previousReference))]
      }
    ),
    rule(
      "TR389",
      "9389",
      dependsOn: ["TR338"],
      check: { debits($0) { $0.standingDebit ? .fails : .holds } },
      compared: { subject in
        [
          productPeriod(subject),
          ComparedValue("claimedProduct", .code(subject.line.code.description)),
        ]
      }
    ),
  ]
}
