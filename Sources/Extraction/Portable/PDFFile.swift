import CPDF
import ReaderInterface

/// What draws a PDF, in a file of its own: a reader that has not loaded it reads all but these.
package enum PDFLibrary {
    /// What the dynamic loader says of a file.
    package struct Failure: Error, CustomStringConvertible {
        package var description: String
    }

    package static var isLoaded: Bool { unsafe pdf_library_at_hand() != nil }

    /// Loads it, for the rest of this process. Call it while there is one thread.
    package static func load(_ path: String) throws(Failure) {
        guard let words = unsafe pdf_library_load(path) else { return }
        throw Failure(description: unsafe String(cString: words))
    }
}

/// The pages of a PDF as poppler draws them. All that is unsafe about it is in this file.
@safe struct PDFFile: ~Copyable {
    private let library: pdf_library
    private let handle: OpaquePointer

    /// Opens a document and hands it over. Its bytes stay where they are meanwhile. Throws `Unreadable.format` where nothing that draws it
    /// has been loaded.
    static func read<Result>(
        _ bytes: [UInt8], _ body: (borrowing PDFFile) throws(Unreadable) -> Result
    ) throws(Unreadable) -> Result {
        let answer = unsafe bytes.withUnsafeBytes { buffer in
            Swift.Result { () throws(Unreadable) in try unsafe body(PDFFile(buffer)) }
        }
        return try answer.get()
    }

    private init(_ buffer: UnsafeRawBufferPointer) throws(Unreadable) {
        guard let library = unsafe pdf_library_at_hand()?.pointee else { throw .format(.pdf) }
        var handle: OpaquePointer?
        switch unsafe library.open(buffer.baseAddress, buffer.count, &handle) {
        case PDF_OK: break
        case PDF_ENCRYPTED: throw .encrypted
        default: throw .damaged("PDF 打不开，可能没有传完")
        }
        guard let handle = unsafe handle else { throw .damaged("PDF 打不开") }
        unsafe (self.library, self.handle) = (library, handle)
    }

    deinit { unsafe library.close(handle) }

    var pageCount: Int { Int(unsafe library.page_count(handle)) }

    /// A page, numbered from 1.
    func page(_ number: Int, limits: Limits) throws(Unreadable) -> DrawnPage {
        var page = unsafe pdf_page()
        switch unsafe library.draw(handle, Int32(number), limits.marksPerPage, &page) {
        case PDF_OK: break
        case PDF_TOO_MANY_MARKS: throw limits.reached(.marksPerPage)
        default: throw .damaged("第 \(number) 页读不出来")
        }
        let glyphs = unsafe UnsafeBufferPointer(start: page.glyphs, count: page.glyph_count).map(Glyph.init)
        if unsafe page.lacks_font_data != 0, glyphs.contains(where: { $0.scalar == Glyph.unknown }) || glyphs.isEmpty {
            throw .damaged("第 \(number) 页的字体没有嵌入文件，本机又缺少中文字体对照表（poppler-data），文字读不出来")
        }
        return unsafe DrawnPage(
            box: Box(left: 0, top: 0, right: page.width, bottom: page.height), glyphs: glyphs,
            rules: UnsafeBufferPointer(start: page.rules, count: page.rule_count).map(Box.init),
            images: UnsafeBufferPointer(start: page.images, count: page.image_count).map(Box.init),
            shapes: page.shape_count)
    }
}

extension Box {
    fileprivate init(_ box: pdf_box) {
        self.init(left: box.left, top: box.top, right: box.right, bottom: box.bottom)
    }
}

extension Glyph {
    fileprivate init(_ glyph: pdf_glyph) {
        self.init(
            scalar: Glyph.shown(glyph.unicode), box: Box(glyph.box), size: glyph.size,
            direction: Direction(glyph.direction), isVertical: glyph.vertical != 0, isHidden: glyph.hidden != 0,
            lightness: Double(glyph.lightness) / 255)
    }
}

extension Direction {
    fileprivate init(_ direction: pdf_direction) {
        self =
            switch direction {
            case PDF_RIGHT: .right
            case PDF_DOWN: .down
            case PDF_LEFT: .left
            case PDF_UP: .up
            default: .slanted
            }
    }
}
