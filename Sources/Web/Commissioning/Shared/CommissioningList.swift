import Documents

/// A page of the room that is one list, with what stands above and below it.
struct CommissioningList {
  let visit: Visit
  let title: String
  let lead: String
  let address: CommissioningAddress
  let table: ListTable
  let filters: [ListFilter]
  let emptyText: String
  var above: (inout HTML) -> Void = { _ in }
  var below: (inout HTML) -> Void = { _ in }

  /// The page, or the list as a file when that was asked for.
  func reply() throws -> Reply {
    let list = ListView(
      table,
      on: visit,
      at: .commissioning(address),
      filters: filters,
      emptyText: emptyText
    )
    return try visit.reply(list) {
      var html = HTML()
      above(&html)
      list.write(&html)
      below(&html)
      return Page(title, lead: lead, showsDates: true, body: html)
    }
  }
}

extension ListFilter {
  /// Whether something passes: no value was chosen, or this one.
  func passes(_ value: String) -> Bool { chosen == nil || chosen == value }

  func passes(_ values: some Sequence<String>) -> Bool {
    chosen == nil || values.contains { $0 == chosen }
  }
}

extension Visit {
  /// A filter by municipality, of those that occur.
  func municipalityFilter(
    _ codes: some Sequence<String>,
    _ name: (String) -> String
  ) -> ListFilter {
    choiceFilter("gemeente", say("Gemeente", "Municipality"), codes, name)
  }

  /// A filter by values that occur, in order of their names.
  func choiceFilter(
    _ name: String,
    _ label: String,
    _ values: some Sequence<String>,
    _ text: (String) -> String
  ) -> ListFilter {
    let choices = Set(values).map { ListFilter.Choice($0, text($0)) }
      .sorted { ($0.text, $0.value) < ($1.text, $1.value) }
    return ListFilter(name, label, choices, on: self)
  }
}
