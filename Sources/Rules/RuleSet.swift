package import Quantities

/// A set of rules of one rule set, as bits; bit n is rule n of the set.
package struct RuleMask: Hashable, Sendable {
  package var bits: UInt64

  @inlinable
  package init(bits: UInt64 = 0) { self.bits = bits }

  @inlinable
  package var isEmpty: Bool { bits == 0 }

  @inlinable
  package func contains(_ index: Int) -> Bool { bits & (1 << UInt64(index)) != 0 }

  @inlinable
  package mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }

  @inlinable
  package func intersects(_ other: RuleMask) -> Bool { bits & other.bits != 0 }

  /// The numbers of the rules in the mask, ascending.
  package var indices: [Int] { (0..<64).filter { contains($0) } }
}

/// What a whole rule set says of one subject.
package struct Assessment: Hashable, Sendable {
  /// The rules that failed.
  package var failed: RuleMask
  /// The rules that were not assessed because a rule they depend on failed or was not assessed.
  package var notAssessed: RuleMask

  @inlinable
  package init(failed: RuleMask = RuleMask(), notAssessed: RuleMask = RuleMask()) {
    self.failed = failed
    self.notAssessed = notAssessed
  }

  /// Whether no rule failed.
  @inlinable
  package var passes: Bool { failed.isEmpty }
}

/// An ordered set of rules about one kind of subject, under one version number.
///
/// All rules are evaluated and every failure is kept; a rule whose premise failed is reported as
/// not assessed, because judging it would say nothing.
package struct RuleSet<Subject>: Sendable {
  /// The name and version under which verdicts quote the set, such as `iwmo-3.2/prestatie/1`.
  package let version: String
  package let rules: [Rule<Subject>]
  private let premises: [RuleMask]

  /// Makes a set.
  ///
  /// - Precondition: at most 64 rules, no rule twice, and every premise stands earlier in the list
  ///   than the rule that depends on it.
  package init(version: String, rules: [Rule<Subject>]) {
    precondition(rules.count <= 64, "a rule set holds at most 64 rules")
    var positions: [RuleID: Int] = [:]
    var premises: [RuleMask] = []
    for (index, rule) in rules.enumerated() {
      var mask = RuleMask()
      for premise in rule.dependsOn {
        guard let earlier = positions[premise] else {
          preconditionFailure("\(rule.id) depends on \(premise), which does not stand before it")
        }
        mask.insert(earlier)
      }
      premises.append(mask)
      precondition(positions.updateValue(index, forKey: rule.id) == nil, "\(rule.id) stands twice")
    }
    self.version = version
    self.rules = rules
    self.premises = premises
  }

  /// Judges a subject by every rule that is in force on a day.
  package func assess(_ subject: Subject, on day: CivilDate) -> Assessment {
    var result = Assessment()
    var closed = RuleMask()
    for index in rules.indices {
      guard rules[index].inForce.contains(day) else { continue }
      if premises[index].intersects(closed) {
        result.notAssessed.insert(index)
        closed.insert(index)
        continue
      }
      if case .fails = rules[index].check(subject) {
        result.failed.insert(index)
        closed.insert(index)
      }
    }
    return result
  }

  /// Whether an assessment names rules of this set only; one that was read may name any.
  package func holds(_ assessment: Assessment) -> Bool {
    let known: UInt64 = rules.count == 64 ? .max : 1 << UInt64(rules.count) - 1
    return (assessment.failed.bits | assessment.notAssessed.bits) & ~known == 0
  }

  /// The findings of an assessment, with the values that were compared.
  package func findings(_ assessment: Assessment, of subject: Subject, row: Int) -> [Finding] {
    assessment.failed.indices.map { index in
      let rule = rules[index]
      return Finding(
        rule: rule.id,
        code: rule.code,
        level: rule.level,
        judges: rule.judges,
        row: row,
        compared: rule.compared(subject)
      )
    }
  }

  /// The return codes of an assessment, each once, ascending.
  package func codes(_ assessment: Assessment) -> [ReturnCode] {
    Set(assessment.failed.indices.compactMap { rules[$0].code }).sorted()
  }

  /// The failed rule because of which a rule was not assessed; nil when it was assessed.
  package func premise(thatClosed index: Int, in assessment: Assessment) -> RuleID? {
    guard assessment.notAssessed.contains(index) else { return nil }
    for earlier in 0..<index where premises[index].contains(earlier) {
      if assessment.failed.contains(earlier) { return rules[earlier].id }
      if let deeper = premise(thatClosed: earlier, in: assessment) { return deeper }
    }
    return nil
  }
}
