import Documents
import Testing

/// The builder of HTML: what comes from outside never becomes markup.
@Suite("HTML")
struct HTMLTests {
  @Test("Text and attributes are escaped, and controls become the replacement character")
  func escaping() {
    let piece = HTML.element("p", [.title("a\"b'<")], HTML(text: "<script>&\u{0}\u{7F}é\n"))
    #expect(
      piece.text
        == "<p title=\"a&quot;b&#39;&lt;\">&lt;script&gt;&amp;\u{FFFD}\u{FFFD}é\n</p>"
    )
  }

  @Test(
    "An address that could run a script becomes a number sign",
    arguments: [
      ("https://a.nl/?b=1&c", "https://a.nl/?b=1&amp;c"), ("mailto:x@y.nl", "mailto:x@y.nl"),
      ("javascript:alert(1)", "#"), ("JaVaScRiPt:x", "#"), ("data:text/html,x", "#"),
      ("#top", "#top"), (" javascript:x", "#"),
    ]
  )
  func addresses(given: String, written: String) {
    #expect(HTML.element("a", [.href(given)], "x").text == "<a href=\"\(written)\">x</a>")
  }

  @Test("A page has a language, a character set and its content")
  func page() {
    let page = HTML.page(title: "A & B", language: "nl", style: "p{margin:0}", ["hallo"])
    #expect(
      page.text
        == """
        <!DOCTYPE html>
        <html lang="nl"><head><meta charset="utf-8"><meta name="viewport" \
        content="width=device-width, initial-scale=1"><title>A &amp; B</title>\
        <style>p{margin:0}</style></head><body>hallo</body></html>

        """
    )
  }
}
