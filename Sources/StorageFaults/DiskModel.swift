/// The files of one folder and their names, each as far as it is on the disk.
struct DiskModel: Sendable {
  /// What a name stands for, as an index in `files`; nil when there is no such file.
  private struct Name: Sendable {
    var durable: Int?
    /// What it came to stand for since the folder was last synced.
    var pending: [Int?] = []

    var current: Int? { pending.last ?? durable }
  }

  private var files: [DiskFile] = []
  private var names: [String: Name] = [:]

  /// A file is opened that may be new to the model: `present` is what it holds when it was there.
  mutating func open(_ name: String, present: () -> [UInt8]?) {
    guard names[name]?.current == nil else { return }
    let bytes = present()
    files.append(DiskFile(synced: bytes ?? []))
    if names[name] != nil {
      names[name]?.pending.append(files.count - 1)
    } else if bytes != nil {
      // It was there before anybody looked, so it is taken to be on the disk.
      names[name] = Name(durable: files.count - 1)
    } else {
      names[name] = Name(durable: nil, pending: [files.count - 1])
    }
  }

  mutating func delete(_ name: String, isSynced: Bool) {
    names[name]?.pending.append(nil)
    if isSynced { syncNames() }
  }

  mutating func note(_ change: DiskFile.Change, to name: String) {
    onFile(name) { $0.note(change) }
  }

  mutating func sync(_ name: String) { onFile(name) { $0.sync() } }

  mutating func loseSync(_ name: String, using generator: inout some RandomNumberGenerator) {
    onFile(name) { $0.loseSync(using: &generator) }
  }

  /// The folder was synced: every name is on the disk.
  mutating func syncNames() {
    for name in names.keys {
      guard let current = names[name] else { continue }
      names[name] = Name(durable: current.current)
    }
  }

  private mutating func onFile(_ name: String, _ body: (inout DiskFile) -> Void) {
    guard let index = names[name]?.current else { return }
    body(&files[index])
  }

  /// The files that a disk could hold when the power goes.
  func afterCut(using generator: inout some RandomNumberGenerator) -> DiskImage {
    var image = DiskImage()
    for (name, history) in names.sorted(by: { $0.key < $1.key }) {
      let reached = Int.random(in: 0...history.pending.count, using: &generator)
      let index = reached == 0 ? history.durable : history.pending[reached - 1]
      if let index { image.files[name] = files[index].afterCut(using: &generator) }
    }
    return image
  }
}
