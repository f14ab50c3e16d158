#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Where the default lexicon and the default models lie.
///
/// A folder that the caller names; else beside the program (`dragoman-data/`), in `../share/dragoman/` of an installation,
/// and last where the build put it.
enum DefaultData {
  static func lexiconPath(in directory: String?) throws(PipelineError) -> String {
    try path(of: "default.lexicon", "lexicon", in: directory)
  }

  static func modelPath(in directory: String?) throws(PipelineError) -> String {
    try path(of: "names.model", "model of names", in: directory)
  }

  private static func path(
    of name: String, _ noun: String, in directory: String?
  ) throws(PipelineError) -> String {
    let folders: [String]
    if let directory {
      folders = [directory]
    } else {
      let program = programDirectory()
      folders = [program + "/dragoman-data", program + "/../share/dragoman", BuiltData.folder]
    }
    let candidates = folders.map { "\($0)/\(name)" }
    for path in candidates where isReadable(path) { return path }
    throw PipelineError(
      .missingData,
      "no default \(noun) at \(candidates.joined(separator: ", ")); put the folder 'dragoman-data' beside the program, "
        + "or name its place with --data or DRAGOMAN_DATA")
  }

  private static func isReadable(_ path: String) -> Bool { unsafe access(path, R_OK) == 0 }

  /// The folder of the running program; the current folder if the system does not say.
  private static func programDirectory() -> String {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = unsafe readlink("/proc/self/exe", &buffer, buffer.count)
    guard count > 0 else { return "." }
    let path = buffer.prefix(count).map { UInt8(bitPattern: $0) }
    guard let slash = path.lastIndex(of: 0x2F) else { return "." }
    return String(decoding: path[..<slash], as: UTF8.self)
  }
}
