package import Foundation

/// Journal files as a machine of the test has written them: also the fields that only journald writes are what the test says.
package enum JournalFiles {
    package typealias Entry = [(name: String, value: String)]

    private static let program = "/lib/systemd/systemd-journal-remote"

    /// The start of a machine where nothing else is said.
    package static let firstBoot = "0123456789abcdef0123456789abcdef"

    package static var canBeMade: Bool { FileManager.default.isExecutableFile(atPath: program) }

    /// Makes a folder with one journal file that holds these entries, in this order, and gives its path.
    package static func make(_ entries: [Entry], in scratch: ScratchFolder, as folder: String) throws -> String {
        let path = try scratch.makeFolder(folder)
        try append(entries, to: "\(path)/machine.journal", in: scratch, at: Date(timeIntervalSince1970: 1_700_000_000))
        return path
    }

    /// Adds entries to a journal file, which is made where there is none: they were written at a moment, a microsecond apart, by a machine
    /// since one of its starts.
    package static func append(
        _ entries: [Entry], to file: String, in scratch: ScratchFolder, at date: Date, boot: String = firstBoot
    ) throws {
        let export = scratch.path("\(UUID().uuidString).export")
        let start = Int(date.timeIntervalSince1970 * 1_000_000)
        var bytes = Data()
        for (number, entry) in entries.enumerated() {
            let head = """
                __REALTIME_TIMESTAMP=\(start + number)
                __MONOTONIC_TIMESTAMP=\(1 + start + number - 1_600_000_000_000_000)
                _BOOT_ID=\(boot)

                """
            bytes += Data(head.utf8)
            for field in entry { bytes += exported(field) }
            bytes += Data("\n".utf8)
        }
        try bytes.write(to: URL(filePath: export))
        let process = ChildProgram(program, ["-o", file, export])
        process.standardError = .null
        try process.run()
        process.waitUntilExit()
    }

    /// A field with its length, which may hold anything.
    private static func exported(_ field: (name: String, value: String)) -> Data {
        let value = Array(field.value.utf8)
        let length = (0..<8).map { UInt8(truncatingIfNeeded: value.count >> (8 * $0)) }
        return Data(Array("\(field.name)\n".utf8) + length + value + Array("\n".utf8))
    }
}
