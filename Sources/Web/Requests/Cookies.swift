import HTTPTypes

/// The cookies of a request, and how ours are made.
struct Cookies {
  private let values: [String: String]

  /// Reads the cookie header; a name that is there twice counts as absent, so that a cookie planted
  /// beside ours gains nothing.
  init(_ fields: HTTPFields) {
    var values: [String: String] = [:]
    var doubled: Set<String> = []
    for header in fields[values: .cookie] {
      for part in header.split(separator: ";") {
        let sides = part.split(separator: "=", maxSplits: 1)
        guard sides.count == 2 else { continue }
        let name = String(sides[0].drop { $0 == " " })
        if values.updateValue(String(sides[1]), forKey: name) != nil { doubled.insert(name) }
      }
    }
    for name in doubled { values[name] = nil }
    self.values = values
  }

  subscript(name: String) -> String? { values[name] }

  /// The name of the session's cookie; each region has its own.
  static func sessionName(_ slug: RegionSlug) -> String { "__Host-regie-\(slug)" }
  static let languageName = "__Host-regie-taal"

  /// A cookie for this host alone, gone with the browser (AU-10).
  static func session(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax"
  }

  /// A choice without any secret, kept for a year.
  static func choice(_ name: String, _ value: String) -> String {
    "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000"
  }

  /// Takes a cookie away.
  static func gone(_ name: String) -> String {
    "\(name)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
  }
}
