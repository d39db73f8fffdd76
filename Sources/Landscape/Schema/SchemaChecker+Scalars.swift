import Journal
import Quantities
import Rules

extension SchemaChecker {
  /// Types a scalar as the schema declares it.
  mutating func scalar(
    _ node: StrategyNode,
    _ type: StrategySchema.FieldType,
    _ label: BilingualText,
    at path: String
  ) -> JSONValue? {
    guard case .scalar(let written, let style) = node.content else {
      find("SF03", path, node.place, label + ": " + .expected("één waarde", "one value", node))
      return nil
    }
    guard !written.isEmpty else {
      find(
        "SF03",
        path,
        node.place,
        label
          + BilingualText(
            " is leeg. Vul een waarde in, of {onbekend: reden}.",
            " is empty. Fill in a value, or {onbekend: reason}."
          )
      )
      return nil
    }
    let text = NormalForm.normalized(written)
    switch type {
    case .quotedText, .municipality: requireQuotes(style, text, label, at: path, node.place)
    default: break
    }
    switch type {
    case .code(let kind): return code(text, kind, label, at: path, node.place)
    case .reference(let kind): refer(kind, text, at: path, node.place)
    case .municipality:
      guard MunicipalityCode(text) != nil else {
        find(
          "SF03",
          path,
          node.place,
          label
            + BilingualText(
              ": een gemeentecode heeft vier cijfers.",
              ": the code of a municipality has four digits."
            )
        )
        return nil
      }
      define(.municipality, text, allowsRepeat: true, at: path, node.place)
    case .number(let range): return number(text, style, range, label, at: path, node.place)
    case .cents:
      return number(text, style, 0...1_000_000_000_000_000, label, at: path, node.place)
    case .boolean: return boolean(text, style, label, at: path, node.place)
    case .choice(let words):
      guard words.contains(text) else {
        find("SF09", path, node.place, label + .choose(from: words.joined(separator: ", ")))
        return nil
      }
    default: break
    }
    return .string(text)
  }

  private mutating func requireQuotes(
    _ style: StrategyNode.Style,
    _ text: String,
    _ label: BilingualText,
    at path: String,
    _ place: TextPlace
  ) {
    guard style == .plain else { return }
    find(
      "SF08",
      path,
      place,
      label
        + BilingualText(
          " \(text) is een code: zet er aanhalingstekens om.",
          " \(text) is a code: put quotation marks around it."
        )
    )
  }

  private mutating func code(
    _ text: String,
    _ kind: StrategySchema.CodeKind,
    _ label: BilingualText,
    at path: String,
    _ place: TextPlace
  ) -> JSONValue? {
    let isPlain = text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
        || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
    guard isPlain, text.utf8.count <= 60 else {
      find(
        "SF03",
        path,
        place,
        label
          + BilingualText(
            ": een code heeft alleen letters, cijfers en streepjes.",
            ": a code has only letters, digits and hyphens."
          )
      )
      return nil
    }
    define(kind, text, at: path, place)
    return .string(text)
  }

  private mutating func number(
    _ text: String,
    _ style: StrategyNode.Style,
    _ range: ClosedRange<Int64>,
    _ label: BilingualText,
    at path: String,
    _ place: TextPlace
  ) -> JSONValue? {
    let isDigits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    guard style == .plain, isDigits, text == "0" || !text.hasPrefix("0"),
      let value = Int64(text), range.contains(value)
    else {
      find(
        "SF03",
        path,
        place,
        label
          + BilingualText(
            ": schrijf een geheel getal van \(range.lowerBound) tot en met \(range.upperBound), "
              + "zonder aanhalingstekens.",
            ": write a whole number from \(range.lowerBound) through \(range.upperBound), without "
              + "quotation marks."
          )
      )
      return nil
    }
    return .integer(value)
  }

  private mutating func boolean(
    _ text: String,
    _ style: StrategyNode.Style,
    _ label: BilingualText,
    at path: String,
    _ place: TextPlace
  ) -> JSONValue? {
    guard style == .plain, text == "true" || text == "false" else {
      find(
        "SF03",
        path,
        place,
        label + BilingualText(": schrijf true of false.", ": write true or false.")
      )
      return nil
    }
    return .boolean(text == "true")
  }

  /// Reads one source reference or a list of them; the document always holds a list.
  mutating func sources(_ node: StrategyNode, at path: String) -> JSONValue? {
    let nodes: [StrategyNode]
    if case .sequence(let several) = node.content { nodes = several } else { nodes = [node] }
    guard !nodes.isEmpty else {
      find(
        "SF03",
        path,
        node.place,
        BilingualText(
          "bron is een lege lijst. Noem een bron, of laat bron weg.",
          "bron is an empty list. Name a source, or leave bron out."
        )
      )
      return nil
    }
    var values: [JSONValue] = []
    for item in nodes {
      guard case .scalar(let text, let style) = item.content,
        let reference = SourceReference(text)
      else {
        find(
          "SF03",
          path,
          item.place,
          BilingualText(
            "bron: schrijf document en regel, zoals \"004:32\", of een wet met artikel.",
            "bron: write document and line, such as \"004:32\", or an act with its article."
          )
        )
        continue
      }
      requireQuotes(style, text, BilingualText("bron", "source"), at: path, item.place)
      cite(reference, at: path, item.place)
      values.append(.string(reference.description))
    }
    return .array(values)
  }
}
