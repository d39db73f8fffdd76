import Foundation
import Landscape
import Testing

/// The page on the strategy file, held against the schema.
@Suite("The page on the strategy file")
struct SchemaDocumentationTests {
  @Test("Every key and every word of the schema is on the page")
  func complete() throws {
    let url = ShippedStrategies.root.appending(path: "Documentation/StrategyFile.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    var words: Set<String> = []
    gather(.record(StrategySchema.strategy), &words)
    #expect(words.count > 200)
    for word in words.sorted() { #expect(page.contains("`\(word)`"), "\(word) is not on the page") }
  }

  private func gather(_ type: StrategySchema.FieldType, _ words: inout Set<String>) {
    switch type {
    case .record(let shape):
      for field in shape.fields {
        words.insert(field.key)
        gather(field.type, &words)
      }
    case .list(let element): gather(element, &words)
    case .variant(_, let shapes):
      for (name, shape) in shapes {
        words.insert(name)
        gather(.record(shape), &words)
      }
    case .choice(let choices): words.formUnion(choices)
    default: break
    }
  }
}
