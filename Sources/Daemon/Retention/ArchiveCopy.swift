import Foundation
import Ledger
import Linux
import SystemPackage

/// A file of the archive, as pruning sees it.
struct ArchiveCopy: Sendable, Equatable {
    var path: FilePath
    /// What tells its bytes from others.
    var content: String
    /// What it takes on the disk.
    var bytes: Int
    var changed: Date

    /// All copies below a state folder, in no order.
    static func all(in state: FilePath) throws(Errno) -> [ArchiveCopy] {
        let folder = state.appending(StateFolder.archive)
        var copies: [ArchiveCopy] = []
        for name in try names(in: folder) where name.display.utf8.count == 2 {
            let place = folder.appending(name.display)
            for name in try names(in: place) where !name.display.hasPrefix(".") {
                if let copy = try ArchiveCopy(place.appending(name.display), name.display) { copies.append(copy) }
            }
        }
        return copies
    }

    /// `nil` for what is no file, and for one that is gone.
    private init?(_ path: FilePath, _ name: String) throws(Errno) {
        guard let status = try Folders.status(of: path), status.type == .regular else { return nil }
        self.path = path
        content = name.hasSuffix(ArchiveDraft.suffix) ? String(name.dropLast(ArchiveDraft.suffix.count)) : name
        bytes = Int(status.blocksAllocated) * 512
        changed = Self.changed(status)
    }

    /// Removes the copy, unless the same bytes have come again meanwhile.
    func remove() throws(Errno) {
        guard let status = try Folders.status(of: path), Self.changed(status) == changed else { return }
        try Folders.remove(path)
    }

    private static func names(in folder: FilePath) throws(Errno) -> [FileName] {
        do throws(Errno) {
            return try Directory(folder).names()
        } catch .noSuchFileOrDirectory {
            return []
        }
    }

    private static func changed(_ status: Stat) -> Date {
        Date(timeIntervalSince1970: Double(FileStamp(status).modified) / 1e9)
    }
}
