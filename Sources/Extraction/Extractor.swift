package import Documents

/// Turns the bytes of a file into a document.
package enum Extractor {
    /// What is in the bytes, told by content. Throws `Unreadable` where nothing can be taken out within the limits.
    package static func extract(_ bytes: [UInt8], limits: Limits) throws(Unreadable) -> Extract {
        throw .format(.unknown)
    }
}
