package import Journal
import Quantities

extension CoverageEvent {
  /// The name under which an event is stored; never changed.
  package enum Name: String, CaseIterable, Sendable {
    case reported = "coverage.capacity-reported"
    case normSet = "coverage.norm-set"
    case normEnded = "coverage.norm-ended"
    case opened = "coverage.supplementary-opened"
    case closed = "coverage.supplementary-closed"

    /// The version of the body that is written now.
    package var version: UInt16 { 1 }
  }

  package var name: Name {
    switch self {
    case .reported: .reported
    case .normSet: .normSet
    case .normEnded: .normEnded
    case .opened: .opened
    case .closed: .closed
    }
  }

  /// The body as it is stored and hashed.
  package var body: [UInt8] {
    JSONWriter.object { json in
      switch self {
      case .reported(let reports): json.records("reports", reports)
      case .normSet(let norm): norm.write(to: &json)
      case .normEnded(let code, let last):
        json.text("norm", code)
        json.text("last", last)
      case .opened(let cell, let on, let procedure, let why):
        cell.write(to: &json)
        json.text("on", on)
        json.record("procedure", procedure)
        json.strings("why", why)
      case .closed(let cell, let on, let outcome):
        cell.write(to: &json)
        json.text("on", on)
        json.field("outcome", outcome)
      }
    }
  }

  /// Reads a body back.
  package init(_ name: Name, version: UInt16, body: [UInt8]) throws(JSONFailure) {
    guard version == name.version else {
      throw JSONFailure(.notAllowed("version \(version) of \(name.rawValue) is not known"))
    }
    self = try JSONValue.read(body) { json throws(JSONFailure) in
      switch name {
      case .reported: .reported(try json.records("reports"))
      case .normSet: .normSet(try CoverageNorm(from: &json))
      case .normEnded: .normEnded(try json.text("norm"), last: try json.text("last"))
      case .opened:
        .opened(
          try CoverageCell(from: &json),
          on: try json.text("on"),
          try json.record("procedure"),
          why: try json.strings("why")
        )
      case .closed:
        .closed(
          try CoverageCell(from: &json),
          on: try json.text("on"),
          outcome: try json.string("outcome")
        )
      }
    }
  }
}

extension CapacityReport: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("provider", provider)
    json.text("municipality", municipality)
    json.text("product", product)
    json.text("on", on)
    json.field("freePlaces", ifPresent: freePlaces.map { Int64($0) })
    json.field("waitingDays", ifPresent: waitingDays.map { Int64($0) })
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      provider: try json.text("provider"),
      municipality: try json.text("municipality"),
      product: try json.text("product"),
      on: try json.text("on"),
      freePlaces: try json.count(ifPresent: "freePlaces", upTo: Self.mostPlaces),
      waitingDays: try json.count(ifPresent: "waitingDays", upTo: Self.longestWait)
    )
  }
}

extension JSONFields {
  /// A number from 0 up to a limit, so that sums of what was stored cannot overflow.
  mutating func count(
    ifPresent key: String,
    upTo limit: Int
  ) throws(JSONFailure) -> Int? {
    guard let count = try int(ifPresent: key) else { return nil }
    guard (0...limit).contains(count) else { throw JSONFailure(.outOfRange).within(key: key) }
    return count
  }
}

extension CoverageCell: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("municipality", municipality)
    json.field("targetGroup", ifPresent: targetGroup)
    json.text("product", product)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      municipality: try json.text("municipality"),
      targetGroup: try json.string(ifPresent: "targetGroup"),
      product: try json.text("product")
    )
  }
}

extension SupplementaryProcedure: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("kind", kind)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(try json.text("kind"), basis: try json.text("basis"))
  }
}

extension CoverageNorm: JournalRecord {
  func write(to json: inout JSONWriter) {
    json.text("norm", code)
    json.text("municipality", ifPresent: scope.municipality)
    json.field("targetGroup", ifPresent: scope.targetGroup)
    json.text("product", ifPresent: scope.product)
    json.record("period", period)
    json.field("minimumProviders", Int64(thresholds.minimumProviders))
    json.field("wantedProviders", Int64(thresholds.wantedProviders))
    json.field("minimumPlaces", Int64(thresholds.minimumPlaces))
    json.record("waiting", waiting)
    json.record("reportValid", reportValid)
    json.record("supplementary", ifPresent: supplementary)
    json.text("basis", basis)
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    let code: Label<CoverageNorm> = try json.text("norm")
    let scope = Scope(
      municipality: try json.text(ifPresent: "municipality"),
      targetGroup: try json.string(ifPresent: "targetGroup"),
      product: try json.text(ifPresent: "product")
    )
    let period: OpenPeriod = try json.record("period")
    guard
      let thresholds = Thresholds(
        minimumProviders: try json.int("minimumProviders"),
        wantedProviders: try json.int("wantedProviders"),
        minimumPlaces: try json.int("minimumPlaces")
      )
    else { throw JSONFailure(.outOfRange).within(key: "minimumProviders") }
    self.init(
      code: code,
      scope: scope,
      period: period,
      thresholds: thresholds,
      waiting: try json.record("waiting"),
      reportValid: try json.record("reportValid"),
      supplementary: try json.record(ifPresent: "supplementary"),
      basis: try json.text("basis")
    )
  }
}
