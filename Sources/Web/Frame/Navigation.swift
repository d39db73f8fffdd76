import Accounts
import Documents

/// The rooms that a visitor may enter, and the pages of the one that is shown.
package struct Navigation: Sendable {
  package var rooms: [Item]
  package var pages: [Item]

  package struct Item: Sendable {
    package let name: String
    package let address: Address
    package let isCurrent: Bool
  }

  package static let none = Navigation(rooms: [], pages: [])

  func write(_ frame: PageFrame, _ html: inout HTML) {
    guard !rooms.isEmpty else { return }
    html.element("div", .class("regie-navigation")) { html in
      list(rooms, "nl-navigation", frame.say("Ruimtes", "Rooms"), frame, &html)
      if pages.count > 1 {
        list(
          pages,
          "nl-navigation nl-navigation--pages",
          frame.say("Pagina's van deze ruimte", "Pages of this room"),
          frame,
          &html
        )
      }
    }
  }

  private func list(
    _ items: [Item],
    _ style: String,
    _ label: String,
    _ frame: PageFrame,
    _ html: inout HTML
  ) {
    html.element("nav", .class(style), .aria(.label, label)) { html in
      html.element("ul", .class("nl-navigation__list")) { html in
        for item in items {
          html.element("li", .class("nl-navigation__item")) {
            $0.element(
              "a",
              .class("nl-navigation__link"),
              .href(frame.path(item.address)),
              item.isCurrent ? .aria(.current, "page") : nil,
              text: item.name
            )
          }
        }
      }
    }
  }
}

extension Navigation {
  /// The rooms and pages that are open to a visitor.
  init(for visit: Visit, at address: RegionAddress) {
    let open = Room.allCases.compactMap { room -> (Room, [Page])? in
      let pages = room.pages.filter { visit.allows($0.address) }
      return pages.isEmpty ? nil : (room, pages)
    }
    rooms = open.compactMap { room, pages in
      pages.first.map {
        Item(
          name: visit.say(room.dutch, room.english),
          address: visit.address($0.address),
          isCurrent: room.holds(address)
        )
      }
    }
    pages =
      open.first { $0.0.holds(address) }?.1
      .map {
        Item(
          name: visit.say($0.dutch, $0.english),
          address: visit.address($0.address),
          isCurrent: $0.address == address || $0.holds(address)
        )
      } ?? []
  }

  /// A page that stands in the navigation.
  struct Page {
    let dutch: String
    let english: String
    let address: RegionAddress

    init(_ dutch: String, _ english: String, _ address: RegionAddress) {
      self.dutch = dutch
      self.english = english
      self.address = address
    }

    /// Whether an address lies below this page, such as a contract below the contracts.
    func holds(_ other: RegionAddress) -> Bool {
      let own = address.segments
      return own.count > 1 && other.segments.starts(with: own)
    }
  }

  /// The rooms in the order of the chain.
  enum Room: CaseIterable {
    case landscape, commissioning, claims, administration

    var dutch: String {
      switch self {
      case .landscape: "Landschap"
      case .commissioning: "Inkoop en contracten"
      case .claims: "Geldstroom"
      case .administration: "Beheer"
      }
    }

    var english: String {
      switch self {
      case .landscape: "Landscape"
      case .commissioning: "Commissioning"
      case .claims: "Money"
      case .administration: "Administration"
      }
    }

    func holds(_ address: RegionAddress) -> Bool {
      switch (self, address) {
      case (.landscape, .landscape), (.commissioning, .commissioning), (.claims, .claims),
        (.administration, .administration):
        true
      default: false
      }
    }

    var pages: [Page] {
      switch self {
      case .landscape:
        [
          Page("Sturing", "Steering", .landscape(.steering)),
          Page("Segmenten", "Segments", .landscape(.segments)),
          Page("Doelen", "Goals", .landscape(.goals)),
          Page("Besluiten", "Decisions", .landscape(.decisions)),
          Page("Versies", "Versions", .landscape(.versions)),
          Page("Markt", "Market", .landscape(.market)),
        ]
      case .commissioning:
        [
          Page("Signalen", "Alerts", .commissioning(.alerts)),
          Page("Programma's", "Programmes", .commissioning(.programmes)),
          Page("Procedures", "Procedures", .commissioning(.procedures)),
          Page("Dekking", "Coverage", .commissioning(.coverage)),
          Page("Aanbieders", "Providers", .commissioning(.providers)),
          Page("Contracten", "Contracts", .commissioning(.contracts)),
          Page("Tarieven", "Tariffs", .commissioning(.tariffs)),
          Page("Plafonds", "Ceilings", .commissioning(.ceilings)),
          Page("Leveranciers", "Suppliers", .commissioning(.suppliers)),
          Page("Overgang", "Transition", .commissioning(.transition)),
        ]
      case .claims:
        [
          Page("Werklijst", "Work list", .claims(.workList)),
          Page("Berichten", "Messages", .claims(.messages)),
          Page("Aanleveren", "Upload", .claims(.upload)),
          Page("Declaratieregels", "Claim lines", .claims(.lines)),
          Page("Toegekend", "Awarded", .claims(.awarded)),
          Page("Publicaties", "Publications", .claims(.publications)),
          Page("Persoon zoeken", "Find a person", .claims(.findPerson)),
        ]
      case .administration:
        [
          Page("Gebruikers", "Users", .administration(.users)),
          Page("Voordrachten", "Proposals", .administration(.proposals)),
          Page("Beoordelingen", "Reviews", .administration(.reviews)),
          Page("Inzage", "Access records", .administration(.accessRecords)),
          Page("Gebeurtenissen", "Security events", .administration(.securityEvents)),
          Page("Journaal", "Journal", .administration(.journal)),
          Page("Uitvoer", "Exports", .administration(.exports)),
          Page("Instellingen", "Settings", .administration(.settings)),
          Page("Mijn sessies", "My sessions", .administration(.ownSessions)),
        ]
      }
    }
  }
}

extension Visit {
  /// Whether the visitor may open a page.
  func allows(_ address: RegionAddress) -> Bool {
    switch address.need {
    case .nobody: true
    case .begunSession, .session: visitor != nil
    case .right(let right): may(right)
    }
  }
}
