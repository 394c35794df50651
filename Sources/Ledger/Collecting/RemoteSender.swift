package import Foundation
package import Linux
package import SystemPackage

/// The journals that one sender has sent, as `systemd-journal-remote` keeps them: a file that grows, and those that it was before.
package struct RemoteSender: Sendable, Hashable {
    /// The name in the certificate with which it sends. No sender can choose another one's.
    package let name: String
    /// The one that was written last first.
    package let files: [FilePath]
    /// What tells that one of the files has grown, or that there are others.
    package let stamps: [FileStamp]

    /// When anything came last, by the clock of this machine.
    package var heard: Date {
        Date(timeIntervalSince1970: Double(stamps.map(\.modified).max() ?? 0) / 1_000_000_000)
    }

    /// The senders of a folder, by name.
    package static func all(in folder: FilePath) throws(Errno) -> [RemoteSender] {
        let directory = try Directory(folder)
        var files: [String: [File]] = [:]
        let names = try directory.names().compactMap { String(validating: $0.bytes, as: UTF8.self) }
        for name in names.sorted() {
            guard let sender = Self.sender(of: name) else { continue }
            do throws(Errno) {
                let status = try directory.status(of: FileName(name))
                guard status.type == .regular else { continue }
                let isGrowing = ["\(sender).journal", "remote-\(sender).journal"].contains(name)
                files[sender, default: []].append(
                    File(path: folder.appending(name), stamp: FileStamp(status), isGrowing: isGrowing))
            } catch .noSuchFileOrDirectory {
                // Rotated, or removed to make room, since the folder was listed.
                continue
            }
        }
        return files.sorted { $0.key < $1.key }.map { name, files in
            let files = files.sorted { $0.order > $1.order }
            return RemoteSender(name: name, files: files.map(\.path), stamps: files.map(\.stamp))
        }
    }

    private struct File {
        let path: FilePath
        let stamp: FileStamp
        let isGrowing: Bool

        /// Later for what was written later.
        var order: (Int, Int, String) { (isGrowing ? 1 : 0, stamp.modified, path.string) }
    }

    /// Who has sent what is in a file: `remote-NAME.journal`, or `remote-NAME@….journal` once the file was full, and with a tilde at its end
    /// once it was found damaged. `nil` for what is no journal.
    package static func sender(of file: String) -> String? {
        let endings = [".journal", ".journal~"]
        guard let ending = endings.first(where: file.hasSuffix) else { return nil }
        var name = String(file.dropLast(ending.utf8.count))
        if name.hasPrefix("remote-") { name.removeFirst("remote-".count) }
        guard let at = name.lastIndex(of: "@") else { return name }
        let rest = name[name.index(after: at)...]
        return rest.allSatisfy { $0.isHexDigit || $0 == "-" } ? String(name[..<at]) : name
    }
}
