import Accounts
import Documents
import Quantities
import Rules

/// What waits for a second pair of eyes, and what was decided before.
enum ProposalsPage {
  static func reply(_ visit: Visit) async throws -> Reply {
    let actor = try visit.actor()
    let proposals = try await visit.region.accounts.proposals(for: actor.principal)
    let names = try await UserNames(visit)
    let states = [Proposal.State.pending, .approved, .refused, .withdrawn]
    let filter = ListFilter(
      "stand",
      visit.say("Stand", "Standing"),
      states.map { ListFilter.Choice("\($0.rawValue)", visit.say($0.words)) },
      on: visit
    )
    let shown = proposals.filter { proposal in
      filter.chosen.map { $0 == "\(proposal.state.rawValue)" } ?? true
    }
    let table = ListTable(
      id: "voorstellen",
      caption: visit.say("Voordrachten", "Proposals"),
      columns: [
        ListTable.Column("nummer", visit.say("Voordracht", "Proposal")),
        ListTable.Column("stand", visit.say("Stand", "Standing")),
        ListTable.Column("over", visit.say("Over", "About")),
        ListTable.Column("door", visit.say("Voorgedragen door", "Proposed by")),
        ListTable.Column("dag", visit.say("Op", "On")),
      ],
      rows: shown.map { proposal in
        ListTable.Row([
          .link(
            "\(proposal.number): \(visit.say(proposal.kind.name))",
            .administration(.proposal("\(proposal.number)"))
          ),
          .status(proposal.state.kind, visit.say(proposal.state.words)),
          .text(subject(proposal, names, visit)),
          .text(names[proposal.proposer]),
          .day(proposal.made.utcDate),
        ])
      }
    )
    let list = ListView(
      table,
      on: visit,
      at: .administration(.proposals),
      filters: [filter],
      emptyText: visit.say("Er is niets voorgedragen.", "Nothing was proposed.")
    )
    let waiting = proposals.count { $0.state == .pending }
    return try visit.reply(list) { page(list, waiting, visit) }
  }

  private static func subject(
    _ proposal: Proposal,
    _ names: UserNames,
    _ visit: Visit
  ) -> String {
    if let user = proposal.subject { return names[user.actorText] }
    return ProposedDeed(proposal).map { DeedWords(visit).title($0.deed) }
      ?? visit.say(proposal.scope.text)
  }

  private static func page(_ list: ListView, _ waiting: Int, _ visit: Visit) -> Page {
    var html = HTML()
    list.write(&html)
    return Page(
      visit.say("Voordrachten", "Proposals"),
      lead: visit.say(
        waiting == 1
          ? "1 voordracht wacht op een besluit."
          : "\(waiting) voordrachten wachten op "
            + "een besluit.",
        waiting == 1 ? "1 proposal waits for a decision." : "\(waiting) proposals wait."
      ),
      body: html
    )
  }
}

extension Proposal.State {
  var words: BilingualText {
    switch self {
    case .pending: BilingualText("wacht op besluit", "waits for a decision")
    case .approved: BilingualText("goedgekeurd", "approved")
    case .refused: BilingualText("afgewezen", "refused")
    case .withdrawn: BilingualText("ingetrokken", "withdrawn")
    }
  }

  var kind: StatusKind {
    switch self {
    case .pending: .warning
    case .approved: .positive
    case .refused: .negative
    case .withdrawn: .neutral
    }
  }
}

/// The names of users by the words under which logs know them.
struct UserNames {
  private let names: [String: String]
  private let unknown: [String: String]

  init(_ visit: Visit) async throws {
    let users = try await visit.region.accounts.users()
    names = Dictionary(users.map { ($0.key.actorText, $0.displayName) }) { first, _ in first }
    unknown = [
      "command-line": visit.say("opdrachtregel", "command line"),
      "messages": visit.say("berichtenverkeer", "messages"),
      "unknown": visit.say("onbekend", "unknown"),
      "": "",
    ]
  }

  subscript(actor: String) -> String { names[actor] ?? unknown[actor] ?? actor }

  /// The users, by name, for a filter.
  var choices: [ListFilter.Choice] {
    names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
      .map { ListFilter.Choice($0.key, $0.value) }
  }
}
