import Documents
import ReaderInterface

/// Web pages in one file with their pictures (mht): the page.
struct ArchivedPageReader: FormatReader {
    let limits: Limits
    /// How deep messages may lie in each other.
    private static let depth = 8

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let message = MIMEPart(bytes[...])
        if let page = ArchivedPageReader.part("text/html", of: message, ArchivedPageReader.depth) {
            return try WebReader(limits: limits).document(from: page.content)
        }
        if let text = ArchivedPageReader.part("text/plain", of: message, ArchivedPageReader.depth) {
            return try TextReader(limits: limits).document(from: text.content)
        }
        throw .damaged("网页归档里没有网页，文件多半没有传完")
    }

    /// The first part of a type, at any depth.
    private static func part(_ type: String, of message: MIMEPart, _ depth: Int) -> MIMEPart? {
        if message.type == type { return message }
        guard depth > 0 else { return nil }
        return message.parts.lazy.compactMap { part(type, of: $0, depth - 1) }.first
    }
}
