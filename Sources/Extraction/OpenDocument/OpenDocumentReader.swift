import Documents
import ReaderInterface

/// Text documents of OpenDocument (odt): the text as LibreOffice prints it, without headers, footers and notes.
struct OpenDocumentReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let archive = try ZipArchive(bytes, limits: limits)
        // Whoever opens an encrypted document finds the key's description in the manifest, which stays readable.
        let manifest = String(decoding: try archive.bytes(of: "META-INF/manifest.xml") ?? [], as: UTF8.self)
        guard !manifest.contains("encryption-data") else { throw .encrypted }
        let root = try archive.requiredXML("content.xml")
        guard let content = root.child("body")?.child("text") else {
            throw .damaged("其中的 content.xml 不是文字文档的正文")
        }
        let styles = OpenDocumentStyles([try archive.xml("styles.xml"), root])
        var body = OpenDocumentBody(styles, limits: limits)
        let blocks = try body.blocks(in: content)
        guard !blocks.isEmpty else {
            let hasPictures = archive.names.contains { $0.hasPrefix("Pictures/") }
            throw hasPictures ? .scanned : .damaged("文件里没有文字")
        }
        return Document(blocks: blocks)
    }
}
