/// Whether a start or stop is given or taken back.
///
/// - Dutch term: status aanlevering (iWmo COD467; 2 and 9 are forbidden here, CS058)
package enum Submission: UInt8, CaseIterable, Sendable {
  case first = 1
  case deletion = 3
}
