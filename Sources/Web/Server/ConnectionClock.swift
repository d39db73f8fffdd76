import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Closes a connection that is slow on purpose: a head that does not come, a body that trickles, or
/// one that goes on after its answer (WB-10).
///
/// The library's own timer only looks at connections on which nothing comes at all, so a byte now
/// and then would hold one for ever. An answer that the library gives by itself, to a request that
/// it cannot read, gets the headers of all others here (WB-01).
final class ConnectionClock: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let limits: ConnectionLimits
  private let opened = NIODeadline.now()
  private var hasHead = false
  /// When the head of the request came whose body is still coming; nil between requests.
  private var reading: NIODeadline?
  private var byteCount: Int64 = 0
  /// When the answer was given to a request whose body is still coming.
  private var answered: NIODeadline?
  private var next: Scheduled<Void>?

  init(_ limits: ConnectionLimits) { self.limits = limits }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { wind(context) }
  }

  func channelActive(context: ChannelHandlerContext) {
    wind(context)
    context.fireChannelActive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { next?.cancel() }

  func channelInactive(context: ChannelHandlerContext) {
    next?.cancel()
    next = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      hasHead = true
      reading = .now()
      byteCount = 0
      answered = nil
    case .body(let bytes): byteCount += Int64(bytes.readableBytes)
    case .end: reading = nil
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where !head.headerFields.contains(.contentSecurityPolicy):
      for field in SecurityHeaders.fresh("text/plain; charset=utf-8") {
        head.headerFields[field.name] = field.value
      }
      context.write(wrapOutboundOut(.head(head)), promise: promise)
      return
    case .end: if reading != nil { answered = .now() }
    case .head, .body: break
    }
    context.write(data, promise: promise)
  }

  /// Looks again in a while, as often as the shortest time asks.
  private func wind(_ context: ChannelHandlerContext) {
    guard next == nil else { return }
    let tick = min(limits.head, limits.body, limits.rest)
    next = context.eventLoop.assumeIsolated().scheduleTask(in: max(tick, .milliseconds(20))) {
      self.next = nil
      self.look(context)
    }
  }

  private func look(_ context: ChannelHandlerContext) {
    guard context.channel.isActive else { return }
    if isTooSlow(at: .now()) { context.close(promise: nil) } else { wind(context) }
  }

  private func isTooSlow(at now: NIODeadline) -> Bool {
    guard hasHead else { return now - opened >= limits.head }
    guard let reading else { return false }
    if let answered, now - answered >= limits.rest { return true }
    let earned = TimeAmount.seconds(byteCount / max(1, limits.bytesPerSecond))
    return now - reading >= limits.body + earned
  }
}

@available(*, unavailable)
extension ConnectionClock: Sendable {}
