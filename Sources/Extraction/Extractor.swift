import Documents
package import ReaderInterface

/// Turns the bytes of a file into a document.
///
/// The format is told by content, never by name. Nothing here knows the national form.
package enum Extractor {
    /// What is in the bytes. Throws `Unreadable` where nothing can be taken out within the limits.
    package static func extract(_ bytes: [UInt8], limits: Limits) throws(Unreadable) -> Extract {
        try extract(bytes, limits: limits, nesting: 0)
    }

    /// What is in the bytes of a file that lies in so many archives.
    static func extract(_ bytes: [UInt8], limits: Limits, nesting: Int) throws(Unreadable) -> Extract {
        try limits.check(.fileSize, bytes.count)
        guard !bytes.isEmpty else { throw .damaged("文件是空的，一个字节也没有") }
        let format = Format(sniffing: bytes)
        guard let reader = reader(of: format, limits, nesting) else { throw .format(format) }
        return Extract(format: format, document: try reader.document(from: bytes))
    }

    /// The cells of a workbook, or of a table as text. Throws `Unreadable` where nothing can be taken out within the limits.
    package static func grid(in bytes: [UInt8], limits: Limits) throws(Unreadable) -> CellGrid {
        try limits.check(.fileSize, bytes.count)
        guard !bytes.isEmpty else { throw .damaged("文件是空的，一个字节也没有") }
        switch Format(sniffing: bytes) {
        case .xlsx: return try WorkbookReader(limits: limits).grid(from: bytes)
        case .txt: return try CommaTable(limits: limits).grid(from: bytes)
        case let format: throw .format(format)
        }
    }

    /// What reads a format; `nil` where nothing does.
    private static func reader(of format: Format, _ limits: Limits, _ nesting: Int) -> (any FormatReader)? {
        switch format {
        case .txt: TextReader(limits: limits)
        case .docx: WordReader(limits: limits)
        case .pdf: PDFReader(limits: limits)
        case .doc: CompoundReader(limits: limits)
        case .html: WebReader(limits: limits)
        case .mht: ArchivedPageReader(limits: limits)
        case .zip: ZipReader(limits: limits, nesting: nesting)
        case .xlsx: WorkbookReader(limits: limits)
        case .ofd: OFDReader(limits: limits)
        case .odt: OpenDocumentReader(limits: limits)
        case .rtf: RTFReader(limits: limits)
        case .word95, .xls, .image, .unknown: nil
        }
    }
}
