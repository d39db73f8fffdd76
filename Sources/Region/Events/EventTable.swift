import Access
import Claims
import Commissioning
package import Journal
import Landscape

/// The one table of stored event names: how each event is written and read back.
///
/// Names are hand-written words that never change; a test holds them, with golden bytes for each.
package enum EventTable {
  /// The entry for an event.
  package static func entry(
    for event: RegionEvent,
    _ context: CommandContext,
    _ stamp: CommandStamp
  ) -> NewEntry {
    NewEntry(
      knownOn: context.today,
      actor: context.actor,
      command: stamp,
      event: name(of: event),
      eventVersion: version(of: event),
      body: body(of: event),
      attachments: attachments(of: event)
    )
  }

  /// Reads an entry back into the event it stores.
  package static func event(of entry: Entry) throws(EventFailure) -> RegionEvent {
    do {
      return try read(entry)
    } catch let failure as EventFailure {
      throw failure
    } catch {
      throw EventFailure(position: entry.position, event: entry.event, why: "\(error)")
    }
  }

  /// The stored word of an event.
  package static func name(of event: RegionEvent) -> String {
    switch event {
    case .opened: RegionProfile.eventName
    case .pricesImported: PriceListColumns.eventName
    case .pricesDerived: PriceListColumns.derivedName
    case .settingsChanged: RegionSettings.eventName
    case .message: MessageJudged.eventName
    case .table: TableImported.eventName
    case .access(let event): event.name.rawValue
    case .delivery(let event): event.name.rawValue
    case .claim(let event): event.name
    case .strategy(let event): event.name.rawValue
    case .contract(let event): event.name.rawValue
    case .procedure(let event): event.name.rawValue
    case .programme(let event): event.name.rawValue
    case .coverage(let event): event.name.rawValue
    case .transition(let event): event.name.rawValue
    case .supplier(let event): event.name.rawValue
    }
  }

  static func version(of event: RegionEvent) -> UInt16 {
    switch event {
    case .opened, .pricesImported, .pricesDerived, .settingsChanged, .message, .table: 1
    case .access(let event): event.name.version
    case .delivery(let event): event.name.version
    case .claim(let event): event.version
    case .strategy(let event): event.name.version
    case .contract(let event): event.name.version
    case .procedure(let event): event.name.version
    case .programme(let event): event.name.version
    case .coverage(let event): event.name.version
    case .transition(let event): event.name.version
    case .supplier(let event): event.name.version
    }
  }

  static func body(of event: RegionEvent) -> [UInt8] {
    switch event {
    case .opened(let profile): profile.body
    case .pricesImported(let list), .pricesDerived(let list): PriceListColumns.body(list)
    case .settingsChanged(let settings): settings.body
    case .message(let judged): judged.body
    case .table(let imported): imported.body
    case .access(let event): event.body
    case .delivery(let event): event.body
    case .claim(let event): event.body
    case .strategy(let event): event.body
    case .contract(let event): event.body
    case .procedure(let event): event.body
    case .programme(let event): event.body
    case .coverage(let event): event.body
    case .transition(let event): event.body
    case .supplier(let event): event.body
    }
  }

  private static func attachments(of event: RegionEvent) -> [NewAttachment] {
    switch event {
    case .pricesImported(let list), .pricesDerived(let list):
      [
        NewAttachment(
          layout: PriceListColumns.layout(of: list),
          bytes: PriceListColumns.write(list)
        )
      ]
    case .claim(let event): event.attachments
    case .opened, .settingsChanged, .message, .table, .access, .delivery, .strategy, .contract,
      .procedure, .programme, .coverage, .transition, .supplier:
      []
    }
  }

  private static func read(_ entry: Entry) throws -> RegionEvent {
    if let name = AccessEvent.Name(rawValue: entry.event) {
      return .access(try AccessEvent(name, version: entry.eventVersion, body: entry.body))
    }
    if let name = DeliveryEvent.Name(rawValue: entry.event) {
      return .delivery(try DeliveryEvent(name, version: entry.eventVersion, body: entry.body))
    }
    if ClaimEvent.names.contains(entry.event) { return .claim(try ClaimEvent(entry)) }
    if let event = try bookEvent(entry.event, version: entry.eventVersion, body: entry.body) {
      return event
    }
    guard entry.eventVersion == 1 else { throw unknown(entry) }
    switch entry.event {
    case RegionProfile.eventName: return .opened(try RegionProfile(body: entry.body))
    case PriceListColumns.eventName: return .pricesImported(try prices(of: entry))
    case PriceListColumns.derivedName: return .pricesDerived(try prices(of: entry))
    case RegionSettings.eventName: return .settingsChanged(try RegionSettings(body: entry.body))
    case MessageJudged.eventName: return .message(try MessageJudged(body: entry.body))
    case TableImported.eventName: return .table(try TableImported(body: entry.body))
    default: throw unknown(entry)
    }
  }

  private static func prices(of entry: Entry) throws(BinaryFailure) -> PriceList {
    let layouts = [PriceListColumns.layout, PriceListColumns.sourcedLayout]
    guard let bulk = entry.attachments.first(where: { layouts.contains($0.layout) }) else {
      return try PriceListColumns.read([], PriceListColumns.layout)
    }
    return try PriceListColumns.read(bulk.bytes, bulk.layout)
  }

  /// The event of a room that keeps a book of few and small events; nil for any other name.
  static func bookEvent(
    _ word: String,
    version: UInt16,
    body: [UInt8]
  ) throws(JSONFailure) -> RegionEvent? {
    if let name = StrategyEvent.Name(rawValue: word) {
      return .strategy(try StrategyEvent(name, version: version, body: body))
    }
    if let name = ContractEvent.Name(rawValue: word) {
      return .contract(try ContractEvent(name, version: version, body: body))
    }
    if let name = ProcedureEvent.Name(rawValue: word) {
      return .procedure(try ProcedureEvent(name, version: version, body: body))
    }
    if let name = ProgrammeEvent.Name(rawValue: word) {
      return .programme(try ProgrammeEvent(name, version: version, body: body))
    }
    return try supplyEvent(word, version: version, body: body)
  }

  /// The event of a book about what contracts bring; nil for any other name.
  private static func supplyEvent(
    _ word: String,
    version: UInt16,
    body: [UInt8]
  ) throws(JSONFailure) -> RegionEvent? {
    if let name = CoverageEvent.Name(rawValue: word) {
      return .coverage(try CoverageEvent(name, version: version, body: body))
    }
    if let name = TransitionEvent.Name(rawValue: word) {
      return .transition(try TransitionEvent(name, version: version, body: body))
    }
    if let name = SupplierEvent.Name(rawValue: word) {
      return .supplier(try SupplierEvent(name, version: version, body: body))
    }
    return nil
  }

  private static func unknown(_ entry: Entry) -> EventFailure {
    EventFailure(
      position: entry.position,
      event: entry.event,
      why: "deze gebeurtenis, versie \(entry.eventVersion), is hier niet bekend"
    )
  }
}
