import Fixtures
import Foundation

/// A daemon that runs beside a test.
final class RunningDaemon {
    let process = ChildProgram()
    private let output = Pipe()
    private var heard = ""

    init(_ arguments: [String], under wrapper: [String] = [], program: URL? = nil) throws {
        let program = program ?? Nianbao.program
        let command = wrapper + [program.path(percentEncoded: false), "watch"] + arguments
        process.path = "/usr/bin/env"
        process.arguments = command
        process.standardOutput = .pipe(output)
        process.standardError = .pipe(output)
        try process.run()
    }

    deinit {
        process.terminate()
    }

    /// Reads on until the daemon has said something; false where it ends before.
    func hears(_ words: String) -> Bool {
        while !heard.contains(words) {
            let data = output.fileHandleForReading.availableData
            guard !data.isEmpty else { return false }
            heard += String(decoding: data, as: UTF8.self)
        }
        return true
    }

    /// Sends a signal, waits, and gives the exit status.
    func end(with signal: Int32) -> Int32 {
        kill(process.number, signal)
        process.waitUntilExit()
        return process.terminationStatus
    }
}
