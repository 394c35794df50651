import Foundation
import Testing

/// The short form of the fault lab, part by part. `make torture` runs the long one.
@Suite("The fault lab", .serialized, .timeLimit(.minutes(10))) struct FaultLabTests {
    @Test(arguments: ["kill", "error", "journald", "damage", "replay", "full", "inbox", "power", "disk", "flood"])
    func `nothing is lost, doubled or different`(part: String) throws {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = [Self.script("lab.sh"), try Self.program, "short", part]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let words = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        if process.terminationStatus == 125 {
            print("skipped: the fault lab needs a mount namespace, systemd-journald and strace")
            return
        }
        #expect(process.terminationStatus == 0, "\(words)")
        #expect(words.contains("records lost: 0"))
        // A part that is skipped says so; one that injected nothing has shown nothing.
        #expect(!words.contains("faults injected: 0") || words.contains("skipped:"), "\(words)")
        words.split(separator: "\n").filter { $0.hasPrefix("skipped:") }.forEach { print($0) }
    }

    private static func script(_ name: String) -> String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: name).path(percentEncoded: false)
    }

    /// The program stands beside the tests that were built with it.
    private static var program: String {
        get throws {
            let tests = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            return URL(filePath: tests).deletingLastPathComponent().appending(component: "nianbao")
                .path(percentEncoded: false)
        }
    }
}
