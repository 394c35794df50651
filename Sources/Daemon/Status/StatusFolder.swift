import Ledger
import Linux
import SystemPackage

/// The folder of status files: writes them, and tells whether each is still what was written.
struct StatusFolder: Sendable {
    let path: FilePath

    /// What became of a file since it was written.
    enum Finding: Equatable {
        case unchanged
        /// The content is the same and the stamp is another one.
        case restamped(WrittenFile)
        /// It is gone, or says something else.
        case changed
    }

    /// A path that leads out of the status folder: no file is written or read there, whatever the ledger says.
    struct Outside: Error, CustomStringConvertible {
        let place: FilePath

        var description: String { "不在结果文件夹内：\(FileName(place.string).display)" }
    }

    /// A file that can't be written, though the folder takes others.
    struct Barred: Error, CustomStringConvertible {
        let place: String
        let page: Page
        let error: Errno

        var description: String {
            "结果文件夹中的 \(FileName("\(place)/\(page.rawValue)").display) \(error.reason)，请检查它和所在文件夹的属主和权限"
        }
    }

    /// Writes a file whole, in a folder that is made where there is none. Throws `Errno` where the folder does not take it, `Outside` where
    /// it would lie elsewhere.
    func write(
        _ bytes: [UInt8], _ page: Page, in place: String, _ unsynced: inout UnsyncedFolders
    ) throws -> WrittenFile {
        let relative = FilePath(place).appending(page.rawValue)
        let file = try inside(relative)
        let (folder, name) = (file.removingLastComponent(), file.lastComponent?.string ?? "")
        try unsynced.make(relative.removingLastComponent(), below: path)
        let draft = try AtomicFile(name, in: folder)
        try draft.write(bytes)
        try draft.put(as: name, in: folder)
        unsynced.note(folder)
        return try WrittenFile(bytes, at: file)
    }

    /// Whether an error is about one place, and the folder itself takes a file: what can be written elsewhere does not wait for it.
    func takes(despite error: Errno) -> Bool {
        let local: Set<Errno> = [
            .permissionDenied, .notPermitted, .isDirectory, .notDirectory, .fileExists, .directoryNotEmpty,
            .tooManySymbolicLinkLevels, .noSuchFileOrDirectory,
        ]
        return local.contains(error) && (try? AtomicFile("trial", in: path)) != nil
    }

    /// Checks one file; its content is read only where its stamp is another one.
    func check(_ file: FilePath, written: WrittenFile?) throws -> Finding {
        let place = try inside(file)
        guard let written else { return .changed }
        do throws(Errno) {
            let stamp = try WrittenFile.stamp(of: place)
            if stamp == written.stamp { return .unchanged }
            let name = place.lastComponent?.string ?? ""
            let bytes = try Directory(place.removingLastComponent()).open(FileName(name)).readAll()
            return SHA256.digits(of: bytes) == written.digest
                ? .restamped(WrittenFile(restamped: stamp, written)) : .changed
        } catch .noSuchFileOrDirectory {
            // Where the folder itself is gone, writing says so.
            return .changed
        } catch .tooManySymbolicLinkLevels {
            return .changed
        }
    }

    /// Where a path below the folder lies.
    private func inside(_ file: FilePath) throws(Outside) -> FilePath {
        guard file.isRelative, file.components.allSatisfy({ $0.kind == .regular }) else { throw Outside(place: file) }
        return path.pushing(file)
    }
}
