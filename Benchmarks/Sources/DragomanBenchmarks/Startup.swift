import Dragoman
import DragomanLexicon
import DragomanText

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Workload {
  /// Opening a pipeline, and the default lexicon alone; and the whole life of the program over one release.
  static let startup = [
    Workload("startup/pipeline", .release, counting: "lexicons") { _ in
      { try AnnotationPipeline().lexicons.count }
    },
    Workload("startup/lexicon", .release, counting: "lexicons") { _ in
      let path = try AnnotationPipeline().lexicons[0].path
      return { try CompiledLexicon(path: path).entryCount > 0 ? 1 : 0 }
    },
    Workload("startup/program", .release, counting: "successes") { _ in
      let program = try Program.path()
      let release = Fixtures.path("01-en-foreign-ministry.txt")
      return { Program.run(program, ["annotate", release]) == 0 ? 1 : 0 }
    },
  ]
}

/// The program `dragoman`, which the build puts beside the benchmarks.
enum Program {
  static func path() throws -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let own = String(decoding: bytes, as: UTF8.self)
    let path = own.prefix(upTo: own.lastIndex(of: "/") ?? own.startIndex) + "/dragoman"
    guard unsafe access(String(path), X_OK) == 0 else {
      throw BenchmarkFailure("no program at \(path); build it with swift build -c release")
    }
    return String(path)
  }

  /// Runs a program without an environment, its output thrown away; its exit status, or -1.
  static func run(_ program: String, _ arguments: [String]) -> Int32 {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var environment: [UnsafeMutablePointer<CChar>?] = unsafe [nil]
    var process: pid_t = 0
    guard unsafe posix_spawn(&process, program, &actions, nil, &words, &environment) == 0 else {
      return -1
    }
    var status: Int32 = 0
    guard unsafe waitpid(process, &status, 0) == process, status & 0x7F == 0 else { return -1 }
    return status >> 8 & 0xFF
  }
}
