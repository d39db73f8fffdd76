import Digests
import Journal
import Testing

@Suite("Digests")
struct DigestTests {
  @Test(
    "SHA-256 gives the published values",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ]
  )
  func sha256(text: String, expected: String) {
    let bytes = Array(text.utf8)
    let digest = StandardDigest.sha256(bytes.span)
    #expect(digest.description == expected)
  }

  @Test("A signature passes for its own message, key and bytes only")
  func signatures() throws {
    let signer = HeadSigner()
    let again = try #require(HeadSigner(seed: signer.seed))
    #expect(again.publicKey == signer.publicKey)
    var signature = try signer.signature(of: [1, 2, 3])
    #expect(signature.count == 64)
    #expect(StandardDigest.ed25519(signature, [1, 2, 3], again.publicKey))
    #expect(!StandardDigest.ed25519(signature, [1, 2, 4], again.publicKey))
    #expect(!StandardDigest.ed25519(signature, [1, 2, 3], HeadSigner().publicKey))
    #expect(!StandardDigest.ed25519(signature, [1, 2, 3], [1, 2, 3]))
    signature[10] ^= 1
    #expect(!StandardDigest.ed25519(signature, [1, 2, 3], again.publicKey))
  }

  @Test("The Ed25519 public key of RFC 8032, test 1, follows from its seed")
  func publicKey() throws {
    let seed = try #require(
      Hexadecimal.bytes("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    )
    let signer = try #require(HeadSigner(seed: seed))
    #expect(
      Hexadecimal.text(signer.publicKey)
        == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    )
  }

  @Test("Digests are read and written in one form only")
  func forms() {
    let nothing: [UInt8] = []
    let digest = StandardDigest.sha256(nothing.span)
    #expect(Digest(digest.bytes) == digest)
    #expect(Digest(hex: digest.description) == digest)
    #expect(Digest(hex: digest.description.uppercased()) == nil)
    #expect(Digest(hex: "00") == nil)
    #expect(Digest([UInt8](repeating: 0, count: 31)) == nil)
  }
}
