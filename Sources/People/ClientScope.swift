package import Quantities

/// The law under which a municipality supports a person.
///
/// The raw values are stored and never change.
///
/// - Dutch term: wettelijk domein (Wmo 2015, Jeugdwet, Participatiewet)
package enum SupportLaw: UInt8, CaseIterable, Sendable {
  /// Social support for adults.
  case socialSupport = 1
  /// Youth care.
  case youth = 2
  /// Work and income.
  case participation = 3
}

/// The municipality and the law within which a client key means something.
///
/// Two scopes never share a key for the same person (AVG article 4, under 5): a link between two is
/// a record of its own, with its ground.
///
/// - Dutch term: gemeente en wettelijk domein
package struct ClientScope: Hashable, Sendable {
  package let municipality: MunicipalityCode
  package let law: SupportLaw

  @inlinable
  package init(municipality: MunicipalityCode, law: SupportLaw) {
    self.municipality = municipality
    self.law = law
  }

  /// One number for the pair, as the vault stores it: municipality times 16 plus law.
  package var code: Int64 { Int64(municipality.number) * 16 + Int64(law.rawValue) }
}

extension ClientScope: CustomStringConvertible {
  /// `0321 socialSupport`: names no person.
  package var description: String { "\(municipality) \(law)" }
}
