import Commissioning
import Journal
import Region
import Rules

/// Telling what came of commands: for each event a line of JSON with its place in the journal, or a
/// sentence.
enum Outcome {
  static func tell(_ answers: [Answer], _ output: OutputOptions) {
    for answer in answers {
      for (place, event) in answer.events.enumerated() {
        guard output.json else {
          Console.line(BookWords.sentence(of: event))
          continue
        }
        Console.line(json(event, at: answer.first.rawValue + Int64(place), in: output.lang))
      }
    }
  }

  /// Tells that one thing is done, or that it stood like this already, in one sentence or object.
  static func tell(_ done: BilingualText, isNew: Bool, _ output: OutputOptions) {
    guard output.json else { return Console.line(done) }
    Console.line(
      JSONWriter.object { json in
        json.field("changed", isNew)
        json.field("text", done[output.lang])
      }
    )
  }

  private static func json(
    _ event: RegionEvent,
    at position: Int64,
    in language: Language
  ) -> [UInt8] {
    if case .contract(let event) = event { return json(event, at: position, in: language) }
    // The body stands in the journal exactly as it is shown here.
    var line = JSONWriter.object { json in
      json.field("event", EventTable.name(of: event))
      json.field("position", position)
    }
    line.removeLast()
    return line + Array(",\"body\":".utf8) + body(of: event) + [0x7D]
  }

  private static func json(
    _ event: ContractEvent,
    at position: Int64,
    in language: Language
  ) -> [UInt8] {
    JSONWriter.object { json in
      json.field("event", event.name.rawValue)
      json.field("position", position)
      json.field("contract", ifPresent: event.contract?.description)
      json.field("text", event.words[language])
    }
  }

  private static func body(of event: RegionEvent) -> [UInt8] {
    switch event {
    case .procedure(let event): event.body
    case .programme(let event): event.body
    default: Array("{}".utf8)
    }
  }
}

extension ContractEvent {
  /// The contract that the event is about; nil when it is about a provider or a lot.
  fileprivate var contract: ContractCode? {
    switch self {
    case .concluded(let draft): draft.code
    case .happened(let code, _): code
    case .tariffAgreed(let key, _):
      if case .contract(let code) = key.scope { code } else { nil }
    case .providerRecorded: nil
    }
  }
}
