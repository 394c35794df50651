import Documents
import ReaderInterface

/// An OFD file (GB/T 33190) into paragraphs and tables: its pages are drawn, and read as those of a PDF.
struct OFDReader: FormatReader {
    let limits: Limits

    func document(from bytes: [UInt8]) throws(Unreadable) -> Document {
        let package = try OFDPackage(bytes, limits: limits)
        let pages = package.pages
        guard !pages.isEmpty else { throw .damaged("OFD 文件里没有页面") }
        try limits.check(.pages, pages.count)
        let templates = try package.templates()
        let params = try package.drawParams()
        var layout = PageLayout(limits: limits)
        for location in pages {
            let page = try package.page(location).root
            let own = page.child("Area")?.child("PhysicalBox").flatMap { OFDMatrix.box($0.text) }
            let a4 = Box(left: 0, top: 0, right: 595, bottom: 842)
            var drawing = OFDDrawing(box: own ?? package.pageBox ?? a4, params: params, limits: limits)
            for template in page.children("Template") {
                if let id = template["TemplateID"], let part = templates[id] { try drawing.draw(part.root) }
            }
            try drawing.draw(page)
            try layout.take(drawing.page)
        }
        return try layout.finish()
    }
}
