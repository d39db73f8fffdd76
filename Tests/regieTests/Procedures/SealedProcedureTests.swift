import Foundation
import Testing

/// Bids as they rest on the disk: sealed, and opened only as the procedure allows.
@Suite("regie procedures: sealed bids")
struct SealedProcedureTests {
  private typealias Desk = ProcedureDesk

  @Test("Nothing opens early, with one secret, with the same twice, or with another's")
  func opening() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    let other = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    try await desk.submit("ons bod", 1)
    let read = Desk.bid(1) + ["--out", "\(desk.folder)/uit"]
    try await desk.run("read-bid", read + desk.secrets, exits: 65, says: "nog verzegeld")
    try await desk.run(
      "open",
      desk.secrets,
      at: "2021-03-19 12:00",
      exits: 65,
      says: "Openen kan pas na"
    )
    try await desk.run(
      "open",
      desk.secrets,
      at: "2199-01-01 12:00",
      exits: 77,
      says: "Het is nog geen"
    )
    let after = "2021-03-22 10:00"
    let (aziz, bloem) = (desk.secret("aziz"), desk.secret("bloem"))
    for (secrets, status, part) in [
      ([aziz], Int32(65), "twee verschillende personen"),
      ([aziz, aziz], 65, "twee verschillende personen"),
      ([aziz, other.secret("bloem")], 77, "is niet het geheim dat voor procedure p1 geldt"),
      ([aziz, desk.region.key], 78, "is geen geheim van een opener"),
      ([aziz, bloem + ".none"], 66, "bestaat niet"),
    ] {
      let given = secrets.flatMap { ["--secret", $0] }
      try await desk.run("open", given, at: after, exits: status, says: part)
      try await desk.run("read-bid", read + given, exits: 65, says: "nog verzegeld")
    }
    chmod(bloem, 0o644)
    try await desk.run("open", desk.secrets, at: after, exits: 78, says: "mode 0600")
    chmod(bloem, 0o600)
    try await desk.run("open", desk.secrets, at: after)
    try await desk.run("open", desk.secrets, at: after, exits: 65, says: "al geopend")
    try await desk.run(
      "read-bid",
      read + ["--secret", aziz],
      exits: 65,
      says: "twee verschillende"
    )
    try await desk.run("read-bid", read + desk.secrets)
  }

  @Test("The disk and the journal hold neither what a bid says nor what opens it")
  func atRest() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    let contents = "Wij bieden 4321 cent per minuut"
    try await desk.submit(contents, 1)
    #expect(try desk.places(of: Data("4321 cent".utf8)).isEmpty)
    for opener in ["aziz", "bloem"] {
      let text = try String(contentsOfFile: desk.secret(opener), encoding: .utf8)
      let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("secret ") })
      let digits = line.dropFirst(7)
      #expect(digits.count == 64)
      #expect(try desk.places(of: Data(digits.utf8)).isEmpty)
      #expect(try desk.places(of: Self.bytes(String(digits))).isEmpty)
      let attributes = try FileManager.default.attributesOfItem(atPath: desk.secret(opener))
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
    let file = "\(desk.region.data)/bids/p1/000001.bid"
    let attributes = try FileManager.default.attributesOfItem(atPath: file)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    // The name of the file tells nothing of who bids.
    #expect(try desk.bidFiles() == ["000001.bid"])
  }

  private static func bytes(_ digits: String) -> Data {
    var data = Data()
    var rest = digits[...]
    while let byte = UInt8(rest.prefix(2), radix: 16) {
      data.append(byte)
      rest = rest.dropFirst(2)
    }
    return data
  }

  @Test("A bid that was changed, swapped or lost on the disk stops the opening")
  func changedOnDisk() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    try await desk.submit("bod van een", 1)
    let path = "\(desk.region.data)/bids/p1/000001.bid"
    let whole = try Data(contentsOf: URL(fileURLWithPath: path))
    var changed = whole
    changed[whole.count - 1] ^= 1
    for bytes in [changed, whole.dropLast(), Data()] {
      try bytes.write(to: URL(fileURLWithPath: path))
      try await desk.run(
        "open",
        desk.secrets,
        at: "2021-03-22 10:00",
        exits: 65,
        says: "niet wat werd ingediend. Zet haar terug"
      )
    }
    try whole.write(to: URL(fileURLWithPath: path))
    try await desk.run("open", desk.secrets, at: "2021-03-22 10:00")
  }

  @Test("A provider seals on his own machine, under this procedure's key and no other")
  func sealedByTheProvider() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    let other = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    func key(_ desk: ProcedureDesk) async throws -> String {
      let shown = try await desk.run("show").lines
      let line = try #require(shown.first { $0.hasPrefix("sleutel\t") })
      return String(line.dropFirst("sleutel\t".count))
    }
    let (plain, sealed) = ("\(desk.folder)/bod", "\(desk.folder)/bod.bid")
    try Data("thuis verzegeld".utf8).write(to: URL(fileURLWithPath: plain))
    let seal = ["procedures", "seal", plain, "--out", sealed, "--key"]
    #expect(try await Program.run(seal + ["geen sleutel"]).status == 64)
    let theirs = try await Program.run(seal + [try await key(other)])
    #expect(theirs.status == 0, "\(theirs.errorText)")
    let submit = [sealed, "--sealed"] + Desk.bid(1)
    let open = "2021-03-01 10:00"
    try await desk.run(
      "submit",
      submit,
      at: open,
      exits: 65,
      says: "niet verzegeld onder de sleutel"
    )
    try await desk.run("submit", [plain, "--sealed"] + Desk.bid(1), at: open, exits: 65)
    #expect(try desk.bidFiles().isEmpty)
    let ours = try await Program.run(seal + [try await key(desk), "--json"])
    #expect(ours.status == 0)
    let digest = try #require(ours.text.firstMatch(of: /"digest":"([0-9a-f]{64})"/)).1
    try await desk.run("submit", submit, at: open, says: "vingerafdruk \(digest)")
    try await desk.run("open", desk.secrets, at: "2021-03-22 10:00")
    let out = "\(desk.folder)/uit"
    try await desk.run("read-bid", Desk.bid(1) + desk.secrets + ["--out", out])
    #expect(try String(contentsOfFile: out, encoding: .utf8) == "thuis verzegeld")
  }

  @Test("A bid that its provider sealed wrongly is named, and the others open all the same")
  func sealedWrongly() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    try await desk.submit("goed", 1)
    let copy = "\(desk.folder)/verkeerd.bid"
    var bytes = try Data(contentsOf: URL(fileURLWithPath: "\(desk.region.data)/bids/p1/000001.bid"))
    bytes[60] ^= 1
    try bytes.write(to: URL(fileURLWithPath: copy))
    try await desk.run("submit", [copy, "--sealed"] + Desk.bid(2), at: "2021-03-01 10:00")
    let after = "2021-03-22 10:00"
    try await desk.run(
      "open",
      desk.secrets,
      at: after,
      says: "90000002 op perceel regionaal is wat"
    )
    let out = ["--out", "\(desk.folder)/uit"]
    try await desk.run("read-bid", Desk.bid(1) + desk.secrets + out)
    try await desk.run("read-bid", Desk.bid(2) + desk.secrets + out, exits: 65)
  }

  @Test("Keys: in the data folder 78, over a file 73, by a stranger or after a bid 65")
  func keys() async throws {
    let desk = try await Desk(
      published: ProcedurePlans.withCriteria,
      lots: ["regionaal"],
      keys: false
    )
    func key(_ opener: String, _ path: String, exits: Int32, says part: String) async throws {
      try await desk.run("key", ["--opener", opener, "--secret", path], exits: exits, says: part)
    }
    try await key("aziz", desk.region.data + "/a", exits: 78, says: "ligt in de datamap")
    try await key("dekker", desk.secret("dekker"), exits: 65, says: "niet aangewezen om te openen")
    #expect(!FileManager.default.fileExists(atPath: desk.secret("dekker")))
    try await key("aziz", desk.secret("aziz"), exits: 0, says: "Geef het aan aziz")
    try await key("bloem", desk.secret("aziz"), exits: 73, says: "wordt nooit overschreven")
    try await key("bloem", desk.secret("bloem"), exits: 0, says: "regie-bid-key-1 p1 aziz=")
    try await desk.submit("bod", 1)
    try await key("aziz", desk.secret("nieuw"), exits: 65, says: "verandert niet meer")
    #expect(!FileManager.default.fileExists(atPath: desk.secret("nieuw")))
  }

  @Test("A file that no entry speaks of is named at the opening, and never taken away")
  func strays() async throws {
    let desk = try await Desk(published: ProcedurePlans.withCriteria, lots: ["regionaal"])
    try await desk.submit("een", 1)
    let left = URL(fileURLWithPath: "\(desk.region.data)/bids/p1/000002.bid")
    try Data("achtergebleven".utf8).write(to: left)
    try await desk.submit("twee", 2)
    #expect(try desk.bidFiles() == ["000001.bid", "000002.bid", "000003.bid"])
    try await desk.run(
      "open",
      desk.secrets,
      at: "2021-03-22 10:00",
      says: "het journaal niets weet (1)"
    )
    #expect(try desk.bidFiles().count == 3)
  }
}
