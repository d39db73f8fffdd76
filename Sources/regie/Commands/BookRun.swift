import Commissioning
import Journal
import Quantities
import Region
import Rules

/// Carrying out commands on the books of procedures and programmes, and telling what happened.
enum BookRun {
  /// Carries commands out one after another; the first that is refused ends it.
  static func perform(
    _ commands: [Command],
    _ region: OpenRegion,
    on today: CivilDate
  ) async throws -> [Answer] {
    var answers: [Answer] = []
    for command in commands {
      // The same may be asked again later, when more has happened: the key names its place.
      let place = await region.office.published.head.position.rawValue
      let context = region.context("book-\(place)", body: command.canonicalBody, today: today)
      do {
        answers.append(try await region.office.perform(command, context))
      } catch {
        throw ProgramFailure(any: error)
      }
    }
    return answers
  }

  /// Tells what happened: for each event a line of JSON with its place in the journal, or a
  /// sentence.
  static func tell(_ answers: [Answer], _ output: OutputOptions) {
    for answer in answers {
      for (place, event) in answer.events.enumerated() {
        let name = EventTable.name(of: event)
        guard output.json else {
          Console.line(BookWords.sentence(of: event))
          continue
        }
        // The body stands in the journal exactly as it is shown here.
        var line = JSONWriter.object { json in
          json.field("event", name)
          json.field("position", answer.first.rawValue + Int64(place))
        }
        line.removeLast()
        Console.line(line + Array(",\"body\":".utf8) + body(of: event) + [0x7D])
      }
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
