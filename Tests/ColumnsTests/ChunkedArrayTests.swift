import Columns
import Generators
import Testing

@Suite("ChunkedArray")
struct ChunkedArrayTests {
  private static let capacity = ChunkedArray<Int>.chunkCapacity

  @Test("An empty array has nothing and lends no chunk")
  func empty() {
    let array = ChunkedArray<Int>()
    #expect(array.isEmpty && array.count == 0)
    #expect(array == ChunkedArray(repeating: 7, count: 0))
    #expect(lengths(of: array).isEmpty)
  }

  @Test(
    "Any number of elements comes back, also around the end of a chunk",
    arguments: [0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 5000]
  )
  func sizes(count: Int) {
    let array = ChunkedArray(0..<count)
    #expect(array.count == count)
    #expect(Array(array) == Array(0..<count))
    #expect(array == ChunkedArray((0..<count).reversed().reversed()))
    #expect(Array(ChunkedArray(repeating: 3, count: count)) == Array(repeating: 3, count: count))
    let expected = stride(from: 0, to: count, by: Self.capacity).map {
      min(Self.capacity, count - $0)
    }
    #expect(lengths(of: array) == expected)
    #expect(lengths(of: ChunkedArray(repeating: 3, count: count)) == expected)
  }

  @Test("Changing one place while a copy is held copies one chunk, without a copy none")
  func copyOnWritePerChunk() {
    var array = ChunkedArray(0..<10 * Self.capacity)
    let inPlace = addresses(of: array)
    array[5 * Self.capacity] += 1
    #expect(addresses(of: array) == inPlace)

    let held = array
    array[3 * Self.capacity + 17] = -1
    let before = addresses(of: held)
    let after = addresses(of: array)
    #expect(before == inPlace)
    #expect(before.indices.filter { before[$0] != after[$0] } == [3])
    #expect(held[3 * Self.capacity + 17] == 3 * Self.capacity + 17)
    #expect(array[3 * Self.capacity + 17] == -1)
    #expect(held != array)
  }

  @Test("Appending while a copy is held leaves the copy as it was")
  func appendWithHeldCopies() {
    var array = ChunkedArray<Int>()
    var copies: [ChunkedArray<Int>] = []
    for number in 0..<3 * Self.capacity {
      if number % 97 == 0 { copies.append(array) }
      array.append(number)
    }
    for (index, copy) in copies.enumerated() {
      #expect(copy.count == index * 97)
      #expect(copy.elementsEqual(0..<index * 97))
    }
    #expect(array.elementsEqual(0..<3 * Self.capacity))
  }

  @Test("Random steps on arrays and held copies agree with plain arrays", arguments: 1...12)
  func agreesWithModel(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var array = ChunkedArray<Int>()
    var model: [Int] = []
    var held: [(ChunkedArray<Int>, [Int])] = []
    for _ in 0..<4000 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0..<10:
        let value = Int.random(in: 0..<1000, using: &random)
        array.append(value)
        model.append(value)
      case 10..<12:
        let values = (0..<Int.random(in: 0..<40, using: &random)).map { $0 * 3 }
        array.append(contentsOf: values)
        model.append(contentsOf: values)
      case 12..<19 where !model.isEmpty:
        let index = Int.random(in: 0..<model.count, using: &random)
        array[index] = array[index] &* 31 &+ 7
        model[index] = model[index] &* 31 &+ 7
      default:
        held.append((array, model))
        if held.count > 6 { held.remove(at: Int.random(in: 0..<held.count, using: &random)) }
      }
    }
    #expect(Array(array) == model, "seed \(seed)")
    for (copy, expected) in held { #expect(Array(copy) == expected, "seed \(seed)") }
  }

  @Test("Chunks are lent in order, and an error of the scan comes through")
  func scans() {
    struct Stop: Error {}
    let array = ChunkedArray(0..<3000)
    var seen: [Int] = []
    array.forEachChunk { chunk in
      for index in chunk.indices { seen.append(chunk[index]) }
    }
    #expect(seen == Array(0..<3000))
    var chunks = 0
    #expect(throws: Stop.self) {
      try array.forEachChunk { (_: Span<Int>) throws(Stop) in
        chunks += 1
        if chunks == 2 { throw Stop() }
      }
    }
    #expect(chunks == 2)
  }

  @Test("Reading or writing outside the array stops the program")
  func outsideTraps() async {
    await #expect(processExitsWith: .failure) { _ = ChunkedArray(0..<3)[3] }
    await #expect(processExitsWith: .failure) { _ = ChunkedArray(0..<1024)[1024] }
    await #expect(processExitsWith: .failure) { _ = ChunkedArray(0..<3)[-1] }
    await #expect(processExitsWith: .failure) { _ = ChunkedArray(repeating: 1, count: -1) }
  }

  private func lengths(of array: ChunkedArray<Int>) -> [Int] {
    var lengths: [Int] = []
    array.forEachChunk { lengths.append($0.count) }
    return lengths
  }

  private func addresses(of array: ChunkedArray<Int>) -> [Int] {
    var addresses: [Int] = []
    array.forEachChunk { chunk in
      chunk.withUnsafeBufferPointer { addresses.append(Int(bitPattern: $0.baseAddress)) }
    }
    return addresses
  }
}
