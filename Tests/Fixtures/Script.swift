import Foundation

/// A script of the tests.
package enum Script {
    /// How a script ended, and the lines that it wrote to either output.
    package struct Outcome: Sendable {
        package var status: Int32
        package var lines: [String] = []

        /// What the script left out, each with a reason.
        package var omissions: [String] { rests(after: "skipped: ") }

        /// All that it wrote.
        package var text: String { lines.joined(separator: "\n") }

        private func rests(after prefix: String) -> [String] {
            lines.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
        }
    }

    /// Runs a script to its end.
    ///
    /// A line that `shows` chooses is shown as it comes, after `label`, so that a script of minutes is seen to go on. No thread
    /// waits for it.
    package static func run(
        _ path: String, _ arguments: [String], label: String, shows: (String) -> Bool = { _ in true }
    ) async throws -> Outcome {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        let (statuses, status) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            status.yield($0.terminationStatus)
            status.finish()
        }
        let pieces = pieces(of: output.fileHandleForReading)
        try process.run()
        var outcome = Outcome(status: -1)
        var line = Data()
        for await piece in pieces {
            line += piece
            while let end = line.firstIndex(of: UInt8(ascii: "\n")) {
                let text = String(decoding: line[..<end], as: UTF8.self)
                line = Data(line[(end + 1)...])
                outcome.lines.append(text)
                if shows(text) { show("\(label): \(text)") }
            }
        }
        if !line.isEmpty { outcome.lines.append(String(decoding: line, as: UTF8.self)) }
        for await status in statuses { outcome.status = status }
        return outcome
    }

    private static func pieces(of handle: FileHandle) -> AsyncStream<Data> {
        AsyncStream { pieces in
            handle.readabilityHandler = {
                let piece = $0.availableData
                if piece.isEmpty {
                    $0.readabilityHandler = nil
                    pieces.finish()
                } else {
                    pieces.yield(piece)
                }
            }
        }
    }

    private static func show(_ line: String) {
        try? FileHandle.standardError.write(contentsOf: Data("\(line)\n".utf8))
    }
}
