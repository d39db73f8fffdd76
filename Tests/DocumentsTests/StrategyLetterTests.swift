import Documents
import Foundation
import Landscape
import StrategyFiles
import Testing

/// The information letter of the shipped strategies.
@Suite("Information letters")
struct StrategyLetterTests {
  private static var root: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  private func letter(_ name: String) throws -> String {
    let url = Self.root.appending(path: "Strategies/\(name).yaml")
    let check = StrategyReader.check(Array(try Data(contentsOf: url)))
    return StrategyLetter.page(try #require(check.strategy)).text
  }

  @Test("The letter on the Wmo, to the byte")
  func golden() throws {
    let url = Self.root.appending(path: "Tests/DocumentsTests/Golden/noord-limburg-wmo-2022.html")
    #expect(try String(contentsOf: url, encoding: .utf8) == letter("noord-limburg-wmo-2022"))
  }

  @Test(
    "Every letter is whole: each opened element is closed, and every segment is in it",
    arguments: [
      "noord-limburg-wmo-2022", "noord-limburg-jeugd-2022", "noord-limburg-participatie-2022",
      "lekstroom-wmo-ib-2022", "lekstroom-wmo-ozr-2015",
    ]
  )
  func whole(name: String) throws {
    let text = try letter(name)
    var open: [Substring] = []
    for tag in text.matches(of: /<(\/?)([a-z0-9]+)[^>]*>/) {
      let element = tag.2
      if element == "meta" { continue }
      if tag.1.isEmpty {
        open.append(element)
      } else {
        #expect(open.popLast() == element)
      }
    }
    #expect(open.isEmpty)
    #expect(text.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(text.contains("<h2>De keuzes op de vier sturingselementen</h2>"))
    #expect(text.contains("onbekend"))
  }

  @Test("What is assumed is marked in the letter, with the reason behind it")
  func marks() throws {
    let text = try letter("lekstroom-wmo-ib-2022")
    #expect(text.contains("[aanname, 003:5, 003:58]"))
    #expect(text.contains("title=\"alleen het jaar 2022 staat in de titel"))
  }
}
