import Foundation
import Ledger
import Linux
import SystemPackage

/// A ledger that is not in use any more, as pruning sees it: a file of the state folder, or a folder with files.
struct LedgerSetAside: Sendable {
    let name: String
    private let folder: FilePath
    private let files: [FilePath]
    /// What it takes on the disk.
    private(set) var bytes = 0
    /// When it was written to last.
    private(set) var changed = Date.distantPast

    /// All that are in a state folder.
    static func all(in state: FilePath) throws(Errno) -> [LedgerSetAside] {
        var ledgers: [LedgerSetAside] = []
        for name in try Directory(state).names().map(\.display) where LedgerFile.isSetAside(name) {
            if let ledger = try LedgerSetAside(name, in: state) { ledgers.append(ledger) }
        }
        return ledgers
    }

    /// `nil` for what is neither, and for one that is gone.
    private init?(_ name: String, in state: FilePath) throws(Errno) {
        self.name = name
        folder = state.appending(name)
        switch try Folders.status(of: folder)?.type {
        case .regular: files = [folder]
        case .directory:
            let folder = folder
            files = try Directory(folder).names().map { folder.appending($0.display) }
        default: return nil
        }
        for file in files + [folder] {
            guard let status = try Folders.status(of: file) else { continue }
            if status.type == .regular { bytes += Int(status.blocksAllocated) * 512 }
            changed = max(changed, Date(timeIntervalSince1970: Double(FileStamp(status).modified) / 1e9))
        }
    }

    func remove() throws(Errno) {
        for file in files { try Folders.remove(file) }
        if files != [folder] { try Folders.removeEmpty(folder) }
    }
}
