package import Ledger
import Linux
package import SystemPackage

/// The bytes of every arrival, once, by their hash: `ab/abcdef…`, or `ab/abcdef….zst` where they are compressed. What is judged is the
/// copy here, never the original.
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
    /// Under what name a copy grows: each who writes has one of his own.
    private let draft: String
    /// The size in bytes over which a file is not copied.
    package var limit: Int

    /// The archive below a state folder that exists; files of more than `limit` bytes are not copied. Whoever writes beside the intake
    /// names himself in `draft`.
    package init(in state: FilePath, limit: Int, draft: String = "incoming") throws(Errno) {
        try Folders.make(FilePath(StateFolder.archive), below: state, mode: 0o700)
        folder = state.appending(StateFolder.archive)
        self.draft = draft
        self.limit = limit
    }

    /// Copies a file while hashing it, and tells what it is. The same bytes are kept once.
    package func keep(_ file: ObservedFile, from inbox: Inbox) throws(Failure) -> Content {
        guard file.stamp.size <= limit else { return try identify(file, in: inbox) }
        var draft = try ArchiveDraft(draft, in: folder, size: file.stamp.size)
        let content = try read(file, from: inbox) { bytes throws(Failure) in try draft.add(bytes) }
        try draft.commit(as: content)
        return content
    }

    /// Keeps bytes that a person hands in, and tells what they are.
    package func keep(_ bytes: [UInt8]) throws(Failure) -> Content {
        let content = Content(sha256: SHA256.digits(of: bytes), size: bytes.count)
        var draft = try ArchiveDraft(draft, in: folder, size: bytes.count)
        try draft.add(bytes)
        try draft.commit(as: content)
        return content
    }

    /// Reads a file piece by piece and tells what it is: it must be the same before and after. One over the limit is not read.
    private func read(
        _ file: ObservedFile, from inbox: Inbox, _ take: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) -> Content {
        let source = try Self.reading { () throws(Errno) in try inbox.open(file.path) }
        guard try Self.stamp(of: source) == file.stamp else { throw .changed }
        guard file.stamp.size <= limit else { return Content(unread: file) }
        var hash = SHA256()
        var size = 0
        while size <= file.stamp.size {
            let bytes = try Self.reading { () throws(Errno) in try inbox.read(source, upTo: Self.piece) }
            guard !bytes.isEmpty else { break }
            size += bytes.count
            hash.update(bytes)
            guard size <= file.stamp.size else { break }
            try take(bytes)
        }
        guard size == file.stamp.size, try Self.stamp(of: source) == file.stamp else { throw .changed }
        return Content(sha256: hash.digits(), size: size)
    }

    /// Reads a file and tells what it is, without keeping a copy.
    package func identify(_ file: ObservedFile, in inbox: Inbox) throws(Failure) -> Content {
        try read(file, from: inbox) { _ throws(Failure) in }
    }

    /// Removes the copy of a content that nothing is known of.
    package func discard(_ content: Content) throws(Failure) {
        let copy = folder.pushing(ArchiveDraft.place(of: content)).appending(content.key)
        do throws(Errno) {
            for suffix in ["", ArchiveDraft.suffix] { try Folders.remove(FilePath(copy.string + suffix)) }
        } catch {
            throw .unwritable(error)
        }
    }

    /// The copy of a content that was kept, compressed or plain.
    package func document(of content: Content) -> DocumentBytes {
        let plain = folder.pushing(ArchiveDraft.place(of: content)).appending(content.key)
        guard (try? plain.stat()) == nil else { return .file(plain) }
        return .compressed(FilePath(plain.string + ArchiveDraft.suffix), size: content.size)
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
}
