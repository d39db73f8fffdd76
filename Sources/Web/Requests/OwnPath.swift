/// A path within this site, for going back to; anything else becomes the first page (WB-08).
struct OwnPath {
  let text: String

  init(_ text: String) {
    let path = text.prefix { $0 != "?" && $0 != "#" }
    let isOwn =
      text.utf8.count <= 4_096 && text.hasPrefix("/") && !text.hasPrefix("//")
      && !text.utf8.contains { $0 < 0x21 || $0 == UInt8(ascii: "\\") || $0 >= 0x7F }
      && String(path).percentUnescaped.flatMap { Address(path: $0) } != nil
    self.text = isOwn ? text : "/"
  }
}
