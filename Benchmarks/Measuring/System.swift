import Glibc

/// Files by the system's own calls, so that a measured process costs next to nothing to start.
package enum System {
  /// Ends the program with a sentence.
  package static func fail(_ text: String) -> Never {
    print(text)
    exit(70)
  }

  /// Shows what was printed, also when it goes to a file or a pipe.
  package static func flush() { fflush(nil) }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  package static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb"), fwrite(bytes, 1, bytes.count, file) == bytes.count,
      fclose(file) == 0
    else { fail("cannot write \(path)") }
  }

  /// Reads a whole file into fresh memory.
  package static func contents(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0 else { fail("cannot read \(path)") }
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { return }
        count += got
      }
    }
  }

  /// Lends the bytes of a file that this process owns.
  package static func withFile<Result>(_ path: String, _ body: (Span<UInt8>) -> Result) -> Result {
    let file = open(path, O_RDONLY)
    var status = stat()
    guard file >= 0, fstat(file, &status) == 0 else { fail("cannot read \(path)") }
    let size = Int(status.st_size)
    let map = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0)
    close(file)
    defer { munmap(map, size) }
    return body(UnsafeRawBufferPointer(start: map, count: size).bindMemory(to: UInt8.self).span)
  }
}

// MARK: - Folders

extension System {
  /// A new folder for what a program makes: in `TMPDIR`, or else in `/tmp`.
  package static func makeFolder() -> String {
    let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/regie-bench-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fail("cannot make a folder in \(parent)") }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// How often a second this disk takes 4 KiB and says that they are durable, over half a second.
  package static func syncsPerSecond(in folder: String) -> Double {
    let path = folder + "/sync"
    let file = open(path, O_CREAT | O_WRONLY | O_TRUNC, 0o600)
    defer {
      close(file)
      unlink(path)
    }
    let page = [UInt8](repeating: 7, count: 4_096)
    var count = 0
    var elapsed = 0.0
    let stopwatch = Stopwatch()
    while elapsed < 0.5 {
      guard Glibc.write(file, page, page.count) == page.count, fdatasync(file) == 0 else {
        fail("cannot write to \(path)")
      }
      count += 1
      elapsed = stopwatch.seconds
    }
    return Double(count) / elapsed
  }
}
