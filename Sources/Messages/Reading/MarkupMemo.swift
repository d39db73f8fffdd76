/// The markup between values that was seen before, and what it led to.
///
/// The same place in the grammar, with the same open tags and namespaces, followed by the same
/// bytes, always leads to the same next place. So after a value the reader first looks whether one
/// of the few stretches of markup that followed here before stands here again, and then skips it
/// whole. What is not there is read in full and remembered.
struct MarkupMemo {
  /// What a stretch of markup does to the tables, in order.
  struct Action {
    enum Kind: UInt8 { case row, presence, clientStart, clientEnd }

    let kind: Kind
    var first: Int32 = 0
    var second: Int32 = 0
    /// Where in the stretch it happens.
    var offset: Int32 = 0

    static func row(_ table: Int32, in parent: Int32) -> Action {
      Action(kind: .row, first: table, second: parent)
    }
    static func presence(_ column: Int32, in table: Int32) -> Action {
      Action(kind: .presence, first: column, second: table)
    }
    static let clientStart = Action(kind: .clientStart)
    static let clientEnd = Action(kind: .clientEnd)
  }

  /// A stretch of markup after the value of a place.
  struct Stretch {
    let bytes: WordStore.Entry
    let actions: Range<Int>
    /// The place it leads to.
    let place: Int32
    /// The stretch to try next; -1 at the end.
    let next: Int32
  }

  /// A place in the grammar with everything that is open around it.
  struct Place {
    let leaf: Int32
    var firstStretch: Int32 = -1
    var stretches = 0
  }

  private static let stretchesPerPlace = 6
  private static let longestStretch = 2048
  private static let mostPlaces = 4096
  private static let window = 1024
  private static let pause = 16384

  private(set) var places: [Place] = []
  private(set) var stretches: [Stretch] = []
  private(set) var actions: [Action] = []
  private var store = WordStore()
  private var frames: [[MessageParser.Frame]] = []
  private var numbers: [[MessageParser.Frame]: Int32] = [:]
  /// The place of the value being read; -1 when it is not remembered.
  private(set) var place: Int32 = -1
  private var recordingStart = -1
  private var recordingFrom: Int32 = -1
  private var firstAction = 0
  private var lookups = 0
  private var misses = 0
  private var pauseLeft = 0

  /// The open elements at the place of the value being read.
  var openElements: [MessageParser.Frame] { frames[Int(place)] }

  /// Whether a stretch is being read in full to be remembered.
  var isRecording: Bool { recordingStart >= 0 }

  /// The stretch that stands at a place of the input, if it is a remembered one.
  @inline(__always)
  mutating func find(_ input: RawSpan, at offset: Int) -> Stretch? {
    guard place >= 0 else { return nil }
    lookups += 1
    var index = places[Int(place)].firstStretch
    while index >= 0 {
      let stretch = stretches[Int(index)]
      if store.matches(stretch.bytes, input, at: offset) {
        place = stretch.place
        return stretch
      }
      index = stretch.next
    }
    misses += 1
    return nil
  }

  /// Begins to remember the stretch that is read next.
  mutating func record(from offset: Int) {
    recordingFrom = place
    recordingStart = offset
    firstAction = actions.count
    place = -1
  }

  /// Notes what the stretch being read does.
  mutating func note(_ action: Action, at offset: Int) {
    var action = action
    action.offset = Int32(truncatingIfNeeded: offset - recordingStart)
    actions.append(action)
  }

  /// Forgets the stretch being read.
  mutating func abandon() {
    if isRecording { actions.removeSubrange(firstAction...) }
    recordingStart = -1
  }

  /// Takes the place of the next value, and remembers the stretch that led to it.
  mutating func arrive(
    _ bytes: Span<UInt8>,
    at end: Int,
    leaf: Int,
    open: [MessageParser.Frame]
  ) {
    if pauseLeft > 0 {
      abandon()
      place = -1
      pauseLeft -= 1
      return
    }
    if lookups >= MarkupMemo.window {
      // Markup that is always new costs more to look up than it saves.
      if misses * 2 > lookups { pauseLeft = MarkupMemo.pause }
      lookups = 0
      misses = 0
    }
    place = number(open, leaf)
    let from = Int(recordingFrom)
    if isRecording, place >= 0, end - recordingStart <= MarkupMemo.longestStretch,
      places[from].stretches < MarkupMemo.stretchesPerPlace
    {
      let entry = store.add(bytes, recordingStart..<end)
      stretches.append(
        Stretch(
          bytes: entry,
          actions: firstAction..<actions.count,
          place: place,
          next: places[from].firstStretch
        )
      )
      places[from].firstStretch = Int32(stretches.count - 1)
      places[from].stretches += 1
      recordingStart = -1
    } else {
      abandon()
    }
  }

  private mutating func number(_ open: [MessageParser.Frame], _ leaf: Int) -> Int32 {
    if let known = numbers[open] { return known }
    guard places.count < MarkupMemo.mostPlaces else { return -1 }
    let number = Int32(places.count)
    places.append(Place(leaf: Int32(leaf)))
    frames.append(open)
    numbers[open] = number
    return number
  }
}

// MARK: - The reader's side

extension MessageParser {
  /// Passes the markup after a value when it is a remembered one; true at the next value.
  @inline(__always)
  mutating func follow(_ bytes: Span<UInt8>) -> Bool {
    guard remembering else { return false }
    let before = memo.place
    guard before >= 0 else { return false }
    guard let stretch = memo.find(bytes.bytes, at: at) else {
      recallFrames()
      framesAreStale = false
      findingsBefore = findingCount
      memo.record(from: at)
      return false
    }
    var index = stretch.actions.lowerBound
    while index < stretch.actions.upperBound {
      let action = memo.actions[index]
      perform(action, at + Int(action.offset), isRecalled: true)
      index += 1
    }
    at += stretch.bytes.count
    leaf = Int(memo.places[Int(stretch.place)].leaf)
    framesAreStale = true
    return true
  }

  /// Makes the stack of open elements true again after remembered markup.
  mutating func recallFrames() {
    if framesAreStale { frames = memo.openElements }
  }

  /// Arrives at a value after reading the markup before it in full.
  @inline(__always)
  mutating func arrive(_ bytes: Span<UInt8>) {
    guard remembering else { return }
    if findingCount > findingsBefore { memo.abandon() }
    memo.arrive(bytes, at: at, leaf: leaf, open: frames)
  }

  /// Does what markup does to the tables, and remembers it.
  @inline(__always)
  mutating func perform(_ action: MarkupMemo.Action, _ offset: Int, isRecalled: Bool = false) {
    switch action.kind {
    case .row: store.appendRow(Int(action.first), in: Int(action.second))
    case .presence: store.set(Int(action.first), in: Int(action.second), 1)
    case .clientStart: clientStart = offset
    case .clientEnd: clientRanges.append(clientStart..<offset)
    }
    if !isRecalled, memo.isRecording { memo.note(action, at: offset) }
  }
}
