import Documents
import Synchronization

/// Pages that were made before from the same state, for the same rights and the same question.
///
/// A page is a function of what stands in the key, so it never goes stale: the next entry in the
/// journal makes another key. Pages about single persons are never kept.
final class PageCache: Sendable {
  /// Everything that a page without persons is made of.
  struct Key: Hashable, Sendable {
    let region: RegionSlug
    let address: RegionAddress
    let query: Query
    let english: Bool
    /// The end of the journal.
    let position: Int64
    let knownOn: Int32
    let validOn: Int32
    let today: Int32
    /// Role and reach of whoever looks.
    let rights: String
  }

  private struct Contents {
    var pages: [Key: Page] = [:]
    /// The keys in the order in which they came.
    var order: [Key] = []
    var byteCount = 0
  }

  /// Together at most so many bytes.
  private static let byteLimit = 24 << 20
  private let contents = Mutex(Contents())

  func page(_ key: Key) -> Page? { contents.withLock { $0.pages[key] } }

  func keep(_ page: Page, _ key: Key) {
    guard page.body.bytes.count < Self.byteLimit / 8 else { return }
    contents.withLock { contents in
      guard contents.pages.updateValue(page, forKey: key) == nil else { return }
      contents.order.append(key)
      contents.byteCount += page.body.bytes.count
      var dropped = 0
      while contents.byteCount > Self.byteLimit, dropped < contents.order.count {
        let old = contents.pages.removeValue(forKey: contents.order[dropped])
        contents.byteCount -= old?.body.bytes.count ?? 0
        dropped += 1
      }
      contents.order.removeFirst(dropped)
    }
  }
}
