import Glibc

/// Files and processes by the system's own calls, so that starting up costs next to nothing.
enum System {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
  }

  static func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "wb") else { return fail("cannot write \(path)") }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }

  /// Lends the bytes of a file that this process owns.
  static func withFile<Result>(_ path: String, _ body: (Span<UInt8>) -> Result) -> Result {
    let file = open(path, O_RDONLY)
    var status = stat()
    fstat(file, &status)
    let size = Int(status.st_size)
    let map = mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0)
    defer { munmap(map, size) }
    return body(UnsafeRawBufferPointer(start: map, count: size).bindMemory(to: UInt8.self).span)
  }

  /// Reads a whole file into fresh memory.
  static func contents(_ path: String) -> [UInt8] {
    let file = open(path, O_RDONLY)
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    let size = Int(status.st_size)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let got = read(file, buffer.baseAddress.map { $0 + count }, size - count)
        guard got > 0 else { return }
        count += got
      }
    }
  }

  /// Milliseconds that a program takes from start to end.
  static func time(_ arguments: [String]) -> Double {
    var pointers = arguments.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    let start = now()
    var process = pid_t()
    guard posix_spawnp(&process, arguments[0], nil, nil, pointers, environ) == 0 else {
      fail("cannot start \(arguments[0])")
      return .infinity
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    if status != 0 { fail("\(arguments[0]) ended with \(status)") }
    return now() - start
  }

  static func fail(_ text: String) {
    print(text)
    exit(1)
  }
}
