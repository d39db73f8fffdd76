/// A part of a procedure in which one can bid.
///
/// - Dutch term: perceel (002:105-108, 003:472, 004:32-39)
package struct Lot: Hashable, Sendable {
}
