import Access
import Claims
package import Journal

/// The one table of stored event names: how each event is written and read back.
///
/// Names are hand-written words that never change; a test holds them, with golden bytes for each.
package enum EventTable {
  /// The entry for an event.
  package static func entry(
    for event: RegionEvent, _ context: CommandContext, _ stamp: CommandStamp
  ) -> NewEntry {
    NewEntry(
      knownOn: context.today, actor: context.actor, command: stamp, event: name(of: event),
      eventVersion: version(of: event), body: body(of: event),
      attachments: attachments(of: event))
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
    case .settingsChanged: RegionSettings.eventName
    case .message: MessageJudged.eventName
    case .access(let event): event.name
    case .delivery(let event): event.name
    case .claim(let event): event.name
    }
  }

  private static func version(of event: RegionEvent) -> UInt16 {
    switch event {
    case .opened, .pricesImported, .settingsChanged, .message: 1
    case .access(let event): event.version
    case .delivery(let event): event.version
    case .claim(let event): event.version
    }
  }

  private static func body(of event: RegionEvent) -> [UInt8] {
    switch event {
    case .opened(let profile): profile.body
    case .pricesImported(let list): PriceListColumns.body(list)
    case .settingsChanged(let settings): settings.body
    case .message(let judged): judged.body
    case .access(let event): event.body
    case .delivery(let event): event.body
    case .claim(let event): event.body
    }
  }

  private static func attachments(of event: RegionEvent) -> [NewAttachment] {
    switch event {
    case .pricesImported(let list):
      [NewAttachment(layout: PriceListColumns.layout, bytes: PriceListColumns.write(list))]
    case .claim(let event): event.attachments
    case .opened, .settingsChanged, .message, .access, .delivery: []
    }
  }

  private static func read(_ entry: Entry) throws -> RegionEvent {
    switch entry.event {
    case RegionProfile.eventName: .opened(try RegionProfile(body: entry.body))
    case PriceListColumns.eventName:
      .pricesImported(
        try PriceListColumns.read(
          entry.attachments.first { $0.layout == PriceListColumns.layout }?.bytes ?? []))
    case RegionSettings.eventName: .settingsChanged(try RegionSettings(body: entry.body))
    case MessageJudged.eventName: .message(try MessageJudged(body: entry.body))
    case let name where ClaimEvent.names.contains(name): .claim(try ClaimEvent(entry))
    case let name where DeliveryEvent.names.contains(name): .delivery(try DeliveryEvent(entry))
    default: .access(try AccessEvent(entry))
    }
  }
}
