import Access
import Claims
import Journal
import Quantities
import Region

/// What lists of lines are made of, made once for a state and kept for the next who asks.
///
/// One is made at a time; who asks for the same waits for it. The last few positions are kept, so
/// that looking at the past does not push out the present.
actor ClaimViews {
  private var refused = RecentValues<Position, Refused>()
  private var orders = RecentValues<OrderKey, [Int32]>(limit: 8)
  private var choices = RecentValues<ChoiceKey, RefusedLines.Choice>(limit: 24)
  private var awarded = RecentValues<FiguresKey, AwardedFigures>(limit: 8)
  private var scoped = RecentValues<ScopedKey, ScopedAwards>(limit: 4)
  private var lines = RecentValues<LinesKey, [Int32]>(limit: 8)

  /// The refused lines of a state.
  final class Refused: Sendable {
    let list: RefusedLines

    init(_ list: RefusedLines) { self.list = list }
  }

  private struct OrderKey: Hashable {
    let position: Position
    let order: RefusedLines.Order
  }

  private struct ChoiceKey: Hashable {
    let order: OrderKey
    let filter: RefusedLines.Filter
  }

  private struct FiguresKey: Hashable {
    let position: Position
    let providers: Set<ProviderCode>?
  }

  private struct ScopedKey: Hashable {
    let position: Position
    let scopes: [ScopedAwards.Scope]
  }

  private struct LinesKey: Hashable {
    let position: Position
    let filter: LineFilter
    let order: LineOrdering
  }

  /// The refused lines that nobody mended.
  func refusedLines(_ state: RegionState) -> RefusedLines {
    refused.value(state.head.position) { Refused(RefusedLines(state.ledger)) }.list
  }

  /// What a filter lets through of them, in an order: the next page of the same is already there.
  func refusedLines(
    _ state: RegionState,
    _ filter: RefusedLines.Filter,
    by order: RefusedLines.Order
  ) -> RefusedLines.Choice {
    let list = refusedLines(state)
    let key = OrderKey(position: state.head.position, order: order)
    let places = orders.value(key) { list.places(by: order) }
    return choices.value(ChoiceKey(order: key, filter: filter)) {
      list.choice(filter, of: places)
    }
  }

  /// What was awarded, to all or to some providers.
  func awardedFigures(_ state: RegionState, of providers: Set<ProviderCode>?) -> AwardedFigures {
    awarded.value(FiguresKey(position: state.head.position, providers: providers)) {
      AwardedFigures(state.ledger, state.access.allocations, of: providers)
    }
  }

  /// What was awarded under contracts with a ceiling.
  func scopedAwards(_ state: RegionState, under scopes: [ScopedAwards.Scope]) -> ScopedAwards {
    scoped.value(ScopedKey(position: state.head.position, scopes: scopes)) {
      ScopedAwards(state.ledger, under: scopes)
    }
  }

  /// The lines that a filter lets through, in an order from low to high.
  func rows(_ state: RegionState, _ filter: LineFilter, by order: LineOrdering) -> [Int32] {
    let key = LinesKey(position: state.head.position, filter: filter, order: order)
    return lines.value(key) {
      let rows = state.ledger.rows(filter)
      return switch order {
      case .newest: rows
      case .amount: state.ledger.byAmount(rows)
      case .month: state.ledger.byDay(rows)
      }
    }
  }
}

/// By which column the list of lines is sorted.
enum LineOrdering: String, CaseIterable, Hashable, Sendable {
  case newest, amount, month
}

/// The values that were asked for last, a few of them.
struct RecentValues<Key: Hashable, Value> {
  private let limit: Int
  private var values: [(key: Key, value: Value)] = []

  init(limit: Int = 3) { self.limit = limit }

  /// The value of a key, made when it is not there.
  mutating func value(_ key: Key, _ make: () -> Value) -> Value {
    if let place = values.firstIndex(where: { $0.key == key }) {
      let found = values.remove(at: place)
      values.append(found)
      return found.value
    }
    let made = make()
    values.append((key, made))
    if values.count > limit { values.removeFirst() }
    return made
  }
}
