import Quantities

/// The written forms of values: integers, dates, times, codes and texts.
///
/// Follows XML Schema 1.0; only the years before 1 and after 9999 are refused on purpose.
enum Lexical {
  /// The part of a value without the white space around it.
  @inline(__always)
  static func trimmed(_ value: Span<UInt8>) -> Range<Int> {
    var start = 0
    var end = value.count
    while start < end, XMLCharacters.isSpace(value[start]) { start += 1 }
    while end > start, XMLCharacters.isSpace(value[end - 1]) { end -= 1 }
    return start..<end
  }

  @inline(__always)
  private static func digit(_ value: Span<UInt8>, _ index: Int) -> Int? {
    let digit = value[index] &- 0x30
    return digit < 10 ? Int(digit) : nil
  }

  /// A whole number, perhaps with a sign and leading zeros, within its limits.
  @inline(__always)
  static func integer(
    _ value: Span<UInt8>,
    _ node: ReadingGrammar.Node
  ) throws(FormatFault) -> Int64 {
    if value.count <= 12, node.fixed == Message.absent {
      // The usual case: a few digits and nothing else.
      var number: Int64 = 0
      var index = 0
      while index < value.count, let digit = digit(value, index) {
        number = number * 10 + Int64(digit)
        index += 1
      }
      if index == value.count, index > 0 {
        guard number >= node.minimum, number <= node.maximum else {
          throw .outOfRange(node.minimum, node.maximum)
        }
        return number
      }
    }
    return try anyInteger(value, node)
  }

  private static func anyInteger(
    _ value: Span<UInt8>,
    _ node: ReadingGrammar.Node
  ) throws(FormatFault) -> Int64 {
    let range = trimmed(value)
    guard !range.isEmpty else { throw .emptyValue }
    var index = range.lowerBound
    let isNegative = value[index] == UInt8(ascii: "-")
    if isNegative || value[index] == UInt8(ascii: "+") { index += 1 }
    guard index < range.upperBound else { throw .notInteger }
    var number: Int64 = 0
    while index < range.upperBound {
      guard let digit = digit(value, index) else { throw .notInteger }
      // Far beyond every limit it stays there, however many digits follow.
      number = min(number * 10 + Int64(digit), 1_000_000_000_000_000)
      index += 1
    }
    if isNegative { number = -number }
    if node.fixed != Message.absent, PackedCode.pack(value.extracting(range)) != node.fixed {
      throw .version(PackedCode.unpack(node.fixed))
    }
    guard number >= node.minimum, number <= node.maximum else {
      throw .outOfRange(node.minimum, node.maximum)
    }
    return number
  }

  /// The month that a date was last in: most dates of a file are in a few months, and working out
  /// where a month begins costs more than reading its digits.
  struct Month {
    var number = -1
    /// The day number of the day before its first day.
    var start: Int64 = 0
    var days = 0
  }

  /// A date without time zone, as a day number.
  @inline(__always)
  static func date(_ value: Span<UInt8>, _ month: inout Month) throws(FormatFault) -> Int64 {
    guard value.count == 10, value[4] == UInt8(ascii: "-"), value[7] == UInt8(ascii: "-") else {
      return try anyDate(value)
    }
    // Digits are 0 to 9; anything else leaves a higher bit behind, also after adding 6.
    var number = 0
    var wrong: UInt8 = 0
    for index in 0..<7 where index != 4 {
      let digit = value[index] &- 0x30
      wrong |= digit | (digit &+ 6)
      number = number * 10 + Int(digit)
    }
    let tens = value[8] &- 0x30
    let ones = value[9] &- 0x30
    wrong |= tens | (tens &+ 6) | ones | (ones &+ 6)
    let day = Int(tens) * 10 + Int(ones)
    guard wrong < 0x10 else { return try anyDate(value) }
    if number != month.number {
      guard let first = CivilDate(year: number / 100, month: number % 100, day: 1) else {
        return try anyDate(value)
      }
      let days = CivilDate.days(inMonth: number % 100, of: number / 100)
      month = Month(number: number, start: Int64(first.dayNumber) - 1, days: days)
    }
    guard day >= 1, day <= month.days else { throw .notDate }
    return month.start + Int64(day)
  }

  private static func anyDate(_ value: Span<UInt8>) throws(FormatFault) -> Int64 {
    let range = trimmed(value)
    guard !range.isEmpty else { throw .emptyValue }
    if let date = CivilDate(isoBytes: value.extracting(range)) { return Int64(date.dayNumber) }
    if isDateOfAnotherAge(value.extracting(range)) { throw .yearOutOfRange }
    throw .notDate
  }

  /// Whether this is a date of a longer or negative year, which no rule can use.
  private static func isDateOfAnotherAge(_ value: Span<UInt8>) -> Bool {
    let start = value[0] == UInt8(ascii: "-") ? 1 : 0
    let end = value.count - 6
    guard end - start > 4 || (end - start == 4 && start == 1) else { return false }
    for index in 0..<value.count where index >= start {
      let isHyphen = index == end || index == end + 3
      guard isHyphen == (value[index] == UInt8(ascii: "-")) else { return false }
      guard isHyphen || digit(value, index) != nil else { return false }
    }
    return true
  }

