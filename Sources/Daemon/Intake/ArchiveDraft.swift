import Compression
import Ledger
import Linux
import SystemPackage

/// A copy on its way into the archive: compressed where that is worth it, with holes for zeros where it is not.
struct ArchiveDraft: ~Copyable {
    /// What a compressed copy's name ends in.
    static let suffix = ".zst"
    /// What does not get smaller than this many hundredths, as an archive or a picture does not, is kept plain: to expand it
    /// whenever it is read would save nothing.
    private static let worth = 90

    private let folder: FilePath
    private let file: AtomicFile
    private let size: Int
    private var frame: FrameWriter?
    private var isBegun = false

    /// Begins the copy of exactly `size` bytes. Nobody else may write one of the same name meanwhile.
    init(_ name: String, in folder: FilePath, size: Int) throws(Archive.Failure) {
        self.folder = folder
        self.size = size
        frame = nil
        do throws(Errno) {
            file = try AtomicFile(name, in: folder, mode: 0o600)
        } catch {
            throw .unwritable(error)
        }
    }

    /// The folder of a copy, below the archive.
    static func place(of content: Content) -> FilePath { FilePath(String(content.key.prefix(2))) }

    /// Appends bytes. The first of them tell whether the copy is compressed.
    mutating func add(_ bytes: [UInt8]) throws(Archive.Failure) {
        do {
            if !isBegun, try Self.isWorthCompressing(bytes) { frame = try FrameWriter(size: size) }
            isBegun = true
            guard let piece = try frame?.add(bytes) else { return try file.writeSparse(bytes) }
            try file.write(piece)
        } catch {
            throw Self.failure(error)
        }
    }

    /// Gives the copy its name. One of the same bytes that an earlier edition kept in the other way is not needed any more.
    consuming func commit(as content: Content) throws(Archive.Failure) {
        let isCompressed = frame != nil
        let name = isCompressed ? content.key + Self.suffix : content.key
        let other = isCompressed ? content.key : content.key + Self.suffix
        let place = folder.pushing(Self.place(of: content))
        do {
            if let rest = try frame?.finish() { try file.write(rest) }
            try Folders.make(Self.place(of: content), below: folder, mode: 0o700)
            try file.commit(as: name, in: place)
            try Folders.remove(place.appending(other))
        } catch {
            throw Self.failure(error)
        }
    }

    private static func isWorthCompressing(_ bytes: [UInt8]) throws -> Bool {
        // A zip archive is compressed already, as most reports are: to try takes longer than to hash it.
        if bytes.starts(with: "PK\u{3}\u{4}".utf8) { return false }
        var trial = try FrameWriter(size: bytes.count)
        let size = try trial.add(bytes).count + trial.finish().count
        return size <= bytes.count / 100 * worth
    }

    private static func failure(_ error: any Error) -> Archive.Failure {
        switch error {
        case let error as Errno: .unwritable(error)
        case CompressionFailure.noMemory: .unwritable(.noMemory)
        // Fewer or more bytes than there were to be.
        default: .changed
        }
    }
}
