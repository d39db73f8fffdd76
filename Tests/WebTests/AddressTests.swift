import Testing
import Web

@Suite("Addresses of pages")
struct AddressTests {
  @Test(
    "What a link names is what its path asks for",
    arguments: [
      "/", "/bestanden/regie-1.css", "/gezond", "/gereed", "/metingen", "/taal",
      "/.well-known/security.txt", "/lekstroom", "/lekstroom/landschap",
      "/lekstroom/landschap/segmenten/wmo-2022/s1", "/lekstroom/inkoop/aanbieders/99990001",
      "/lekstroom/geldstroom/regels/12", "/lekstroom/beheer/sessies",
      "/lekstroom/toegang/aanmelden",
    ]
  )
  func roundTrip(path: String) throws {
    let address = try #require(Address(path: path))
    #expect(address.path == path)
  }

  @Test(
    "A path that is none of ours is nothing",
    arguments: [
      "", "x", "//", "/lekstroom/", "/lekstroom/landschap/", "/lekstroom/niets", "/Lekstroom",
      "/lekstroom/../x", "/bestanden", "/taal/x", "/lekstroom/landschap/segmenten/a",
      "/" + String(repeating: "a", count: 41),
    ]
  )
  func nothing(path: String) {
    #expect(Address(path: path) == nil)
  }

  @Test("A part of a path that holds marks of its own is escaped, and read again (WB-04)")
  func escaping() throws {
    let slug = try #require(RegionSlug("regio"))
    let address = Address.region(slug, .commissioning(.contract("a/b?c#d é%")))
    #expect(address.path == "/regio/inkoop/contracten/a%2Fb%3Fc%23d%20%C3%A9%25")
  }
}

@Suite("Queries and forms")
struct QueryTests {
  @Test("A name that is there twice has no value; all of its values can be asked for")
  func doubled() throws {
    let query = try #require(Query("a=1&b=2&a=3&c=&d=x%20y+z"))
    #expect(query["a"] == nil)
    #expect(query.all("a") == ["1", "3"])
    #expect(query["b"] == "2")
    #expect(query["c"] == nil)
    #expect(query.has("c"))
    #expect(query["d"] == "x y z")
  }

  @Test(
    "What is broken is refused as a whole (IM-06)",
    arguments: ["a=%", "a=%4", "a=%zz", "a=%ff", "%=1", "a=%00"]
  )
  func broken(text: String) {
    #expect(Query(text) == nil)
  }

  @Test("More than 200 fields are refused")
  func tooMany() {
    let text = (0...200).map { "a\($0)=1" }.joined(separator: "&")
    #expect(Query(text) == nil)
  }

  @Test("Every cut of a form with a file is read or refused, and none ends the program (IM-06)")
  func multipart() throws {
    let body =
      "--grens\r\nContent-Disposition: form-data; name=\"soort\"\r\n\r\nbericht\r\n"
      + "--grens\r\nContent-Disposition: form-data; name=\"bestand\"; filename=\"a.xml\"\r\n"
      + "Content-Type: text/xml\r\n\r\n<x/>\r\n--grens--\r\n"
    let bytes = Array(body.utf8)
    let whole = try #require(FormFields(bytes, type: "multipart/form-data; boundary=grens"))
    #expect(whole["soort"] == "bericht")
    #expect(whole.file?.name == "a.xml")
    #expect(whole.file?.bytes == Array("<x/>".utf8))
    for count in 0..<bytes.count - 4 {
      #expect(
        FormFields(Array(bytes.prefix(count)), type: "multipart/form-data; boundary=grens") == nil
      )
    }
  }

  @Test("A form that is written in another way is no form")
  func otherType() {
    #expect(FormFields(Array("{}".utf8), type: "application/json") == nil)
    #expect(FormFields([0xFF, 0xFE], type: "application/x-www-form-urlencoded") == nil)
  }
}
