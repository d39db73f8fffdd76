import Foundation
import People
import PeopleTesting
import Quantities
import Testing
import VaultSQLite

@Suite("The key file")
struct KeyFileTests {
  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test("CR-04: a new key file has mode 0600, reads back, and never replaces an old one")
  func creating() throws {
    let folder = try VaultFolder()
    defer { folder.remove() }
    let day = try VaultFolder.day(2026, 1, 15)
    _ = try KeyFile.create(at: folder.key, outside: folder.data, on: day)
    #expect(try mode(folder.key) == 0o600)
    let loaded = try KeyFile.load(from: folder.key, outside: folder.data)
    #expect("\(loaded)" == "(keys)")
    var dumped = ""
    dump(loaded, to: &dumped)
    #expect(dumped.utf8.count < 40)
    #expect(throws: VaultFailure.self) {
      try KeyFile.create(at: folder.key, outside: folder.data, on: day)
    }
  }

  @Test(
    "CR-04: a key file that others may read, or with any mode but 0600, is refused",
    arguments: [0o640, 0o604, 0o644, 0o660, 0o666, 0o700, 0o400, 0o777, 0o4600]
  )
  func modes(mode: Int) async throws {
    let folder = try VaultFolder()
    defer { folder.remove() }
    _ = try KeyFile.create(
      at: folder.key,
      outside: folder.data,
      on: VaultFolder.day(2026, 1, 15)
    )
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.key)
    await expectFailure(.keyFile) {
      _ = try KeyFile.load(from: folder.key, outside: folder.data)
    }
  }

  @Test("CR-04: a key file in the data folder is refused, also through a link or dots")
  func places() async throws {
    let folder = try VaultFolder()
    defer { folder.remove() }
    let day = try VaultFolder.day(2026, 1, 15)
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.data + "/sub", withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: folder.root + "/link",
      withDestinationPath: folder.data + "/sub"
    )
    let inside = [
      folder.data + "/key", folder.data + "/sub/key", folder.root + "/link/key",
      folder.data + "/../data/key",
    ]
    for path in inside {
      await expectFailure(.keyFile) {
        _ = try KeyFile.create(at: path, outside: folder.data, on: day)
      }
      #expect(!manager.fileExists(atPath: path))
    }
    _ = try KeyFile.create(at: folder.data + "-key", outside: folder.data, on: day)
    try manager.createSymbolicLink(
      atPath: folder.key,
      withDestinationPath: folder.data + "-key"
    )
    await expectFailure(.keyFile) {
      _ = try KeyFile.load(from: folder.key, outside: folder.data)
    }
  }

  @Test("CR-04: a key file that is cut, changed or of another form is refused by line number")
  func forms() async throws {
    let folder = try VaultFolder()
    defer { folder.remove() }
    _ = try KeyFile.create(
      at: folder.key,
      outside: folder.data,
      on: VaultFolder.day(2026, 1, 15)
    )
    let good = try String(contentsOfFile: folder.key, encoding: .utf8)
    let lines = good.split(separator: "\n").map(String.init)
    var bad = [
      "", "\n", String(good.dropLast()), String(good.dropLast(10)), "x" + good, good + "x\n",
    ]
    for index in lines.indices {
      var fewer = lines
      fewer.remove(at: index)
      bad.append(fewer.joined(separator: "\n") + "\n")
    }
    bad.append(good.replacingOccurrences(of: "master 1", with: "master 2"))
    bad.append(good.replacingOccurrences(of: "epoch 202601", with: "epoch 2026-01"))
    bad.append(good.replacingOccurrences(of: "epoch 202601", with: "epoch 202613"))
    bad += lines.dropFirst().map { good + $0 + "\n" }
    bad += Self.weak(lines)
    for text in bad {
      try FileManager.default.removeItem(atPath: folder.key)
      #expect(
        FileManager.default.createFile(
          atPath: folder.key,
          contents: Data(text.utf8),
          attributes: [.posixPermissions: 0o600]
        )
      )
      do {
        _ = try KeyFile.load(from: folder.key, outside: folder.data)
        Issue.record("was read: \(text.count) characters")
      } catch let failure {
        #expect(failure.code == .keyFile && failure.code.exitCode == 78)
        for line in lines.dropFirst(2) { #expect(!"\(failure)".contains(line.suffix(20))) }
      }
    }
  }

  /// Key files with a key that nobody drew at random, or with one key twice.
  private static func weak(_ lines: [String]) -> [String] {
    let samples = [
      String(repeating: "0", count: 64), String(repeating: "f", count: 64),
      String(repeating: "0123456789abcdef", count: 4), String(lines[3].suffix(64)),
    ]
    return samples.map { sample in
      lines.map { $0.hasPrefix("master") ? $0.prefix(9) + sample : $0 }
        .joined(separator: "\n") + "\n"
    }
  }

  @Test("CR-04: another region's key is refused with exit code 78, and changes nothing")
  func wrongKey() async throws {
    try await withVaultFolder { folder in
      let filled = try await FilledVault.fill(folder)
      let other = try KeyFile.create(
        at: folder.root + "/other.key",
        outside: folder.data,
        on: VaultFolder.day(2026, 1, 15)
      )
      do throws(VaultFailure) {
        _ = try await SQLiteVault.open(in: folder.data, keyFile: other)
        Issue.record("opened with the wrong key")
      } catch let failure {
        #expect(failure.code == .wrongKey && failure.code.exitCode == 78)
      }
      // The right region with another master key.
      let right = try String(contentsOfFile: folder.key, encoding: .utf8)
      let wrong = try String(contentsOfFile: folder.root + "/other.key", encoding: .utf8)
      let mixed = zip(right.split(separator: "\n"), wrong.split(separator: "\n")).map {
        $0.hasPrefix("master") ? $1 : $0
      }
      try (mixed.joined(separator: "\n") + "\n")
        .write(toFile: folder.root + "/other.key", atomically: false, encoding: .utf8)
      let keyFile = try KeyFile.load(from: folder.root + "/other.key", outside: folder.data)
      await expectFailure(.wrongKey) {
        _ = try await SQLiteVault.open(in: folder.data, keyFile: keyFile)
      }
      try await filled.readAll(folder)
    }
  }
}
