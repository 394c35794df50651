import Documents
import ReaderInterface

/// Web pages (html): the content of the page as a browser draws it.
///
/// What a page says of its encoding is not asked: it is wrong often enough, and Chinese text in UTF-8 is never valid GB18030
/// by chance, nor the other way round, so the bytes tell.
struct WebReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let page = try HTMLParser.page(of: try TextEncoding.text(of: bytes), limits: limits)
        var body = WebBody(limits: limits, lineEndIsSpace: WebReader.wrapsAtSpaces(page))
        let blocks = try body.blocks(in: PageContent(page).body)
        guard !blocks.isEmpty else { throw page.descendants("img").isEmpty ? .damaged("网页里没有文字") : .scanned }
        return Document(blocks: blocks)
    }

    /// Whether the program that wrote the page breaks lines only where a space was, as LibreOffice does.
    private static func wrapsAtSpaces(_ page: XMLElement) -> Bool {
        page.descendants("meta").contains { meta in
            meta["name"]?.lowercased() == "generator" && meta["content"]?.contains("Office") == true
                && meta["content"]?.contains("Microsoft") == false
        }
    }
}
