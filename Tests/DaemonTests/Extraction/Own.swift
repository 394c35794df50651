import Foundation

/// What the system says of this process.
enum Own {
    /// How many files are open.
    static var files: Int {
        get throws { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    }

    /// The memory in use, in bytes.
    static var memory: Int {
        get throws {
            let numbers = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
            return (Int(numbers[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        }
    }

    /// The children of a name that have ended and that nobody waited for.
    static func zombies(_ name: String) throws -> [String] {
        let processes = try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { Int($0) != nil }
        let own = ProcessInfo.processInfo.processIdentifier
        return processes.compactMap { number in
            try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
        }.filter { $0.contains("(\(name)) Z \(own) ") }
    }
}
