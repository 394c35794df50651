import Documents
import ReaderInterface

/// Takes a document out of the bytes of one format.
protocol FormatReader {
    /// What is in the bytes, within the limits. Throws `Unreadable` where nothing can be had of it.
    func document(from bytes: [UInt8]) throws(Unreadable) -> Document
}
