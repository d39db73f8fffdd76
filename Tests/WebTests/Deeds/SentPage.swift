import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Web

/// A page as a browser holds it: its text, and what its forms send.
struct SentPage {
  let text: String

  init(_ answer: TestResponse) { text = String(buffer: answer.body) }

  /// The errors that the page tells above its form; nothing when there are none.
  var errors: String {
    guard let start = text.range(of: "role=\"alert\"")?.lowerBound else { return "" }
    return text[start...].components(separatedBy: "</div>")[0]
  }

  /// What the form to an address sends when nothing is typed; the one whose hidden fields hold
  /// `mark` where several go there.
  func form(
    at end: String,
    with mark: String = "",
    _ typed: KeyValuePairs<String, String> = [:]
  ) -> String {
    let whole = text.components(separatedBy: "<form").dropFirst()
      .map { $0.components(separatedBy: "</form>")[0] }
      .first { form in
        Self.attribute("action", in: form)?.hasSuffix(end) == true
          && (mark.isEmpty || form.contains("value=\"\(mark)\""))
      }
    guard let whole else { return "" }
    var items: [(name: String, value: String)] = []
    for tag in whole.components(separatedBy: "<input").dropFirst() {
      let tag = tag.components(separatedBy: ">")[0]
      guard let name = Self.attribute("name", in: tag) else { continue }
      let type = Self.attribute("type", in: tag)
      if type == "checkbox" || type == "radio", !tag.contains(" checked") { continue }
      items.append((name, Self.attribute("value", in: tag) ?? ""))
    }
    for tag in whole.components(separatedBy: "<textarea").dropFirst() {
      guard let name = Self.attribute("name", in: tag) else { continue }
      let inside = tag.components(separatedBy: "</textarea>")[0]
      let value = inside.drop { $0 != ">" }.dropFirst()
      items.append((name, Self.plain(String(value))))
    }
    for tag in whole.components(separatedBy: "<select").dropFirst() {
      guard let name = Self.attribute("name", in: tag) else { continue }
      let options = tag.components(separatedBy: "</select>")[0]
        .components(separatedBy: "<option").dropFirst()
      let chosen = options.first { $0.contains(" selected") } ?? options.first
      items.append((name, chosen.flatMap { Self.attribute("value", in: $0) } ?? ""))
    }
    items.removeAll { item in typed.contains { $0.key == item.name } }
    items += typed.map { ($0.key, $0.value) }
    return items.map { "\(Self.escaped($0.name))=\(Self.escaped($0.value))" }
      .joined(separator: "&")
  }

  private static func attribute(_ name: String, in tag: String) -> String? {
    guard let start = tag.range(of: " \(name)=\"")?.upperBound else { return nil }
    return plain(String(tag[start...].prefix { $0 != "\"" }))
  }

  private static func plain(_ text: String) -> String {
    var plain = text
    for (mark, sign) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'")] {
      plain = plain.replacingOccurrences(of: mark, with: sign)
    }
    return plain.replacingOccurrences(of: "&amp;", with: "&")
  }

  static func escaped(_ text: String) -> String { text.formEscaped }
}

extension TestBrowser {
  /// Goes on with the session that an answer set.
  mutating func takeCookie(_ answer: TestResponse) {
    guard let set = answer.headers[.setCookie] else { return }
    cookie = String(set.prefix { $0 != ";" })
  }
}
