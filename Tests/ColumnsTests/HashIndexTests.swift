import Columns
import Generators
import Testing

@Suite("HashIndex")
struct HashIndexTests {
  @Test("Nothing is found in an empty index")
  func empty() {
    let index = HashIndex()
    #expect(index.count == 0)
    #expect(index.find(hash: 0) { _ in true } == nil)
    #expect(index.find(hash: .max) { _ in true } == nil)
  }

  @Test("Rows under one hash are told apart by the caller, first come first, also after growth")
  func sameHash() {
    var index = HashIndex()
    for row in 0..<200 { index.insert(hash: 0xFFFF_FFFF, value: row) }
    #expect(index.count == 200)
    for row in 0..<200 { #expect(index.find(hash: 0xFFFF_FFFF) { $0 == row } == row) }
    var order: [Int] = []
    _ = index.find(hash: 0xFFFF_FFFF) { row in
      order.append(row)
      return false
    }
    #expect(order == Array(0..<200))
    #expect(index.find(hash: 0xFFFF_FFFE) { _ in true } == nil)
  }

  @Test("The greatest row number fits, one more stops the program")
  func bounds() async {
    var index = HashIndex()
    index.insert(hash: 1, value: HashIndex.maximumValue)
    #expect(index.find(hash: 1) { _ in true } == HashIndex.maximumValue)
    await #expect(processExitsWith: .failure) {
      var index = HashIndex()
      index.insert(hash: 1, value: HashIndex.maximumValue + 1)
    }
    await #expect(processExitsWith: .failure) {
      var index = HashIndex()
      index.insert(hash: 1, value: -1)
    }
  }

  @Test("A replaced row stands where the old one stood; what is not there changes nothing")
  func replaces() {
    var index = HashIndex()
    for row in 0..<50 { index.insert(hash: UInt64(row % 7), value: row) }
    #expect(index.replace(hash: 3, with: 1003) { $0 == 3 } == 3)
    #expect(index.replace(hash: 3, with: 2000) { $0 == 4 } == nil)
    #expect(index.replace(hash: 99, with: 2000) { _ in true } == nil)
    #expect(index.find(hash: 3) { $0 == 3 } == nil)
    #expect(index.find(hash: 3) { _ in true } == 1003)
    #expect(index.find(hash: 3) { $0 == 10 } == 10)
    #expect(index.count == 50)
  }

  @Test("Random keys, replaced and looked up, agree with a dictionary", arguments: 1...10)
  func agreesWithModel(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Few different hashes, so that rows collide and probing goes around the end of the table.
    let hashes: UInt64 = [40, 1000, .max][Int(seed % 3)]
    func hash(_ key: Int) -> UInt64 { StableHash.of(UInt64(key)) % hashes }
    var keys: [Int] = []
    var index = HashIndex()
    var model: [Int: Int] = [:]
    var held: [(HashIndex, [Int: Int])] = []
    for step in 0..<3000 {
      let key = Int.random(in: 0..<2000, using: &random)
      let row = keys.count
      keys.append(key)
      if model[key] == nil {
        index.insert(hash: hash(key), value: row)
        model[key] = row
      } else if step % 3 == 0 {
        #expect(index.replace(hash: hash(key), with: row) { keys[$0] == key } == model[key])
        model[key] = row
      }
      if step % 400 == 0 { held.append((index, model)) }
    }
    held.append((index, model))
    for (index, model) in held {
      #expect(index.count == model.count)
      for key in 0..<2000 {
        let found = index.find(hash: hash(key)) { keys[$0] == key }
        #expect(found == model[key], "seed \(seed), key \(key)")
      }
    }
  }
}
