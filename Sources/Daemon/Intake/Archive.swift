package import Ledger
import Linux
package import SystemPackage

/// The bytes of every arrival, once, by their hash: `ab/abcdef…`. What is judged is the copy here, never the original.
package struct Archive: Sendable {
    /// Why there is no copy.
    package enum Failure: Error, Sendable, Hashable {
        /// The file is not as the look met it: somebody is still writing.
        case changed
        case vanished
        case denied
        case broken(Errno)
        /// Our own folder does not take the copy.
        case unwritable(Errno)
    }

    private static let piece = 1 << 20

    package let folder: FilePath
    /// The size in bytes over which a file is not copied.
    package var limit: Int

    /// The archive below a state folder that exists; files of more than `limit` bytes are not copied.
    package init(in state: FilePath, limit: Int) throws(Errno) {
        try Folders.make("archive", below: state)
        folder = state.appending("archive")
        self.limit = limit
    }

    /// Copies a file while hashing it, and tells what it is. The same bytes are kept once.
    package func keep(_ file: ObservedFile, from inbox: Inbox) throws(Failure) -> Content {
        let source = try Self.reading { () throws(Errno) in try inbox.open(file.path) }
        guard try Self.stamp(of: source) == file.stamp else { throw .changed }
        guard file.stamp.size <= limit else { return Content(unread: file) }

        let draft = try Self.writing { () throws(Errno) in try AtomicFile("incoming", in: folder, mode: 0o640) }
        var hash = SHA256()
        var size = 0
        while size <= file.stamp.size {
            let bytes = try Self.reading { () throws(Errno) in try inbox.read(source, upTo: Self.piece) }
            guard !bytes.isEmpty else { break }
            size += bytes.count
            hash.update(bytes)
            try Self.writing { () throws(Errno) in try draft.write(bytes) }
        }
        guard size == file.stamp.size, try Self.stamp(of: source) == file.stamp else { throw .changed }

        let content = Content(sha256: hash.digits(), size: size)
        try commit(draft, as: content)
        return content
    }

    /// The copy of a content that was kept.
    package func document(of content: Content) -> DocumentBytes { .file(place(of: content).appending(content.key)) }

    private func place(of content: Content) -> FilePath { folder.appending(String(content.key.prefix(2))) }

    private func commit(_ draft: consuming AtomicFile, as content: Content) throws(Failure) {
        do throws(Errno) {
            try Folders.make(FilePath(String(content.key.prefix(2))), below: folder)
            try draft.commit(as: content.key, in: place(of: content))
        } catch {
            throw .unwritable(error)
        }
    }

    private static func stamp(of source: borrowing Descriptor) throws(Failure) -> FileStamp {
        let status = try reading { () throws(Errno) in try source.status() }
        guard status.linkCount > 0 else { throw .vanished }
        return FileStamp(status)
    }

    /// Does something with the inbox.
    private static func reading<Value: ~Copyable>(_ step: () throws(Errno) -> Value) throws(Failure) -> Value {
        do throws(Errno) {
            return try step()
        } catch .noSuchFileOrDirectory {
            throw .vanished
        } catch .permissionDenied {
            throw .denied
        } catch .tooManySymbolicLinkLevels {
            throw .changed
        } catch {
            throw .broken(error)
        }
    }

    /// Does something with the archive.
    private static func writing<Value: ~Copyable>(_ step: () throws(Errno) -> Value) throws(Failure) -> Value {
        do throws(Errno) {
            return try step()
        } catch {
            throw .unwritable(error)
        }
    }
}
