import Quantities

/// How support by the hour or by the month is allocated and claimed.
private enum Style {
  case weekly
  case monthly
  case total
  /// Allocated in hours, claimed in minutes.
  case minutesOnHours
  /// Allocated and claimed in minutes.
  case minutes
  case monthPrice
  case categoryBudget
  case genericBudget
  case categoryOpen
}

extension SupportPlanner {
  /// Support that comes near the money of the slot without exceeding it: the cents of its lines, 0
  /// when the money does not buy a single unit.
  ///
  /// A client who has other support at the same time gets a product with a code, since one without
  /// may not overlap it (TR302).
  mutating func support(_ slot: Slot, isBeside: Bool = false) -> Int64 {
    let assortment = assortments[slot.segment]
    let draw = generator.below(100)
    let style: Style =
      switch draw {
      case 0..<46: .weekly
      case 46..<62: .monthly
      case 62..<70: .total
      case 70..<78: .minutesOnHours
      case 78..<85: .minutes
      case 85..<92: .monthPrice
      case _ where isBeside || !assortment.allowsOpenAwards: .weekly
      case 92..<96: .categoryBudget
      case 96..<98: .genericBudget
      default: .categoryOpen
      }
    if style == .monthPrice, let spent = monthPrice(slot) { return spent }
    guard let product = assortment.level(&generator), let tariff = tariff(product, slot) else {
      return byResult(slot, isBeside: isBeside)
    }
    let minutes = product.unit == .hour && (style == .minutes || style == .minutesOnHours)
    let unit: ClaimUnit = minutes ? .minute : product.unit
    // Half hours are what is planned; five minutes what is written down.
    let volume = minutes ? slot.cents * 60 / tariff / 5 * 5 : slot.cents / tariff
    guard volume > 0 else { return 0 }
    switch style {
    case .weekly, .minutesOnHours:
      if style == .weekly, slot.end == nil, slot.window == Calendar2025.year, volume > 40 {
        if generator.chance(perMille: 120), let spent = reassessed(slot, product, volume) {
          return spent
        }
      }
      return weekly(slot, product, volume, unit: unit)
    case .monthly, .minutes, .monthPrice:
      return monthly(slot, product, volume, unit: unit)
    case .total: return total(slot, product, volume)
    case .categoryBudget:
      return budget(slot, product, volume, .categoryOnly(product.category))
    case .genericBudget: return budget(slot, product, volume, .generic)
    case .categoryOpen:
      return budget(slot, product, volume, .categoryOnly(product.category), isOpen: true)
    }
  }

  /// Support in a segment where all is paid by result: a price a month, else a trajectory; beside a
  /// trajectory no second one (TR302).
  private mutating func byResult(_ slot: Slot, isBeside: Bool) -> Int64 {
    if let spent = monthPrice(slot) { return spent }
    guard !isBeside, let product = assortments[slot.segment].trajectory else { return 0 }
    trajectory(slot, product)
    return slot.cents
  }

  private func tariff(_ product: SupportProduct, _ slot: Slot) -> Int64? {
    prices.tariff(product, provider: slot.provider, municipality: slot.municipality, year: 2025)
  }

  /// A line for a part of a month, priced as the contract says; minutes round once (IV081).
  func content(
    _ product: SupportProduct,
    _ slot: Slot,
    _ part: LineSpread.Part,
    unit: ClaimUnit
  ) -> LineContent {
    let tariff = Cents(tariff(product, slot) ?? 0)
    let isMinutes = unit == .minute
    let cents =
      isMinutes ? tariff.scaled(by: part.volume, over: 60) : tariff.multiplied(by: part.volume)
    return LineContent(
      product: product,
      period: part.period,
      volume: part.volume,
      unit: unit,
      tariff: isMinutes ? tariff.scaled(by: 1, over: 60)?.rawValue : tariff.rawValue,
      cents: cents?.rawValue ?? 0
    )
  }

