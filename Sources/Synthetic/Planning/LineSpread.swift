import Quantities

/// Spreads support over the months of a window, evenly by days, within what a month may claim.
struct LineSpread {
  struct Part: Hashable {
    let period: Period
    var volume: Int64
  }

  /// Spreads a volume so that no month exceeds its limit.
  ///
  /// - Returns: nil when the limits of all months together are too low.
  static func spread(_ volume: Int64, over window: Period, limit: (Period) -> Int64?) -> [Part]? {
    let months = Calendar2025.months(of: window)
    let days = Int64(window.dayCount)
    var parts: [Part] = []
    var given: Int64 = 0
    for month in months {
      let elapsed = Int64(window.first.days(to: month.last) + 1)
      let wanted = volume * elapsed / days - given
      let part = min(wanted, limit(month) ?? wanted)
      given += part
      parts.append(Part(period: month, volume: part))
    }
    for index in parts.indices.reversed() where given < volume {
      let room = (limit(parts[index].period) ?? volume) - parts[index].volume
      let more = min(room, volume - given)
      parts[index].volume += more
      given += more
    }
    return given == volume ? parts.filter { $0.volume > 0 } : nil
  }
}
