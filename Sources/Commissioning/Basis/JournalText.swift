import Journal
import Quantities

/// A value that stands in the body of a journal entry as one text.
protocol JournalText {
  var journalText: String { get }
  init?(journalText text: String)
}

extension JournalText where Self: RawRepresentable, RawValue == String {
  var journalText: String { rawValue }
  init?(journalText text: String) { self.init(rawValue: text) }
}

extension JournalText where Self: DigitCode {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

extension MunicipalityCode: JournalText {}
extension ProviderCode: JournalText {}
extension ChamberNumber: JournalText {}
extension ProductCategory: JournalText {}
extension DeliveryVariant: JournalText {}

extension ProductCode: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

extension CivilDate: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

extension CivilMoment: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

extension ClaimUnit: JournalText {
  var journalText: String { code }
  init?(journalText text: String) { self.init(code: text) }
}

extension TermLength: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(text) }
}

extension TermCounting: JournalText {}

extension Digest: JournalText {
  var journalText: String { description }
  init?(journalText text: String) { self.init(hex: text) }
}
