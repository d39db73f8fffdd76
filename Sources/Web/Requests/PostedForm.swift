/// A form that was sent by somebody who may send it, from a page of ours.
package struct PostedForm: Sendable {
  package let visit: Visit
  package let fields: FormFields
  /// Who sent it; nil on the pages on which a session begins.
  package let visitor: Visitor?

  /// Whether the form is only given back after a session ended: it is shown, and nothing is done.
  package var isRestored: Bool { fields.fields.has(RestorePage.fieldName) }

  package subscript(_ name: String) -> String? { fields[name] }
}
