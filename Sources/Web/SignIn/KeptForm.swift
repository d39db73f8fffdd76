/// A form whose session had ended: where it was going and what was typed, kept in the pages of
/// signing in, so that nothing is lost (AU-11).
struct KeptForm {
  /// The page that the form stands on.
  let path: String
  let fields: Query

  private static let (pathName, fieldsName) = ("naar", "_bewaard")

  init(path: String, form: FormFields) {
    self.path = path
    fields = Query(form.fields.items.filter { !FormFields.ownNames.contains($0.name) })
  }

  /// What a page of signing in carries along; nil when it carries nothing.
  init?(_ query: Query) {
    guard let path = query[Self.pathName] else { return nil }
    self.path = OwnPath(path).text
    fields = query[Self.fieldsName].flatMap { Query($0) } ?? Query()
  }

  /// As hidden fields of the next form.
  var items: [QueryItem] {
    let text = String(fields.text.dropFirst())
    return [QueryItem(Self.pathName, path)]
      + (text.isEmpty ? [] : [QueryItem(Self.fieldsName, text)])
  }

  /// Whether something was typed.
  var hasFields: Bool { !fields.items.isEmpty }
}