  /// Adds an allocation in volume with its lines; the volume grows until the lines fit.
  private mutating func allocate(
    _ slot: Slot,
    _ product: SupportProduct,
    _ volume: Int64,
    unit: ClaimUnit,
    size: SupportVolume,
    needsEnd: Bool
  ) -> Int64 {
    var size = size
    var parts: [LineSpread.Part]?
    while parts == nil {
      let version = PlannedVersion(
        day: slot.window.first,
        first: slot.window.first,
        last: slot.window.last,
        size: .volume(size),
        reason: nil
      )
      let fits = version.wholeLimit(unit: unit).map { $0 >= volume } ?? true
      if fits {
        parts = LineSpread.spread(volume, over: slot.window) {
          version.lineLimit($0, unit: unit)
        }
      }
      guard parts == nil else { break }
      size = SupportVolume(amount: size.amount + 1, unit: size.unit, frequency: size.frequency)
    }
    let lines = (parts ?? []).map { content(product, slot, $0, unit: unit) }
    var (versions, end) = life(slot, size: .volume(size), needsEnd: needsEnd)
    if slot.end == nil, size.frequency == .week { stretch(&versions, lines) }
    if slot.end == nil, size.frequency == .total { raise(&versions, lines) }
    add(slot, .specific(product), versions: versions, parts: lines, end: end)
    if size.frequency == .week, generator.chance(perMille: 12),
      let other = assortments[slot.segment].mixedUp(with: product)
    {
      mistakenAllocation(slot, instead: other)
    }
    return lines.reduce(0) { $0 + $1.cents }
  }

  private mutating func weekly(
    _ slot: Slot,
    _ product: SupportProduct,
    _ volume: Int64,
    unit: ClaimUnit
  ) -> Int64 {
    let weeks = Int64(slot.window.isoWeeksTouched) * (unit == .minute ? 60 : 1)
    let amount = max(1, (volume + weeks - 1) / weeks) + (generator.chance(perMille: 250) ? 1 : 0)
    let size = SupportVolume(
      amount: amount,
      unit: unit == .minute ? .hour : unit,
      frequency: .week
    )
    return allocate(slot, product, volume, unit: unit, size: size, needsEnd: true)
  }

  private mutating func monthly(
    _ slot: Slot,
    _ product: SupportProduct,
    _ volume: Int64,
    unit: ClaimUnit
  ) -> Int64 {
    let months = Int64(slot.window.monthsTouched)
    let step: Int64 = unit == .minute ? 30 : 1
    let amount = ((volume + months - 1) / months + step) / step * step
    let size = SupportVolume(amount: amount, unit: unit, frequency: .month)
    return allocate(slot, product, volume, unit: unit, size: size, needsEnd: false)
  }

  private mutating func total(
    _ slot: Slot,
    _ product: SupportProduct,
    _ volume: Int64
  ) -> Int64 {
    let amount = volume + volume * Int64(generator.below(12)) / 100
    let size = SupportVolume(amount: amount, unit: product.unit, frequency: .total)
    return allocate(slot, product, volume, unit: product.unit, size: size, needsEnd: false)
  }

  /// A price per month, one piece each; nil when the money does not buy one.
  private mutating func monthPrice(_ slot: Slot) -> Int64? {
    guard let product = assortments[slot.segment].month, let tariff = tariff(product, slot) else {
      return nil
    }
    let pieces = slot.cents / tariff
    let months = Int64(slot.window.monthsTouched)
    guard pieces > 0, slot.cents - pieces * tariff < 60_000 else { return nil }
    let size = SupportVolume(
      amount: (pieces + months - 1) / months,
      unit: .outputPiece,
      frequency: .month
    )
    return allocate(slot, product, pieces, unit: .outputPiece, size: size, needsEnd: false)
  }

  /// Support within a budget, or with only a category: the provider chooses the level by month.
  private mutating func budget(
    _ slot: Slot,
    _ product: SupportProduct,
    _ volume: Int64,
    _ awarded: AwardedProduct,
    isOpen: Bool = false
  ) -> Int64 {
    let parts = LineSpread.spread(volume, over: slot.window) { _ in nil } ?? []
    let lower = assortments[slot.segment].lighter(than: product)
    let lines = parts.enumerated().map { index, part in
      content(index % 3 == 2 ? lower : product, slot, part, unit: product.unit)
    }
    let spent = lines.reduce(0) { $0 + $1.cents }
    let rounded = (spent * 106 / 100 + 9_999) / 10_000 * 10_000
    let size: AwardedSize = isOpen ? .open : .budget(Cents(rounded))
    let (versions, end) = life(slot, size: size, needsEnd: !isOpen)
    add(slot, awarded, versions: versions, parts: lines, end: end)
    return spent
  }
}
