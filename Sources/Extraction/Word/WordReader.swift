import Documents
import ReaderInterface

/// Word documents (docx): the text as Word prints it, without headers, footers and notes, which are parts of their own.
struct WordReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let package = try OfficePackage(bytes, limits: limits, usual: "word/document.xml")
        let main = try package.main()
        guard main.is(.word, "document"), let content = main.child("body") else {
            throw .damaged("其中的 \(package.mainPart) 不是 Word 文档的正文")
        }
        var body = try WordBody(package)
        let blocks = try body.blocks(in: content)
        guard !blocks.isEmpty else { throw package.hasPictures ? .scanned : .damaged("文件里没有文字") }
        return Document(blocks: blocks)
    }
}
