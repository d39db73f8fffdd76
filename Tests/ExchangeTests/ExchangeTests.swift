import Testing

@Suite("Exchange")
struct ExchangeTests {}
