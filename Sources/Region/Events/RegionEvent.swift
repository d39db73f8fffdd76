package import Access
package import Claims
package import Commissioning
package import Journal
package import Landscape
import Quantities
package import Rules

/// Something that happened in a region: the events of all rooms, and those of the region itself.
package enum RegionEvent: Sendable {
  case opened(RegionProfile)
  case pricesImported(PriceList)
  /// The price list that followed from the contracts when a claim was first judged by them.
  case pricesDerived(PriceList)
  case settingsChanged(RegionSettings)
  case message(MessageJudged)
  case table(TableImported)
  case access(AccessEvent)
  case delivery(DeliveryEvent)
  case claim(ClaimEvent)
  case strategy(StrategyEvent)
  case contract(ContractEvent)
  case procedure(ProcedureEvent)
  case programme(ProgrammeEvent)
  case coverage(CoverageEvent)
  case transition(TransitionEvent)
  case supplier(SupplierEvent)
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

  /// What is wrong, where, and what to do.
  package var text: BilingualText {
    BilingualText(
      "Deze versie van Regie kan post \(position) van het journaal (\(event)) niet lezen. Gebruik "
        + "de versie die de post schreef, of een nieuwere.",
      "This version of Regie cannot read entry \(position) of the journal (\(event)). Use the "
        + "version that wrote the entry, or a newer one."
    )
  }

  /// The sentence in English with what was found, for logs.
  package var description: String { "\(text.english) (\(why))" }
}
