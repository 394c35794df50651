import Documents
import ReaderInterface

/// Word's binary documents (doc), which WPS Writer writes as wps: the text and tables as Word prints them, without headers,
/// footers and notes.
///
/// Source: [MS-DOC], Word (.doc) Binary File Format.
struct CompoundReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let file = try CompoundFile(bytes)
        // A document with a password, of any program: its package is a stream that only the password opens.
        if file.contains("EncryptedPackage") { throw .encrypted }
        guard let main = try file.stream("WordDocument") else {
            throw .damaged("复合文档里没有 Word 正文（WordDocument）")
        }
        let block = try FileInformationBlock(ByteView(main[...]))
        guard let table = try file.stream(block.tableStream) else {
            throw .damaged("Word 文档缺少“\(block.tableStream)”部分，文件多半没有传完")
        }
        var story = try WordStory(
            block, main: ByteView(main[...]), table: ByteView(table[...]),
            data: try file.stream("Data").map { ByteView($0[...]) },
            limits: limits)
        let blocks = try story.blocks()
        guard !blocks.isEmpty else { throw story.hasPictures ? .scanned : .damaged("文件里没有文字") }
        return Document(blocks: blocks)
    }
}

extension Format {
    /// What an OLE compound file holds, by the streams in it. One that is damaged is taken for the most usual, whose reader says so.
    init(compound bytes: [UInt8]) {
        let known: [(stream: String, format: Format)] = [
            ("EncryptedPackage", .doc), ("WordDocument", .doc), ("Workbook", .xls), ("Book", .xls),
        ]
        guard let file = try? CompoundFile(bytes) else {
            self = .doc
            return
        }
        self = known.first { file.contains($0.stream) }?.format ?? .unknown
        if self == .doc, let main = try? file.stream("WordDocument"),
            FileInformationBlock.isBeforeWord97(ByteView(main[...]))
        {
            self = .word95
        }
    }
}
