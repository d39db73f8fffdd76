package import Documents
package import Rules

/// A form on a page, in the order that NL Design System asks for: the errors above the form; per
/// field its label, description, error and control; and a button that is never switched off.
package struct FormView: Sendable {
  package let action: Address
  package let language: Language
  /// The token of the session; nil on the pages on which a session begins.
  package let token: String?
  /// What was filled in before, so that nothing typed is lost.
  package let values: Query
  package let errors: [FieldError]
  package var hasFile = false
  package var hidden: [QueryItem] = []
  /// Whether its button is not the one that most people come for.
  package var isSecondary = false
  /// A number by which the same form sent twice is told; nil where that does no harm.
  package var once: String?

  package init(
    _ action: Address,
    on visit: Visit,
    values: Query = Query(),
    errors: [FieldError] = []
  ) {
    self.action = action
    language = visit.language
    token = visit.visitor.flatMap { $0.isSignedIn ? $0.formToken : nil }
    self.values = values
    self.errors = errors
  }

  package func say(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  /// Writes the summary of errors and the form around what `content` writes.
  package func write(_ html: inout HTML, _ button: String, _ content: (inout HTML) -> Void) {
    summary(&html)
    html.element(
      "form",
      .class("regie-form"),
      .method("post"),
      .action(action.path),
      hasFile ? .encoding("multipart/form-data") : nil,
      .data(.submitOnce, "")
    ) { html in
      if let token { hidden(FormFields.tokenName, token, &html) }
      if let once { hidden(FormFields.onceName, once, &html) }
      for item in hidden { hidden(item.name, item.value, &html) }
      content(&html)
      let style = isSecondary ? "nl-button nl-button--secondary" : "nl-button"
      html.element("button", .type("submit"), .class(style), text: button)
    }
  }

  private func hidden(_ name: String, _ value: String, _ html: inout HTML) {
    html.void("input", .type("hidden"), .name(name), .value(value))
  }

  private func summary(_ html: inout HTML) {
    guard !errors.isEmpty else { return }
    html.element("div", .class("nl-alert nl-alert--negative"), .role("alert")) { html in
      let title =
        errors.count == 1
        ? say("Er is 1 ding dat u moet verbeteren", "There is 1 thing to correct")
        : say(
          "Er zijn \(errors.count) dingen die u moet verbeteren",
          "There are \(errors.count) things to correct"
        )
      html.element(
        "h2",
        .class("nl-heading nl-heading--level-2"),
        .tabIndex(-1),
        .data(.focus, ""),
        text: title
      )
      html.element("ul") { html in
        for error in errors {
          html.element("li") { $0.element("a", .href("#veld-\(error.field)"), text: error.text) }
        }
      }
    }
  }
}

/// What is wrong with a field, and how to mend it.
package struct FieldError: Hashable, Sendable {
  package let field: String
  package let text: String

  package init(_ field: String, _ text: String) {
    self.field = field
    self.text = text
  }
}

// MARK: - Fields

extension FormView {
  /// A line of text.
  package func input(
    _ name: String,
    _ label: String,
    description: String? = nil,
    type: String = "text",
    autocomplete: String? = nil,
    isOptional: Bool = false,
    keepsValue: Bool = true,
    _ html: inout HTML
  ) {
    field(name, label, description, isOptional, &html) { html in
      html.void(
        "input",
        .id("veld-\(name)"),
        .class("nl-text-input"),
        .type(type),
        .name(name),
        .value(keepsValue ? values[name] ?? "" : ""),
        autocomplete.map { .autocomplete($0) },
        isOptional ? nil : .aria(.required, "true"),
        has(name) ? .aria(.invalid, "true") : nil,
        described(name, description)
      )
    }
  }

  /// Lines of text.
  package func textarea(
    _ name: String,
    _ label: String,
    description: String? = nil,
    isOptional: Bool = false,
    _ html: inout HTML
  ) {
    field(name, label, description, isOptional, &html) { html in
      html.element(
        "textarea",
        .id("veld-\(name)"),
        .class("nl-textarea"),
        .name(name),
        .rows(4),
        isOptional ? nil : .aria(.required, "true"),
        has(name) ? .aria(.invalid, "true") : nil,
        described(name, description),
        text: values[name] ?? ""
      )
    }
  }

  /// A choice out of a list.
  package func select(
    _ name: String,
    _ label: String,
    _ choices: [ListFilter.Choice],
    description: String? = nil,
    _ html: inout HTML
  ) {
    field(name, label, description, false, &html) { html in
      html.element(
        "select",
        .id("veld-\(name)"),
        .class("nl-select"),
        .name(name),
        has(name) ? .aria(.invalid, "true") : nil,
        described(name, description)
      ) { html in
        for choice in choices {
          html.element(
            "option",
            .value(choice.value),
            choice.value == values[name] ? .selected : nil,
            text: choice.text
          )
        }
      }
    }
  }

  /// Boxes of which several may be ticked.
  package func checkboxes(
    _ name: String,
    _ legend: String,
    _ choices: [ListFilter.Choice],
    _ html: inout HTML
  ) {
    html.element("fieldset", .class("nl-fieldset"), .id("veld-\(name)"), .tabIndex(-1)) { html in
      html.element("legend", .class("nl-fieldset__legend"), text: legend)
      for error in errors where error.field == name {
        html.element("span", .class("nl-form-field__error"), text: error.text)
      }
      for choice in choices {
        html.element("div", .class("nl-checkbox-row")) { html in
          html.void(
            "input",
            .id("veld-\(name)-\(choice.value)"),
            .type("checkbox"),
            .name(name),
            .value(choice.value),
            values.all(name).contains(choice.value) ? .checked : nil
          )
          html.element("label", .for("veld-\(name)-\(choice.value)"), text: choice.text)
        }
      }
    }
  }

  /// A file to hand in.
  package func file(
    _ name: String,
    _ label: String,
    description: String,
    accept: String,
    _ html: inout HTML
  ) {
    field(name, label, description, false, &html) { html in
      html.void(
        "input",
        .id("veld-\(name)"),
        .class("nl-text-input"),
        .type("file"),
        .name(name),
        .accept(accept),
        has(name) ? .aria(.invalid, "true") : nil,
        described(name, description)
      )
    }
  }

  private func has(_ name: String) -> Bool { errors.contains { $0.field == name } }

  private func described(_ name: String, _ description: String?) -> HTMLAttribute? {
    var ids: [String] = []
    if description != nil { ids.append("veld-\(name)-uitleg") }
    if has(name) { ids.append("veld-\(name)-fout") }
    return ids.isEmpty ? nil : .aria(.describedBy, ids.joined(separator: " "))
  }

  private func field(
    _ name: String,
    _ label: String,
    _ description: String?,
    _ isOptional: Bool,
    _ html: inout HTML,
    _ control: (inout HTML) -> Void
  ) {
    let style = has(name) ? "nl-form-field nl-form-field--invalid" : "nl-form-field"
    html.element("div", .class(style)) { html in
      let optional = isOptional ? say(" (optioneel)", " (optional)") : ""
      html.element(
        "label",
        .class("nl-form-field__label"),
        .for("veld-\(name)"),
        text: label + optional
      )
      if let description {
        html.element(
          "span",
          .class("nl-form-field__description"),
          .id("veld-\(name)-uitleg"),
          text: description
        )
      }
      for error in errors where error.field == name {
        html.element(
          "span",
          .class("nl-form-field__error"),
          .id("veld-\(name)-fout"),
          text: error.text
        )
      }
      control(&html)
    }
  }
}
