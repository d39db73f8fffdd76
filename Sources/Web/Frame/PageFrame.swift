package import Documents
package import Rules

/// What stands around every page: head, skip link, header, navigation, footer.
///
/// The same things in the same order on every page (WCAG 3.2.3, 3.2.6).
package struct PageFrame: Sendable {
  package var language: Language
  /// The name of the region; nil before one was chosen.
  package var regionName: String?
  package var slug: RegionSlug?
  /// The rooms that are open to the visitor, with the pages of the room that is shown.
  package var navigation: Navigation
  /// Who is signed in; nil for nobody.
  package var user: FrameUser?
  /// What every page says of a region that is made up; nil for a real one.
  package var synthetic: SyntheticNotice?
  package var assets: AssetNames
  /// Where the page can be found again: the path with its query.
  package var here: String
  package var dates: DatePickers?

  package struct FrameUser: Sendable {
    package var name: String
    package var roles: String
    /// The token that forms of this session carry.
    package var formToken: String
    /// How many proposals wait for the user's decision.
    package var waiting: Int
    /// Seconds until the session ends when nothing is done.
    package var secondsLeft: Int
  }

  func say(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  /// The path of a page, with the days that were chosen on this one where they mean something.
  func path(_ address: Address) -> String {
    guard case .region(_, let page) = address, page.hasDays, let dates else { return address.path }
    return address.path + dates.chosen.text
  }
}

extension PageFrame {
  /// The whole document.
  package func document(_ page: Page) -> HTML {
    var html = HTML()
    html.reserve(page.body.bytes.count + 12_000)
    html.documentType()
    html.element("html", .lang(language == .dutch ? "nl" : "en"), .class("regie-theme")) { html in
      head(page, &html)
      html.element("body") { html in
        html.element("a", .class("nl-skip-link"), .href("#inhoud")) {
          $0.write(say("Naar de inhoud", "Skip to the content"))
        }
        header(&html)
        synthetic?.write(language, &html)
        navigation.write(self, &html)
        if let user, user.waiting > 0 { waitingNotice(user.waiting, &html) }
        content(page, &html)
        footer(&html)
      }
    }
    return html
  }

  private func head(_ page: Page, _ html: inout HTML) {
    html.element("head") { html in
      html.void("meta", .charset("utf-8"))
      html.void("meta", .name("viewport"), .content("width=device-width, initial-scale=1"))
      html.void("meta", .name("color-scheme"), .content("light dark"))
      let prefix = page.titlePrefix.map { $0 + " - " } ?? ""
      let place = regionName.map { " - \($0)" } ?? ""
      html.element("title", text: "\(prefix)\(page.title)\(place) - Regie")
      html.void("link", .rel("icon"), .href(assets.icon), .type("image/svg+xml"))
      html.void("link", .rel("stylesheet"), .href(assets.tokens))
      html.void("link", .rel("stylesheet"), .href(assets.style))
      html.element("script", .source(assets.script), .defer) { _ in }
    }
  }

  private func header(_ html: inout HTML) {
    html.element("header", .class("nl-page-header")) { html in
      html.element("div", .class("nl-page-header__content")) { html in
        html.element("a", .class("nl-page-header__brand"), .href("/")) { html in
          html.element("span", .class("nl-page-header__logo"), .aria(.hidden, "true"), text: "R")
          html.element("span", text: "Regie")
        }
        if let regionName {
          html.element("p", .class("nl-page-header__region"), text: regionName)
        }
        html.element("div", .class("nl-page-header__tools")) { html in
          languageForm(&html)
          if let user { userTools(user, &html) }
        }
      }
    }
  }

  private func languageForm(_ html: inout HTML) {
    html.element("form", .method("post"), .action(Address.language.path)) { html in
      html.void("input", .type("hidden"), .name("terug"), .value(here))
      let other = language == .dutch ? "en" : "nl"
      html.void("input", .type("hidden"), .name("taal"), .value(other))
      html.element("button", .type("submit"), .class("nl-button nl-button--subtle"), .lang(other)) {
        $0.write(language == .dutch ? "English" : "Nederlands")
      }
    }
  }

  private func userTools(_ user: FrameUser, _ html: inout HTML) {
    guard let slug else { return }
    html.element("p", .class("nl-page-header__user")) { html in
      html.element(
        "a",
        .href(Address.region(slug, .administration(.ownSessions)).path),
        text: user.name
      )
      html.element("span", .class("nl-page-header__role"), text: user.roles)
    }
    let signOut = Address.region(slug, .signing(.signOut)).path
    html.element("form", .method("post"), .action(signOut)) { html in
      html.void("input", .type("hidden"), .name(FormFields.tokenName), .value(user.formToken))
      html.element("button", .type("submit"), .class("nl-button nl-button--subtle")) {
        $0.write(say("Afmelden", "Sign out"))
      }
    }
  }

  /// Tells whoever may decide that something waits; it leads to the list.
  private func waitingNotice(_ count: Int, _ html: inout HTML) {
    guard let slug else { return }
    let path = Address.region(slug, .administration(.proposals)).path
    html.element(
      "aside",
      .class("regie-synthetic"),
      .aria(.label, say("Voordrachten", "Proposals"))
    ) { html in
      html.element("p") {
        $0.element(
          "a",
          .href(path + Query([QueryItem("stand", "0")]).text),
          text: count == 1
            ? say("1 voordracht wacht op u", "1 proposal waits for you")
            : say("\(count) voordrachten wachten op u", "\(count) proposals wait for you")
        )
      }
    }
  }

  private func content(_ page: Page, _ html: inout HTML) {
    html.element("main", .id("inhoud"), .class("regie-main"), .tabIndex(-1)) { html in
      if !page.crumbs.isEmpty { crumbs(page, &html) }
      html.element("h1", .class("nl-heading nl-heading--level-1"), text: page.title)
      if let lead = page.lead { html.element("p", .class("regie-lead"), text: lead) }
      if page.showsDates { dates?.write(self, &html) }
      html.write(page.body)
    }
    if let user, let slug { sessionWarning(user, slug, &html) }
  }

  private func crumbs(_ page: Page, _ html: inout HTML) {
    let label = say("Kruimelpad", "Breadcrumbs")
    html.element("nav", .class("nl-breadcrumb"), .aria(.label, label)) { html in
      html.element("ol", .class("nl-breadcrumb__list")) { html in
        for crumb in page.crumbs {
          html.element("li") { $0.element("a", .href(path(crumb.address)), text: crumb.name) }
        }
        html.element("li", .aria(.current, "page"), text: page.title)
      }
    }
  }

  /// Waits in the page until the session is about to end; the script shows it then (AU-11).
  private func sessionWarning(_ user: FrameUser, _ slug: RegionSlug, _ html: inout HTML) {
    html.element(
      "div",
      .id("sessie"),
      .class("regie-session"),
      .role("status"),
      .data(.sessionEnds, "\(user.secondsLeft)"),
      .data(
        .sessionWarning,
        say(
          "Uw sessie eindigt over 2 minuten. Wat u invulde blijft staan als u verlengt.",
          "Your session ends in 2 minutes. What you filled in stays when you extend it."
        )
      ),
      .data(.extendAction, Address.region(slug, .signing(.extend)).path)
    ) { html in
      html.element("p", .class("regie-session__text")) { _ in }
      html.element("button", .type("button"), .class("nl-button")) {
        $0.write(say("Sessie verlengen", "Extend the session"))
      }
    }
  }

  private func footer(_ html: inout HTML) {
    html.element("footer", .class("nl-page-footer")) { html in
      html.element("div", .class("nl-page-footer__content")) { html in
        html.element(
          "p",
          text: say(
            "Vragen? Bel of mail het servicepunt van uw regio.",
            "Questions? Call or mail the service point of your region."
          )
        )
        guard let slug else { return }
        html.element("ul", .class("nl-page-footer__links")) { html in
          html.element("li") {
            $0.element(
              "a",
              .href(Address.region(slug, .definitions).path),
              text: say("Begrippen en berekeningen", "Terms and calculations")
            )
          }
          html.element("li") {
            $0.element(
              "a",
              .href(Address.region(slug, .accessibility).path),
              text: say("Toegankelijkheid", "Accessibility")
            )
          }
        }
      }
    }
  }
}
