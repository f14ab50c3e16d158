import Foundation
import Testing

@Suite("The program")
struct ProgramTests {
  @Test("tells its version")
  func version() throws {
    let process = Process()
    let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    process.executableURL = URL(filePath: tests).deletingLastPathComponent().appending(path: "dragoman")
    let output = Pipe()
    process.standardOutput = output
    process.arguments = ["--version"]
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text.contains("schema dragoman/1"))
  }
}
