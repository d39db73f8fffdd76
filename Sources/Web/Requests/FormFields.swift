/// What was sent with a form: its fields, and a file when there is one.
package struct FormFields: Sendable {
  package let fields: Query
  package let file: SentFile?

  package init(fields: Query, file: SentFile? = nil) {
    self.fields = fields
    self.file = file
  }

  /// A file as the browser sent it; its name is only ever shown.
  package struct SentFile: Sendable {
    package let name: String
    package let bytes: [UInt8]
  }

  /// The field with the token that binds a form to its session.
  package static let tokenName = "_formulier"
  /// The field with the number by which a form that is sent twice is told.
  package static let onceName = "_eenmalig"
  /// The field with the version of what a form changes, to tell a stale page.
  package static let versionName = "_versie"
  /// Fields that are ours and not the user's.
  package static let ownNames: Set = [tokenName, onceName]

  package subscript(_ name: String) -> String? { fields[name] }
}

extension FormFields {
  /// Reads what a form sent, by the header that says how it was written down; nil when it is
  /// written in another way, or is broken.
  package init?(_ bytes: [UInt8], type: String) {
    let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
    switch parts.first?.lowercased() {
    case "application/x-www-form-urlencoded":
      guard let text = String(validating: bytes, as: UTF8.self), let fields = Query(text) else {
        return nil
      }
      self.init(fields: fields)
    case "multipart/form-data":
      guard let boundary = parts.dropFirst().first(where: { $0.hasPrefix("boundary=") }),
        let form = MultipartForm(bytes, boundary: String(boundary.dropFirst(9)))
      else { return nil }
      self = form.fields
    default: return nil
    }
  }
}