  /// A time without time zone; answers where it stands in the value, without white space.
  static func time(_ value: Span<UInt8>) throws(FormatFault) -> Range<Int> {
    let range = trimmed(value)
    guard !range.isEmpty else { throw .emptyValue }
    let time = value.extracting(range)
    guard time.count >= 8, time[2] == UInt8(ascii: ":"), time[5] == UInt8(ascii: ":"),
      let hours = pair(time, 0), let minutes = pair(time, 3), let seconds = pair(time, 6),
      hours <= 24, minutes < 60, seconds < 60
    else { throw .notTime }
    var isWhole = true
    if time.count > 8 {
      guard time[8] == UInt8(ascii: "."), time.count > 9 else { throw .notTime }
      for index in 9..<time.count {
        guard let digit = digit(time, index) else { throw .notTime }
        if digit > 0 { isWhole = false }
      }
    }
    guard hours < 24 || (minutes == 0 && seconds == 0 && isWhole) else { throw .notTime }
    return range
  }

  private static func pair(_ value: Span<UInt8>, _ index: Int) -> Int? {
    guard let tens = digit(value, index), let ones = digit(value, index + 1) else { return nil }
    return tens * 10 + ones
  }

  /// Exactly four or eight digits, as a packed code.
  @inline(__always)
  static func digitCode(
    _ value: Span<UInt8>,
    _ node: ReadingGrammar.Node
  ) throws(FormatFault) -> Int64 {
    let pattern = node.pattern ?? .digits8
    guard value.count == (pattern == .digits4 ? 4 : 8) else { throw .pattern(pattern) }
    var packed: Int64 = 0
    for index in 0..<value.count {
      guard digit(value, index) != nil else { throw .pattern(pattern) }
      packed = packed << 8 | Int64(value[index])
    }
    return packed
  }

  /// Exactly nine digits, as a number.
  @inline(__always)
  static func digits(_ value: Span<UInt8>) throws(FormatFault) -> Int64 {
    guard value.count == 9 else { throw .pattern(.digits9) }
    var number: Int64 = 0
    for index in 0..<9 {
      guard let digit = digit(value, index) else { throw .pattern(.digits9) }
      number = number * 10 + Int64(digit)
    }
    return number
  }

  /// Checks the length of a text in characters, and its pattern.
  @inline(__always)
  static func check(
    _ value: Span<UInt8>,
    _ node: ReadingGrammar.Node
  ) throws(FormatFault) {
    if Int64(value.count) > node.maximum {
      var characters: Int64 = 0
      for index in 0..<value.count where value[index] & 0xC0 != 0x80 { characters += 1 }
      guard characters <= node.maximum else { throw .tooLong(node.maximum) }
    }
    guard let pattern = node.pattern else { return }
    if pattern == .nonblank, value[0] > 0x20, isOneLine(value) { return }
    guard fits(value, pattern) else { throw .pattern(pattern) }
  }

  @inline(__always)
  private static func isOneLine(_ value: Span<UInt8>) -> Bool {
    for index in 0..<value.count
    where value[index] == UInt8(ascii: "\n") || value[index] == UInt8(ascii: "\r") {
      return false
    }
    return true
  }
}

// MARK: - Patterns

extension Lexical {
  /// Whether a text that is not empty fits a pattern.
  static func fits(_ value: Span<UInt8>, _ pattern: SimpleType.Pattern) -> Bool {
    switch pattern {
    case .nonblank: isOneLine(value) && isVisible(value)
    case .somewhere: isVisible(value)
    case .digits: areDigits(value)
    case .digits4: value.count == 4 && areDigits(value)
    case .digits8: value.count == 8 && areDigits(value)
    case .digits9: value.count == 9 && areDigits(value)
    case .letters: areLetters(value)
    case .alphanumeric: areAlphanumeric(value)
    case .version: isVersion(value)
    }
  }

  private static func isVisible(_ value: Span<UInt8>) -> Bool {
    for index in 0..<value.count where !XMLCharacters.isSpace(value[index]) { return true }
    return false
  }

  private static func areDigits(_ value: Span<UInt8>) -> Bool {
    for index in 0..<value.count where digit(value, index) == nil { return false }
    return true
  }

  private static func areAlphanumeric(_ value: Span<UInt8>) -> Bool {
    for index in 0..<value.count where digit(value, index) == nil && !isASCIILetter(value[index]) {
      return false
    }
    return true
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func areLetters(_ value: Span<UInt8>) -> Bool {
    var index = 0
    while index < value.count {
      guard let character = XMLCharacters.decode(value, at: index) else { return false }
      // From À to ỳ, as the standard has it.
      guard
        (0xC0...0x1EF3).contains(character.scalar)
          || (character.length == 1 && isASCIILetter(value[index]))
      else { return false }
      index += character.length
    }
    return true
  }

  private static func isVersion(_ value: Span<UInt8>) -> Bool {
    var parts = 1
    var digits = 0
    var beginsWithZero = false
    for index in 0..<value.count {
      if value[index] == UInt8(ascii: ".") {
        guard digits > 0 else { return false }
        parts += 1
        digits = 0
        continue
      }
      guard let digit = digit(value, index) else { return false }
      if digits == 0 { beginsWithZero = digit == 0 } else if beginsWithZero { return false }
      digits += 1
    }
    return parts == 3 && digits > 0
  }
}
