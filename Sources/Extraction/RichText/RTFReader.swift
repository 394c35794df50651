import Documents
import ReaderInterface

/// Rich Text (rtf), as older office programs save it: the text as it is shown, without headers, footers and notes.
struct RTFReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        var body = RTFBody(bytes, limits: limits)
        let blocks = try body.blocks()
        guard !blocks.isEmpty else { throw body.hasPictures ? .scanned : .damaged("文件里没有文字") }
        return Document(blocks: blocks)
    }
}
