import Compression
package import Linux
package import SystemPackage

/// The bytes of a document, wherever they lie.
package enum DocumentBytes: Sendable {
    /// A file of ours that nobody changes: the copy in the archive.
    case file(FilePath)
    /// The same, compressed. It expands to `size` bytes, or is damaged.
    case compressed(FilePath, size: Int)
    /// What a person handed to `check`.
    case memory([UInt8])

    /// Opens them to be read. A copy that is damaged throws `Errno.ioError`, as a disk that can't be read does.
    ///
    /// What is compressed is expanded into memory before the worker starts. These bytes are those that this program has written: to them
    /// the worker's fence adds nothing, and whatever became of them on the disk, no more than `size` of them come out.
    package func open() throws(Errno) -> Descriptor {
        switch self {
        case .file(let path): return try Descriptor(reading: path)
        case .compressed(let path, let size): return try Self.expanded(path, to: size)
        case .memory(let bytes): return try Descriptor(inMemory: "document", bytes)
        }
    }

    /// Whether they begin as a PDF does. What that is worth, a reader says; of a compressed copy nothing is known before it is expanded.
    var seemPDF: Bool {
        let mark = Array("%PDF".utf8)
        switch self {
        case .memory(let bytes): return bytes.starts(with: mark)
        case .file(let path): return (try? Descriptor(reading: path).read(upTo: mark.count)) == mark
        case .compressed: return false
        }
    }

    /// Whether they are gone, or are not what they were.
    package var isLost: Bool {
        do throws(Errno) {
            _ = try open()
            return false
        } catch {
            return [.noSuchFileOrDirectory, .ioError].contains(error)
        }
    }

    private static func expanded(_ path: FilePath, to size: Int) throws(Errno) -> Descriptor {
        let frame = try Descriptor(reading: path)
        do {
            return try Descriptor(inMemory: "document") { file in
                var reader = try FrameReader(size: size)
                while case let piece = try frame.read(upTo: 1 << 18), !piece.isEmpty {
                    try reader.add(piece) { try file.writeSparse($0) }
                }
                try file.endHole()
                try reader.finish()
            }
        } catch let error as Errno {
            throw error
        } catch CompressionFailure.noMemory {
            throw .noMemory
        } catch {
            throw .ioError
        }
    }
}
