/// The style sheets, script and icon of the site, under names that change with their contents.
struct SiteAssets: Sendable {
  struct Asset: Sendable {
    let type: String
    let bytes: [UInt8]
  }

  let names: AssetNames
  private let files: [String: Asset]

  init() {
    var files: [String: Asset] = [:]
    func add(_ name: String, _ suffix: String, _ type: String, _ text: String) -> String {
      let bytes = Array(text.utf8)
      let file = "\(name)-\(Self.fingerprint(bytes)).\(suffix)"
      files[file] = Asset(type: type, bytes: bytes)
      return Address.asset(file).path
    }
    names = AssetNames(
      tokens: add("tokens", "css", "text/css; charset=utf-8", EmbeddedTables.tokens),
      style: add("regie", "css", "text/css; charset=utf-8", EmbeddedTables.style),
      script: add("regie", "js", "text/javascript; charset=utf-8", EmbeddedTables.script),
      icon: add("regie", "svg", "image/svg+xml", Self.icon)
    )
    self.files = files
  }

  subscript(name: String) -> Asset? { files[name] }

  private static let icon = """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" \
    rx="6" fill="#154273"/><path d="M10 25V7h7.5a5.6 5.6 0 0 1 1.6 11L23 25h-4l-3.500-6.500H13.500V25z\
    M13.500 10v5.600h3.800a2.800 2.800 0 0 0 0-5.600z" fill="#fff"/></svg>
    """

  /// A fingerprint of contents, to tell versions apart: FNV-1a, and no secret.
  private static func fingerprint(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return String(hash, radix: 36)
  }
}

/// Where the files that every page names are.
package struct AssetNames: Sendable {
  package let tokens: String
  package let style: String
  package let script: String
  package let icon: String
}
