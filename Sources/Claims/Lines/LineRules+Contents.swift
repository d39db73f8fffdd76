import Access
import Quantities
import Rules

extension LineRules {
  /// What is said of the line's period, unit and volume against the allocation.
  static let contents: [Rule<LineCase>] = periods + volumes

  private static let periods: [Rule<LineCase>] = [
    rule(
      "TR319",
      "9319",
      check: { debits($0) { $0.line.period.first <= $0.claimPeriod.last ? .holds : .fails } },
      compared: { [productPeriod($0), ComparedValue("claimPeriod", .period($0.claimPeriod))] }
    ),
    rule(
      "TR307",
      "9307",
      dependsOn: ["TR338", "TR384"],
      check: { subject in
        debits(subject) {
          guard let from = $0.allocation?.from else { return .notApplicable }
          return from <= $0.line.period.first ? .holds : .fails
        }
      },
      compared: { [productPeriod($0), allocationStart($0)] }
    ),
    rule(
      "TR308",
      "9308",
      dependsOn: ["TR338", "TR384"],
      check: { subject in
        debits(subject) {
          guard let through = $0.allocation?.through else { return .notApplicable }
          return $0.line.period.last <= through ? .holds : .fails
        }
      },
      compared: { [productPeriod($0), allocationEnd($0)] }
    ),
    rule(
      "TR387",
      "9387",
      dependsOn: ["TR338", "TR384", "TR307"],
      check: { subject in
        debits(subject) {
          guard let from = $0.allocation?.from else { return .notApplicable }
          let expected = max(from, $0.line.period.first.firstOfMonth)
          return $0.line.period.first == expected ? .holds : .fails
        }
      },
      compared: { [productPeriod($0), allocationStart($0)] }
    ),
    rule(
      "TR388",
      "9388",
      dependsOn: ["TR338", "TR384", "TR308"],
      check: { subject in
        debits(subject) {
          let month = $0.line.period.last.lastOfMonth
          let expected = $0.allocation?.through.map { min($0, month) } ?? month
          return $0.line.period.last == expected ? .holds : .fails
        }
      },
      compared: { [productPeriod($0), allocationEnd($0)] }
    ),
  ]

  private static let volumes: [Rule<LineCase>] = [
    rule(
      "TR341",
      "9341",
      dependsOn: ["TR338", "TR384"],
      choice: "An allocation without a volume takes the unit of the contract; without a price "
        + "there is none to compare, and TR418 says so.",
      check: { subject in
        debits(subject) {
          guard let unit = $0.prescribedUnit else { return .notApplicable }
          let fits = unit == $0.line.unit || (unit == .hour && $0.line.unit == .minute)
          return fits ? .holds : .fails
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedUnit", .code(subject.line.unit.code)),
          ComparedValue("prescribedUnit", text(subject.prescribedUnit?.code)),
        ]
      }
    ),
    rule(
      "TR321",
      "9321",
      dependsOn: ["TR338", "TR384", "TR307", "TR308", "TR341"],
      check: { subject in
        debits(subject) {
          guard let limit = $0.lineLimit, let counted = $0.countedVolume else {
            return .notApplicable
          }
          return limit.allows(counted) == false ? .fails : .holds
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedVolume", .volume(subject.line.volume, subject.line.unit)),
          limitValue("lineLimit", subject.lineLimit, subject),
          countedValue("lineLimitCount", subject.allocatedLineLimit, subject),
        ]
      }
    ),
    rule(
      "TR322",
      "9322",
      dependsOn: ["TR338", "TR384", "TR341"],
      choice: "Approved lines that were not taken back count, and credits of the same message "
        + "before its debits. Hours and minutes are added up in minutes; lines in another unit, "
        + "from before a version that changed the unit (OP257 asks for a new number), do not count.",
      check: { subject in
        debits(subject) {
          guard let limit = $0.totalLimit, let counted = $0.countedVolume else {
            return .notApplicable
          }
          let (sum, overflow) = $0.usedVolume.addingReportingOverflow(counted)
          return overflow || limit.allows(sum) == false ? .fails : .holds
        }
      },
      compared: { subject in
        [
          ComparedValue("claimedVolume", .volume(subject.line.volume, subject.line.unit)),
          ComparedValue("usedVolume", shown(subject.usedVolume, subject)),
          limitValue("totalLimit", subject.totalLimit, subject),
          countedValue("totalLimitCount", subject.allocatedTotalLimit, subject),
          remaining(subject),
        ]
      }
    ),
    rule(
      "TR369",
      "9369",
      dependsOn: ["TR338", "TR384"],
      choice: "The budget is compared with the amounts, also for units other than euros: a volume "
        + "in hours cannot be compared with cents.",
      check: { subject in
        debits(subject) {
          guard let budget = $0.allocation?.budget else { return .notApplicable }
          guard let sum = $0.usedAmount.adding($0.countedBudget) else { return .fails }
          return sum <= budget ? .holds : .fails
        }
      },
      compared: { subject in
        let budget = subject.allocation?.budget
        return [
          ComparedValue("claimedAmount", .cents(subject.countedBudget)),
          ComparedValue("usedAmount", .cents(subject.usedAmount)),
          ComparedValue("budget", budget.map { .cents($0) } ?? .absent),
          ComparedValue(
            "remainingBudget",
            budget.flatMap { $0.subtracting(subject.usedAmount) }.map { .cents($0) } ?? .absent
          ),
        ]
      }
    ),
  ]

  static func productPeriod(_ subject: LineCase) -> ComparedValue {
    ComparedValue("productPeriod", .period(subject.line.period))
  }

  private static func allocationStart(_ subject: LineCase) -> ComparedValue {
    ComparedValue("allocationStart", subject.allocation.map { .date($0.from) } ?? .absent)
  }

  private static func allocationEnd(_ subject: LineCase) -> ComparedValue {
    ComparedValue("allocationEnd", subject.allocation?.through.map { .date($0) } ?? .absent)
  }

  /// A volume in counted units as it is shown: in hours where the line is in hours and it fits.
  private static func shown(_ amount: Int64, _ subject: LineCase) -> ComparedValue.Value {
    guard subject.line.unit == .hour, amount % 60 == 0 else {
      return .volume(amount, VolumeMeasure.countedUnit(subject.line.unit))
    }
    return .volume(amount / 60, .hour)
  }

  private static func limitValue(
    _ name: String,
    _ limit: VolumeLimit?,
    _ subject: LineCase
  ) -> ComparedValue {
    guard case .atMost(let volume) = limit else { return ComparedValue(name, .absent) }
    return ComparedValue(name, shown(volume.amount, subject))
  }

  /// How a limit was counted from the allocated volume.
  private static func countedValue(
    _ name: String,
    _ limit: VolumeLimit?,
    _ subject: LineCase
  ) -> ComparedValue {
    guard case .atMost(let counted) = limit, let volume = subject.allocation?.volume else {
      return ComparedValue(name, .absent)
    }
    return ComparedValue(name, counted.counted(from: volume))
  }

  private static func remaining(_ subject: LineCase) -> ComparedValue {
    guard case .atMost(let limit) = subject.totalLimit else {
      return ComparedValue("remainingVolume", .absent)
    }
    let (left, overflow) = limit.amount.subtractingReportingOverflow(subject.usedVolume)
    return ComparedValue("remainingVolume", shown(overflow ? 0 : max(0, left), subject))
  }
}
