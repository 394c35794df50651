package import Linux
package import SystemPackage

/// The bytes of a document, wherever they lie.
package enum DocumentBytes: Sendable {
    /// A file of ours that nobody changes: the copy in the archive.
    case file(FilePath)
    /// What a person handed to `check`.
    case memory([UInt8])

    /// Opens them to be read.
    package func open() throws(Errno) -> Descriptor {
        switch self {
        case .file(let path): try Descriptor(reading: path)
        case .memory(let bytes): try Descriptor(inMemory: "document", bytes)
        }
    }
}
