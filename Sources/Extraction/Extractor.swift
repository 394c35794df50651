package import Documents

/// Turns the bytes of a file into a document.
///
/// The format is told by content, never by name. Nothing here knows the national form.
package enum Extractor {
    /// What is in the bytes. Throws `Unreadable` where nothing can be taken out within the limits.
    package static func extract(_ bytes: [UInt8], limits: Limits) throws(Unreadable) -> Extract {
        guard bytes.count <= limits.fileBytes else {
            throw .limit(name: "limits.file_size", value: limits.fileBytes)
        }
        guard !bytes.isEmpty else { throw .damaged("文件是空的，一个字节也没有") }
        let format = Format(sniffing: bytes)
        guard format == .txt else { throw .format(format) }
        return Extract(format: format, document: try TextExtractor(limits: limits).document(from: bytes))
    }
}
