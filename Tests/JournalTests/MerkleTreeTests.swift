import Digests
import Generators
import Journal
import Testing

@Suite("The Merkle tree")
struct MerkleTreeTests {
  /// The records whose roots are known to everybody who implements RFC 6962.
  private static let records = [
    "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ]

  @Test(
    "LG-06: the roots over the known records of RFC 6962",
    arguments: [
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ].enumerated().map { ($0.offset, $0.element) }
  )
  func knownRoots(count: Int, root: String) throws {
    var tree = MerkleTree(digest: StandardDigest.sha256)
    for record in Self.records.prefix(count) {
      tree.append(try #require(Hexadecimal.bytes(record)))
    }
    #expect(tree.root.description == root)
    #expect(tree.count == UInt64(count))
  }

  private func digest(_ bytes: [UInt8]) -> Digest { StandardDigest.sha256(bytes.span) }

  /// The root as the RFC defines it: split at the largest power of two, and so on.
  private func root(_ leaves: ArraySlice<Digest>) -> Digest {
    guard let first = leaves.first else { return digest([]) }
    guard leaves.count > 1 else { return digest([0] + first.bytes) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let middle = leaves.startIndex + half
    return digest([1] + root(leaves[..<middle]).bytes + root(leaves[middle...]).bytes)
  }

  @Test("LG-06: record after record gives the root that the definition gives, from peaks kept too")
  func growing() throws {
    let seed = SeededGenerator.freshSeed()
    var generator = SeededGenerator(seed: seed)
    var leaves: [Digest] = []
    var tree = MerkleTree(digest: StandardDigest.sha256)
    for count in 0..<300 as Range<UInt64> {
      #expect(tree.root == root(leaves[...]), "seed \(seed), \(count) records")
      let goesOn = MerkleTree(count: count, peaks: tree.peaks, digest: StandardDigest.sha256)
      #expect(goesOn?.root == tree.root)
      let other = MerkleTree(count: count ^ 1, peaks: tree.peaks, digest: StandardDigest.sha256)
      #expect(other == nil)
      let leaf = Digest(
        words: Digest.Words(generator.next(), generator.next(), generator.next(), count)
      )
      leaves.append(leaf)
      if count % 2 == 0 { tree.append(leaf) } else { tree.append(leaf.bytes) }
    }
  }

  @Test("LG-06: a node cannot be passed off as a record")
  func prefixes() {
    let leaves = [Digest(words: .init(1, 2, 3, 4)), Digest(words: .init(5, 6, 7, 8))]
    var two = MerkleTree(digest: StandardDigest.sha256)
    for leaf in leaves { two.append(leaf) }
    var one = MerkleTree(digest: StandardDigest.sha256)
    let digests = leaves.flatMap { digest([0] + $0.bytes).bytes }
    one.append(digests)
    #expect(one.root != two.root)
  }
}
