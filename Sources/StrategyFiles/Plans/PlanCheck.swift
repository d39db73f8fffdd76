package import Landscape

/// What a check makes of a plan file: all its findings, and the plan when it has no error.
///
/// - Dutch term: controle van een planbestand
package struct PlanCheck<Plan: Sendable>: Sendable {
  /// The plan; nil when something is wrong.
  package let plan: Plan?
  /// What is wrong, in the order of the file.
  package let findings: [StrategyFinding]

  /// Reads a whole file: its YAML, its shape, its values, and at last what the plan itself forbids.
  init(
    _ bytes: [UInt8],
    as shape: StrategySchema.Shape,
    read: (inout PlanReader) -> Plan?
  ) {
    let reading = StrategyReader.read(bytes)
    guard let tree = reading.tree else {
      self.init(plan: nil, findings: reading.findings)
      return
    }
    let form = ShapeReading(tree, as: shape)
    var reader = PlanReader(form)
    let plan = read(&reader)
    let findings = (reading.findings + form.findings + reader.findings).sorted { left, right in
      Self.place(left) < Self.place(right)
    }
    self.init(plan: findings.isEmpty ? plan : nil, findings: findings)
  }

  private init(plan: Plan?, findings: [StrategyFinding]) {
    self.plan = plan
    self.findings = findings
  }

  private static func place(_ finding: StrategyFinding) -> TextPlace {
    finding.sites.first?.place ?? TextPlace(line: 1, column: 1)
  }
}
