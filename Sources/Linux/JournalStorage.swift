import Glibc
package import SystemPackage

/// Where the journal of this machine keeps its entries.
package enum JournalStorage: Sendable, Hashable {
    /// On a disk: they are there after a restart.
    case lasting
    /// In memory: they are gone after a restart.
    case fleeting
    /// There is no journal, or it can't be told where.
    case unknown

    /// The storage below the root of a machine: journald makes a folder of the machine's number where it writes, and writes to the disk
    /// where there is one.
    package init(below root: FilePath = "/") {
        let folders = ["var/log/journal", "run/log/journal"].map { FilePath($0) }
        guard let machine = Self.machine(below: root) else {
            self = .unknown
            return
        }
        let exists = folders.map { folder in
            (try? root.pushing(folder).appending(machine).stat())?.type == .directory
        }
        self = exists[0] ? .lasting : exists[1] ? .fleeting : .unknown
    }

    private static func machine(below root: FilePath) -> String? {
        let bytes = try? Descriptor(reading: root.appending("etc").appending("machine-id")).read(upTo: 100)
        let number = bytes.map { String(decoding: $0, as: UTF8.self).filter(\.isHexDigit) }
        return number.flatMap { $0.isEmpty ? nil : $0 }
    }
}
