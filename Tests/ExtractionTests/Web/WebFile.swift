import Documents
import Extraction
import ReaderInterface

/// What is read of a web page.
enum WebFile {
    static func blocks(_ page: String) throws -> [Block] { try blocks(Array(page.utf8)) }

    static func blocks(_ page: [UInt8], limits: Limits = Limits()) throws -> [Block] {
        let extract = try Extractor.extract(page, limits: limits)
        guard extract.format == .html else { throw Unreadable.format(extract.format) }
        return extract.document.blocks
    }
}
