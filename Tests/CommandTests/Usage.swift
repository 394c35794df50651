import Foundation

/// What a process has of the machine at a moment.
struct Usage {
    /// The memory it occupies, in bytes.
    let memory: Int
    /// How many files it has open.
    let files: Int
    /// How many children it has, those that ended and were not waited for among them.
    let children: Int

    init(of process: Int32) throws {
        let place = "/proc/\(process)"
        let pages = try String(contentsOfFile: "\(place)/statm", encoding: .utf8).split(separator: " ")
        memory = (Int(pages[1]) ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        files = try FileManager.default.contentsOfDirectory(atPath: "\(place)/fd").count
        children = try FileManager.default.contentsOfDirectory(atPath: "\(place)/task").map { thread in
            try String(contentsOfFile: "\(place)/task/\(thread)/children", encoding: .utf8)
                .split(separator: " ").count
        }.reduce(0, +)
    }
}
