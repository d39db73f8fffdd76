import Commissioning
import Quantities

extension ContractDraft {
  /// Everything that is agreed, for the one who decides to see.
  var facts: [DeedFact] {
    func list(_ values: [some CustomStringConvertible]) -> DeedFact.Value {
      values.isEmpty ? .none : .text(values.map(\.description).joined(separator: ", "))
    }
    func word(_ isTrue: Bool) -> DeedFact.Value { .text(isTrue ? "ja" : "nee") }
    return [
      DeedFact(.contract, .text(code.description)),
      DeedFact(.provider, .text(provider.description)), DeedFact(.claimCodes, list(claimCodes)),
      DeedFact(.lot, lot.map { .text($0.description) } ?? .none),
      DeedFact(.municipalities, list(municipalities)), DeedFact(.products, list(products)),
      DeedFact(.form, .text(form.rawValue)), DeedFact(.variant, .text(variant.rawValue)),
      DeedFact(.start, .day(start)),
      DeedFact(.term, .text("\(pattern) (\(pattern.mode.rawValue))")),
      DeedFact(.reasonForLength, reasonForLength.map { .text($0) } ?? .none),
      DeedFact(.ceilingAllowed, word(mayBringInCeiling)),
      DeedFact(.dissolutionAllowed, word(mayDissolveAfterFirstYear)),
      DeedFact(.documents, list(parts.map(\.title))),
    ]
  }
}
