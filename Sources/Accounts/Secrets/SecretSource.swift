/// Where secrets, names and nonces come from: random bytes, given by the program.
///
/// This room draws nothing itself, so that a test repeats a run to the byte.
package protocol SecretSource: Sendable {
  /// So many bytes that nobody can foresee.
  func bytes(_ count: Int) -> [UInt8]
}
