import Documents
import ReaderInterface

/// A PDF into paragraphs and tables.
struct PDFReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        try PDFFile.read(bytes) { file throws(Unreadable) in
            let count = file.pageCount
            guard count > 0 else { throw .damaged("PDF 里没有页面") }
            try limits.check(.pages, count)
            var layout = PageLayout(limits: limits)
            for number in 1...count { try layout.take(try file.page(number, limits: limits)) }
            return try layout.finish()
        }
    }
}
