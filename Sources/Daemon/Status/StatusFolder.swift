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

    /// Writes a file whole, in a folder that is made where there is none.
    func write(_ bytes: [UInt8], _ page: Page, in place: String) throws(Errno) -> WrittenFile {
        let place = FilePath(place)
        try Folders.make(place, below: path)
        let file = path.pushing(place).appending(page.rawValue)
        try AtomicFile.write(bytes, to: file)
        return try WrittenFile(bytes, at: file)
    }

    /// Checks one file; its content is read only where its stamp is another one.
    func check(_ file: FilePath, written: WrittenFile?) throws(Errno) -> Finding {
        let place = path.pushing(file)
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
}
