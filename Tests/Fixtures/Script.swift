import Foundation
import Linux

/// A script of the tests.
///
/// It is waited for on a thread of its own: the few threads that tests share must not be among those that wait for minutes.
package actor Script {
    /// How a script ended, and the lines that it wrote to either output.
    package struct Outcome: Sendable {
        package var status: Int32 = -1
        package var lines: [String] = []

        /// What the script left out, each with a reason.
        package var omissions: [String] {
            let mark = "skipped: "
            return lines.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
        }

        /// All that it wrote.
        package var text: String { lines.joined(separator: "\n") }
    }

    private let executor = BlockingExecutor("script")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let path: String
    private let arguments: [String]
    private let label: String

    package init(_ path: String, _ arguments: [String], label: String) {
        self.path = path
        self.arguments = arguments
        self.label = label
    }

    /// Runs it to its end. A line that `shows` chooses is shown as it comes, after the label, so that a script of minutes is seen
    /// to go on.
    package func run(shows: @Sendable (String) -> Bool = { _ in true }) throws -> Outcome {
        let process = ChildProgram(path, arguments)
        let output = Pipe()
        process.standardInput = .null
        process.standardOutput = .pipe(output)
        process.standardError = .pipe(output)
        try process.run()
        var outcome = Outcome()
        var rest = Data()
        while case let piece = output.fileHandleForReading.availableData, !piece.isEmpty {
            rest += piece
            while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                let line = String(decoding: rest[..<end], as: UTF8.self)
                rest = Data(rest[(end + 1)...])
                outcome.lines.append(line)
                if shows(line) { try FileHandle.standardError.write(contentsOf: Data("\(label): \(line)\n".utf8)) }
            }
        }
        if !rest.isEmpty { outcome.lines.append(String(decoding: rest, as: UTF8.self)) }
        process.waitUntilExit()
        outcome.status = process.terminationStatus
        return outcome
    }
}
