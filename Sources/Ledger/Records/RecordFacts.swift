import Foundation
import Linux
import Office
import Reports

/// What only a machine needs to know of an arrival: with it, and with what people are told, the ledger can be made anew
/// from the journal alone. It is the field `NIANBAO_FACTS`.
struct ArrivalFacts: Codable, Sendable {
    /// What tells the bytes from others.
    var content: String
    /// The names as the ledger keeps them: `InboxPath.kept`.
    var folder: Data?
    var name: Data
    var device: UInt64 = 0
    var inode: UInt64 = 0
    var size = 0
    var modified = 0
    var changed = 0
    /// The account that the file belongs to.
    var owner: UInt32?
    /// Who has written down the numbers, where they were not read.
    var entry: HandEntry?
    /// When it came, in UTC as the ledger writes it, where that was before its record: it was filed elsewhere until then.
    var received: String?
    /// The versions that this report has taken the place of.
    var supersedes: [Ledger.ReportKey]?
    /// The version that was put there later than this one, and judged earlier.
    var supersededBy: Ledger.ReportKey?
    /// The prose by which later reports are compared with this one, by the number of its section. Earlier editions sent it; it is
    /// read from the archive now, since whole texts are not for the journal.
    let texts: [String: String]?

    init(_ arrival: Arrival, superseding ended: [Ledger.ReportKey] = []) {
        let path = arrival.file.path.kept
        content = arrival.content.key
        folder = path.folder.map { Data($0.bytes) }
        name = Data(path.name.bytes)
        let stamp = arrival.file.stamp
        (device, inode, size) = (stamp.device, stamp.inode, stamp.size)
        (modified, changed) = (stamp.modified, stamp.changed)
        owner = arrival.file.owner
        supersedes = ended.isEmpty ? nil : ended
        texts = nil
    }

    /// What the fields for people tell, where an earlier edition sent no more than these.
    init(sha256: String, shown path: String) {
        content = sha256
        let parts = path.split(separator: "/", maxSplits: 1)
        folder = parts.count > 1 ? Data(parts[0].utf8) : nil
        name = Data((parts.last ?? "").utf8)
        texts = nil
    }

    /// Whether a file can be what is said here. A name that is a path, and a time that overflows, no file has.
    var isInBounds: Bool {
        let digest = content.hasPrefix(Content.unread) ? content.dropFirst(Content.unread.count) : content[...]
        let times = -(Int.max / 4)...Int.max / 4
        return RecordBounds.isDigest(String(digest)) && [folder, name].allSatisfy { $0.map(Self.isName) ?? true }
            && (received.map(RecordBounds.isTime) ?? true) && (0...Int.max / 4).contains(size)
            && times.contains(modified) && times.contains(changed)
    }

    private static func isName(_ bytes: Data) -> Bool {
        bytes.count <= 1_024 && !bytes.contains(UInt8(ascii: "/")) && !bytes.contains(0)
            && ![".", ".."].contains { Array($0.utf8) == Array(bytes) }
    }

    var file: ObservedFile {
        ObservedFile(
            path: InboxPath(
                folder: folder.map { FileName(bytes: Array($0)) }, name: FileName(bytes: Array(name))),
            stamp: FileStamp(device: device, inode: inode, size: size, modified: modified, changed: changed),
            owner: owner)
    }

    /// The prose by section; `nil` where the archive has to be asked for it.
    var sections: [Section: String]? {
        guard let texts else { return nil }
        var sections: [Section: String] = [:]
        for (number, text) in texts {
            if let section = Int(number).flatMap(Section.init(rawValue:)) { sections[section] = text }
        }
        return sections
    }
}

/// What the ledger needs to know of a decision on a time, letter by letter: the field `NIANBAO_FACTS`.
struct AcceptanceFacts: Codable, Sendable {
    /// In UTC, as the ledger writes it.
    let time: String
    let why: String
}

/// What the ledger needs to know of a silence, letter by letter: the field `NIANBAO_FACTS`.
struct MuteFacts: Codable, Sendable {
    /// In UTC, as the ledger writes it.
    let until: String
    let why: String
}
