import Messages
import Quantities

extension ClaimFile {
  /// The same lines as claims that follow each other from the first month to the last.
  ///
  /// Every claim holds the lines of very many clients, and every client comes back in later claims,
  /// as in a year of a region. Use it instead of `claim`: what both say can be claimed only once.
  /// Each file is made when it is asked for.
  package func series(claims count: Int) -> some Sequence<SyntheticFile> & Sendable {
    let size = (lineCount + count - 1) / count
    return (0..<count).lazy.map { index in
      let numbers = index * size..<min(lineCount, (index + 1) * size)
      return SyntheticFile(
        name: SyntheticFile.name(day: day, serial: index + 1, type: "WMO323", provider: provider),
        day: day,
        bytes: ClaimLayout.plain.apply(to: MessageWriter.write(part(numbers, index)), seed: seed),
        intent: Intent(.accept)
      )
    }
  }

  /// The claim of some of the lines, counted month by month and client by client within a month.
  private func part(_ numbers: Range<Int>, _ index: Int) -> Message {
    let cells = numbers.map { number in
      let place = number % (clientCount * products.count)
      return Cell(
        client: place / products.count,
        product: place % products.count,
        month: months.count - 1 - number / (clientCount * products.count),
        number: number + 1
      )
    }
    let last = cells.last?.month ?? 0
    // Lines of several months are brought together by client.
    let ordered = cells.sorted { ($0.client, $0.number) < ($1.client, $1.number) }
    return message(
      of: ordered,
      called: "S\(index + 1)",
      period: months[last],
      part: 16 + index
    )
  }
}
