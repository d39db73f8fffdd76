/// A new second factor before it is confirmed.
package struct NewFactor: Hashable, Sendable {
  /// The letters to type into an authenticator app, in groups of four.
  package let secret: String
  /// The address that the app reads from a square code.
  package let address: String
}
