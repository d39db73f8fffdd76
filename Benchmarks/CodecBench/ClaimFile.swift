/// Writes declarations of many lines with invented data, the same for the same seed.
struct ClaimFile {
  /// How much the lines differ in shape.
  enum Shape: String {
    /// One sender, who writes every line in the same way.
    case one
    /// One sender, who writes with indentation and line ends.
    case indented
    /// Every line differs: white space, comments, CDATA, character references, tags with blanks.
    case varied
  }

  private let shape: Shape
  private var random: UInt64
  private var text = ""
  private var comments = 0

  init(_ shape: Shape, seed: UInt64) {
    self.shape = shape
    self.random = seed &* 2 &+ 1
  }

  private mutating func next(_ limit: Int) -> Int {
    random ^= random << 13
    random ^= random >> 7
    random ^= random << 17
    return Int(random >> 33) % limit
  }

  /// The bytes of a declaration with a number of lines, five to a client.
  mutating func bytes(lines: Int) -> [UInt8] {
    let message = "http://www.istandaarden.nl/iwmo/3_2/wmo323/schema"
    let base = "http://www.istandaarden.nl/iwmo/3_2/basisschema/schema"
    text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n"
    text += "<wmo:Bericht xmlns:wmo=\"\(message)\" xmlns:iwmo=\"\(base)\">"
    text += "<wmo:Header>"
    leaf("wmo:BerichtCode", "484")
    leaf("wmo:BerichtVersie", "3")
    leaf("wmo:BerichtSubversie", "2")
    leaf("wmo:Afzender", "99990101")
    leaf("wmo:Ontvanger", "0344")
    group("wmo:BerichtIdentificatie", [("Identificatie", "L1"), ("Dagtekening", "2025-02-05")])
    group("wmo:XsdVersie", [("BasisschemaXsdVersie", "1.0.0"), ("BerichtXsdVersie", "1.0.0")])
    text += "</wmo:Header><wmo:Declaratie>"
    leaf("wmo:DeclaratieNummer", "D1")
    group("wmo:DeclaratiePeriode", [("Begindatum", "2025-01-01"), ("Einddatum", "2025-01-31")])
    leaf("wmo:DeclaratieDagtekening", "2025-02-05")
    let total = String(lines * 4_000)
    group("wmo:TotaalIngediendBedrag", [("TotaalBedrag", total), ("DebetCredit", "D")])
    text += "<wmo:Clienten>"
    for line in 0..<lines {
      if line % 5 == 0 { openClient(line / 5) }
      self.line(line)
      if line % 5 == 4 || line == lines - 1 { text += "</wmo:Prestaties></wmo:Client>" }
    }
    text += "</wmo:Clienten></wmo:Declaratie></wmo:Bericht>\r\n"
    return Array(text.utf8)
  }

  private mutating func openClient(_ number: Int) {
    text += "<wmo:Client>"
    leaf("wmo:Bsn", ClaimFile.citizenNumber(number))
    text += "<wmo:Prestaties>"
  }

  /// The n-th number from the test range that passes the test of eleven.
  private static func citizenNumber(_ number: Int) -> String {
    let body = 99_990_000 + number % 9_000
    var digits = String(body).utf8.map { Int($0) - 48 }
    var weighted = 0
    for (index, digit) in digits.enumerated() { weighted += (9 - index) * digit }
    digits.append(weighted % 11)
    if digits[8] == 10 { return citizenNumber(number + 1) }
    return digits.map(String.init).joined()
  }

  private mutating func line(_ number: Int) {
    text += "<wmo:Prestatie>"
    group("wmo:ProductReferentie", [("ReferentieNummer", "R\(100_000_000 + number)")])
    leaf("wmo:ToewijzingNummer", String(1_000_000 + number / 5))
    leaf("wmo:ProductCategorie", "02")
    leaf("wmo:ProductCode", "02A03")
    group("wmo:ProductPeriode", [("Begindatum", "2025-01-01"), ("Einddatum", "2025-01-31")])
    leaf("wmo:GeleverdVolume", String(60 + number % 400))
    leaf("wmo:Eenheid", "01")
    leaf("wmo:ProductTarief", "4000")
    group("wmo:IngediendBedrag", [("Bedrag", "4000"), ("DebetCredit", "D")])
    between()
    text += "</wmo:Prestatie>"
  }

  private mutating func group(_ name: String, _ leaves: [(String, String)]) {
    between()
    text += "<\(name)>"
    for (name, value) in leaves { leaf("iwmo:" + name, value) }
    between()
    text += "</\(name)>"
  }

  private mutating func leaf(_ name: String, _ value: String) {
    between()
    let blank = shape == .varied && next(12) == 0 ? " " : ""
    text += "<\(name)\(blank)>"
    text += written(value)
    text += "</\(name)>"
  }

  private mutating func written(_ value: String) -> String {
    guard shape == .varied else { return value }
    switch next(16) {
    case 0: return "<![CDATA[\(value)]]>"
    case 1: return value.utf8.first.map { "&#\($0);\(value.dropFirst())" } ?? value
    case 2: return "\(value)<!-- x -->"
    default: return value
    }
  }

  private mutating func between() {
    switch shape {
    case .one: return
    case .indented: text += "\r\n            "
    case .varied:
      text += "\n" + String(repeating: " ", count: next(24))
      if next(8) == 0 {
        comments += 1
        text += "<!-- \(comments) -->"
      }
    }
  }
}
