/// Every price list that was ever imported, with the number that receipts name it by.
///
/// An imported file is the whole list from then on: new verdicts look only at the newest list. An
/// older one is kept as it was, because a verdict's receipt names the list it was judged with and
/// gives the same answer when it is run again. A price that was agreed for last year therefore
/// stays in the file, with its own dates, as long as lines of last year may still come in.
package struct PriceListHistory: Equatable, Sendable {
  /// The lists in order of import; the first one has version 1.
  private var lists: [PriceList] = []

  /// No list was imported yet.
  package init() {}

  /// The version of the newest list; zero before the first import.
  package var version: Int { lists.count }

  /// The newest list; an empty one before the first import.
  package var current: PriceList { lists.last ?? .empty }

  /// The list with a version, or nil when there was none.
  package func list(version: Int) -> PriceList? {
    version >= 1 && version <= lists.count ? lists[version - 1] : nil
  }

  /// The history with an imported list as its newest.
  ///
  /// Importing the rows that are in force already changes nothing (IM-08).
  package func importing(_ list: PriceList) -> PriceListHistory {
    if let last = lists.last, last == list { return self }
    var history = self
    history.lists.append(list)
    return history
  }
}
