import Accounts
import Journal
package import Quantities
import Region

/// Figures of a year as they leave the region: what was awarded and to how many clients, per
/// municipality, with the rules for publication applied (annex F).
///
/// They are made when they are proposed and never again, so what is published is exactly what two
/// people saw. The approved proposal is what is published; it is never changed or removed.
///
/// - Dutch term: publicatie van cijfers
package struct PublishedFigures: Hashable, Sendable {
  package let year: Int
  /// The day as of which the journal was read.
  package let knownOn: CivilDate
  /// In order of municipality.
  package let rows: [Row]

  /// The figures of one municipality; nil where they are withheld.
  package struct Row: Hashable, Sendable {
    package let municipality: MunicipalityCode
    package let clients: Int?
    package let awarded: Cents?

    package init(municipality: MunicipalityCode, clients: Int?, awarded: Cents?) {
      self.municipality = municipality
      self.clients = clients
      self.awarded = awarded
    }
  }

  package init(year: Int, knownOn: CivilDate, rows: [Row]) {
    self.year = year
    self.knownOn = knownOn
    self.rows = rows
  }

  /// Makes the figures of a year from a visit whose detail is that of publication.
  init(_ visit: Visit, year: Int, knownOn: CivilDate) async {
    let model = await AwardedModel(visit)
    // A year in which nothing was awarded has no figures; the page would show another one.
    let municipalities = model.year == year ? model.municipalities : []
    let counts = visit.column(municipalities.map(\.clients))
    self.init(
      year: year,
      knownOn: knownOn,
      rows: zip(municipalities, counts).map { municipality, clients in
        guard case .number(let count) = clients, !municipality.isWithheld else {
          return Row(municipality: municipality.code, clients: nil, awarded: nil)
        }
        return Row(
          municipality: municipality.code,
          clients: count,
          awarded: municipality.total.roundedToThousands
        )
      }
    )
  }

  var facts: [DeedFact] {
    [DeedFact(.year, .text("\(year)")), DeedFact(.knownOn, .day(knownOn))]
      + rows.flatMap { row in
        let code = row.municipality.description
        return [
          DeedFact(.clients, code, row.clients.map { .count(Int64($0)) } ?? .none),
          DeedFact(.awarded, code, .init(row.awarded)),
        ]
      }
  }
}

extension Cents {
  /// The amount as it leaves the region, so that a change of one client tells nothing.
  var roundedToThousands: Cents {
    let step: Int64 = 100_000
    let half = rawValue < 0 ? -step / 2 : step / 2
    return Cents((rawValue &+ half) / step * step)
  }
}

// MARK: - The stored form

extension PublishedFigures {
  func write(to json: inout JSONWriter) {
    json.field("year", Int64(year))
    json.field("knownOn", knownOn.description)
    json.array("rows") { json in
      for row in rows {
        json.object { json in
          json.field("municipality", row.municipality.description)
          json.field("clients", ifPresent: row.clients.map { Int64($0) })
          json.field("cents", ifPresent: row.awarded?.rawValue)
        }
      }
    }
  }

  init(from json: inout JSONFields) throws(JSONFailure) {
    self.init(
      year: Int(try json.integer("year", as: Int32.self)),
      knownOn: try json.parsed("knownOn", "is no day") { CivilDate($0) },
      rows: try json.array("rows") { value throws(JSONFailure) in
        try value.fields { json throws(JSONFailure) in
          let code = try json.parsed("municipality", "is no municipality") { MunicipalityCode($0) }
          let clients = try json.integer(ifPresent: "clients")
          let cents = try json.integer(ifPresent: "cents")
          return Row(
            municipality: code,
            clients: clients.map { Int(clamping: $0) },
            awarded: cents.map { Cents($0) }
          )
        }
      }
    )
  }
}
