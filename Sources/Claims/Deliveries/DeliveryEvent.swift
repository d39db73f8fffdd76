package import Quantities

/// Something that happened to the delivery of support.
package enum DeliveryEvent: Hashable, Sendable {
  case started(DeliveryParties, StartKey, allocationFrom: CivilDate?)
  case startDeleted(DeliveryParties, StartKey)
  case stopped(DeliveryParties, StopKey)
  case stopDeleted(DeliveryParties, StopKey)
  /// The other side refused our message; what it brought is taken back.
  case annulled(message: Int64)
}
