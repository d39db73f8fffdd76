package import Access
package import Claims
package import Commissioning
package import Journal
import Quantities

/// Something that happened in a region: the events of all rooms, and those of the region itself.
package enum RegionEvent: Sendable {
  case opened(RegionProfile)
  case pricesImported(PriceList)
  case settingsChanged(RegionSettings)
  case message(MessageJudged)
  case access(AccessEvent)
  case delivery(DeliveryEvent)
  case claim(ClaimEvent)
}

/// Why a stored entry could not be turned into an event.
package struct EventFailure: Error, Sendable, CustomStringConvertible {
  package let position: Position
  package let event: String
  package let why: String

  package init(position: Position, event: String, why: String) {
    self.position = position
    self.event = event
    self.why = why
  }

  package var description: String {
    "Regel \(position) van het journaal (\(event)) is niet te lezen: \(why). "
      + "Gebruik de versie van Regie die de regel schreef, of een nieuwere."
  }
}
