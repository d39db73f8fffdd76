package import Quantities

/// What is known of suppliers beside their contracts: forms, evaluations, tests and lines.
///
/// - Dutch term: leveranciersregister (000:52, 004:55)
package struct SupplierBook: Hashable, Sendable {
  /// What each provider stated on a segment, in order of the days.
  package private(set) var statements: [StatementKey: [FormStatement]] = [:]
  package private(set) var evaluations: [ContractCode: [Int: YearEvaluation]] = [:]
  package private(set) var demands: [Label<Requirement>: QualityDemand] = [:]
  /// The tests of a provider on a requirement, in order of the days.
  package private(set) var tests: [TestKey: [QualityTest]] = [:]
  package private(set) var lines: [ProductCode: ProductLine] = [:]

  /// A provider and a segment.
  package struct StatementKey: Hashable, Sendable {
    package let provider: ChamberNumber
    package let segment: Label<SegmentForms>
  }

  /// A provider and a requirement.
  package struct TestKey: Hashable, Sendable {
    package let provider: ChamberNumber
    package let requirement: Label<Requirement>
  }

  package init() {}
}

extension SupplierBook {
  package func statement(
    of provider: ChamberNumber,
    on segment: Label<SegmentForms>,
    asOf day: CivilDate
  ) -> FormStatement? {
    statements[StatementKey(provider: provider, segment: segment)]?.last { $0.on <= day }
  }

  package func latestTest(
    of requirement: Label<Requirement>,
    at provider: ChamberNumber,
    asOf day: CivilDate
  ) -> QualityTest? {
    tests[TestKey(provider: provider, requirement: requirement)]?.last { $0.on <= day }
  }

  /// Takes in what happened; never fails, also for an event that no decision of ours would give.
  package mutating func evolve(_ event: SupplierEvent) {
    switch event {
    case .formsStated(let statement):
      let key = StatementKey(provider: statement.provider, segment: statement.segment)
      statements[key, default: []].insertByDay(statement, \.on)
    case .evaluated(let evaluation):
      evaluations[evaluation.contract, default: [:]][evaluation.year] = evaluation
    case .demandSet(let demand): demands[demand.code] = demand
    case .tested(let test):
      let key = TestKey(provider: test.provider, requirement: test.requirement)
      tests[key, default: []].insertByDay(test, \.on)
    case .lineSet(let line): lines[line.product] = line
    }
  }
}

extension Array {
  /// Keeps the order of days; of one day what came last stands last and counts.
  fileprivate mutating func insertByDay(_ element: Element, _ day: KeyPath<Element, CivilDate>) {
    let place = firstIndex { $0[keyPath: day] > element[keyPath: day] } ?? count
    insert(element, at: place)
  }
}

/// What someone asks about suppliers.
package enum SupplierCommand: Hashable, Sendable {
  case stateForms(FormStatement)
  /// Evaluates a contract year with its grounds, and reviews it in the contract.
  case evaluate(YearEvaluation)
  case setDemand(QualityDemand)
  case recordTest(QualityTest)
  case setLine(ProductLine)
}

/// Something that happened about suppliers.
package enum SupplierEvent: Hashable, Sendable {
  case formsStated(FormStatement)
  case evaluated(YearEvaluation)
  case demandSet(QualityDemand)
  case tested(QualityTest)
  case lineSet(ProductLine)
}
