import Commissioning
import Digests
import Foundation
import Journal
import Rules
import VaultSQLite

/// The secret of one opener for one procedure, in a text file that is his alone.
///
/// Made by the program and never chosen by a person; mode 0600, and never in the data folder, where
/// it would lie in every backup beside the bids that it opens.
struct OpenerSecretFile {
  let procedure: ProcedureCode
  let opener: OfficerCode
  let secret: OpenerSecret

  private static let header = "regie-opener 1"
}

extension OpenerSecretFile {
  /// Writes the file, which must not exist yet; durable on return.
  func create(_ path: String, outside dataFolder: String) throws {
    try Self.refuse(path, inside: dataFolder)
    let text = """
      \(Self.header)
      procedure \(procedure)
      opener \(opener)
      secret \(Hexadecimal.text(secret.bytes))

      """
    let place = UserPath.absolute(path)
    let descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      if errno == EEXIST { throw Self.failure(.exists(path)) }
      throw Self.trouble(path)
    }
    let bytes = Array(text.utf8)
    let isWritten = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard isWritten == bytes.count, fchmod(descriptor, 0o600) == 0, fsync(descriptor) == 0 else {
      let failure = Self.trouble(path)
      close(descriptor)
      unlink(place)
      throw failure
    }
    close(descriptor)
    try DurableText.syncFolder(of: path)
  }

  /// Reads a file; refuses one that others may read.
  init(_ path: String, outside dataFolder: String) throws {
    try Self.refuse(path, inside: dataFolder)
    let descriptor = open(UserPath.absolute(path), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else {
      if errno == ENOENT { throw ProgramFailure(.noSuchFile(path: path)) }
      throw Self.trouble(path)
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.trouble(path) }
    guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o7777 == 0o600,
      status.st_uid == geteuid()
    else { throw Self.failure(.readable(path)) }
    var bytes = [UInt8](repeating: 0, count: 1_024)
    let count = bytes.withUnsafeMutableBytes {
      Foundation.read(descriptor, $0.baseAddress, $0.count)
    }
    guard count >= 0 else { throw Self.trouble(path) }
    guard let file = Self(text: String(decoding: bytes.prefix(count), as: UTF8.self)) else {
      throw Self.failure(.notASecret(path))
    }
    self = file
  }

  private init?(text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 5, lines[0] == Self.header, lines[4].isEmpty else { return nil }
    func value(_ place: Int, _ word: String) -> Substring? {
      lines[place].hasPrefix(word + " ") ? lines[place].dropFirst(word.count + 1) : nil
    }
    guard let procedure = value(1, "procedure").flatMap({ ProcedureCode($0) }),
      let opener = value(2, "opener").flatMap({ OfficerCode($0) }),
      let secret = value(3, "secret").flatMap({ Hexadecimal.bytes($0) })
        .flatMap({ OpenerSecret($0) })
    else { return nil }
    self.init(procedure: procedure, opener: opener, secret: secret)
  }

  private static func refuse(_ path: String, inside dataFolder: String) throws {
    let folder = (UserPath.absolute(path) as NSString).deletingLastPathComponent
    guard let place = realpath(folder.isEmpty ? "." : folder, nil) else { throw trouble(path) }
    defer { free(place) }
    guard let data = realpath(dataFolder, nil) else { return }
    defer { free(data) }
    let (secret, region) = (String(cString: place), String(cString: data))
    guard secret != region, !secret.hasPrefix(region + "/") else { throw failure(.inside(path)) }
  }
}

// MARK: - Failures

extension OpenerSecretFile {
  private enum Fault {
    case exists(String)
    case readable(String)
    case inside(String)
    case notASecret(String)
  }

  private static func trouble(_ path: String) -> ProgramFailure {
    ProgramFailure(.file(path: path, SystemTrouble(errorNumber: errno)))
  }

  private static func failure(_ fault: Fault) -> ProgramFailure {
    switch fault {
    case .exists(let path):
      ProgramFailure(
        Status.cannotCreate,
        "opener.exists",
        BilingualText(
          "\(path) bestaat al. Kies met --secret een andere plaats; een geheim wordt nooit "
            + "overschreven.",
          "\(path) exists already. Choose another place with --secret; a secret is never replaced."
        )
      )
    case .readable(let path):
      ProgramFailure(
        Status.wrongKeyOrSettings,
        "opener.readable",
        BilingualText(
          "Anderen kunnen \(path) lezen, of het bestand is van een ander. Geef het mode 0600.",
          "Others may read \(path), or the file is another's. Give it mode 0600."
        )
      )
    case .inside(let path):
      ProgramFailure(
        Status.wrongKeyOrSettings,
        "opener.inside",
        BilingualText(
          "\(path) ligt in de datamap, en dus in elke reservekopie naast de inschrijvingen. Bewaar "
            + "een geheim elders.",
          "\(path) lies in the data folder, and so in every backup beside the bids. Keep a secret "
            + "elsewhere."
        )
      )
    case .notASecret(let path):
      ProgramFailure(
        Status.wrongKeyOrSettings,
        "opener.notASecret",
        BilingualText(
          "\(path) is geen geheim van een opener. Noem het bestand dat `regie procedures key` "
            + "maakte.",
          "\(path) is no secret of an opener. Name the file that `regie procedures key` made."
        )
      )
    }
  }
}
