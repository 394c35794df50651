package import Foundation
package import Linux
import Reports

/// A file that came, as it was when it was copied.
package struct Arrival: Sendable, Equatable {
    package var file: ObservedFile
    package var content: Content
    package var at: Date

    package init(file: ObservedFile, content: Content, at: Date) {
        self.file = file
        self.content = content
        self.at = at
    }
}

/// The bytes of an arrival, by what identifies them.
package struct Content: Sendable, Hashable {
    /// What the keys of files begin with that were not read.
    static let unread = "unread-"

    /// What tells these bytes from others: their SHA-256, or what is known of a file too large to be read.
    package let key: String
    /// The SHA-256 of all bytes in hexadecimal digits; empty where they were not read.
    package let sha256: String
    /// How many bytes there are.
    package let size: Int

    /// Bytes that were read, all of them.
    package init(sha256: String, size: Int) {
        key = sha256
        self.sha256 = sha256
        self.size = size
    }

    /// A file over the limit. It is known by name, size and time: to hash it would take as long as to read it.
    package init(unread file: ObservedFile) {
        let numbers = "\(file.stamp.size) \(file.stamp.modified)"
        let known = [file.path.folder?.bytes ?? [], file.path.name.bytes, Array(numbers.utf8)]
        key = Self.unread + SHA256.digits(of: Array(known.joined(separator: [0])))
        sha256 = ""
        size = file.stamp.size
    }
}

/// Who has put files there, as far as it can be told: the folder of a bureau, and in the inbox itself the account that they belong to.
package struct Sender: Sendable, Hashable {
    package let folder: FileName?
    package let owner: UInt32?

    package init(_ file: ObservedFile) { self.init(folder: file.path.kept.folder, owner: file.owner) }

    init(folder: FileName?, owner: UInt32?) {
        self.folder = folder
        self.owner = folder == nil ? owner : nil
    }
}

/// What was taken in of a sender.
package struct Usage: Sendable, Equatable {
    package var files = 0
    package var bytes = 0

    package init(files: Int = 0, bytes: Int = 0) {
        self.files = files
        self.bytes = bytes
    }
}

/// A file that a look into the inbox met.
package struct ObservedFile: Sendable, Equatable {
    package var path: InboxPath
    package var stamp: FileStamp
    /// The account that the file belongs to; `nil` where that is not known.
    package var owner: UInt32?

    package init(path: InboxPath, stamp: FileStamp, owner: UInt32? = nil) {
        self.path = path
        self.stamp = stamp
        self.owner = owner
    }
}

/// Where a file lies in the inbox: in itself, or in the folder of a bureau.
package struct InboxPath: Sendable, Hashable {
    package var folder: FileName?
    package var name: FileName

    package init(folder: FileName? = nil, name: FileName) {
        self.folder = folder
        self.name = name
    }

    /// The path as a person may read it, `财政局/年报.docx`, numbers of persons starred.
    package var display: String {
        guard let folder else { return name.display.masked }
        return (folder.display + "/" + name.display).masked
    }

    /// The path as the ledger and its records keep it: a name with a number of a person is its starred text, every other name is
    /// its bytes. Two names that differ in such a number only can be the same here.
    package var kept: InboxPath { InboxPath(folder: folder?.masked, name: name.masked) }
}

/// The files of an inbox under the names that the ledger keeps: made once a look, and asked for each file.
package struct InboxFiles: Sendable, Equatable {
    private let kept: Set<InboxPath>

    package init(_ paths: some Sequence<InboxPath> = []) {
        kept = Set(paths.lazy.map(\.kept))
    }

    /// Whether one of some files, their names as the ledger keeps them, is one of these and not at `path`.
    func hold(anyOf files: some Sequence<InboxPath>, besides path: InboxPath) -> Bool {
        let own = path.kept
        return files.contains { $0 != own && kept.contains($0) }
    }

    /// Whether all but the one at `path` are among some files.
    func are(among files: Set<InboxPath>, besides path: InboxPath) -> Bool {
        let own = path.kept
        return kept.allSatisfy { $0 == own || files.contains($0) }
    }
}

extension FileName {
    /// The name with numbers of persons starred; itself where there is none in it.
    fileprivate var masked: FileName {
        let shown = display
        let masked = shown.masked
        return masked == shown ? self : FileName(masked)
    }
}
