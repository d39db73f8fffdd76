/// The name of one request, in the log and on an error page alike (WB-12).
struct TraceName: Sendable {
  let text: String

  init() {
    var generator = SystemRandomNumberGenerator()
    let high = String(generator.next(), radix: 16)
    let low = String(generator.next(), radix: 16)
    func padded(_ digits: String) -> String {
      String(repeating: "0", count: 16 - digits.count) + digits
    }
    text = padded(high) + padded(low)
  }
}
