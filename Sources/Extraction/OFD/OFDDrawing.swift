import ReaderInterface

/// Draws the objects of a page.
struct OFDDrawing {
    private(set) var page: DrawnPage
    private let params: [String: XMLElement]
    private let limits: Limits

    init(box: Box, params: [String: XMLElement], limits: Limits) {
        page = DrawnPage(box: box, glyphs: [], rules: [], images: [])
        self.params = params
        self.limits = limits
    }

    /// Draws all layers of a page or a template.
    mutating func draw(_ root: XMLElement) throws(Unreadable) {
        for layer in root.child("Content")?.children("Layer") ?? [] {
            try draw(objectsOf: layer, style: style(of: layer, over: OFDStyle()))
        }
    }

    private mutating func draw(objectsOf parent: XMLElement, style: OFDStyle) throws(Unreadable) {
        for object in parent.elements where !OFDStyle.isHidden(object) {
            let own = self.style(of: object, over: style)
            switch object.name.local {
            case "TextObject": page.glyphs += OFDText.glyphs(of: object, style: own)
            case "PathObject": take(OFDPath(of: object, style: own))
            case "ImageObject": if let box = OFDMatrix.box(object["Boundary"]) { take(image: box) }
            case "PageBlock": try draw(objectsOf: object, style: own)
            default: break
            }
            try limits.check(.marksPerPage, page.glyphs.count + page.rules.count + page.images.count)
        }
    }

    private mutating func take(_ path: OFDPath) {
        page.rules += path.rules
        if path.isShape { page.shapes += 1 }
    }

    /// An image stretched into a line is a line.
    private mutating func take(image box: Box) {
        if min(box.width, box.height) <= 4 { page.rules.append(box) } else { page.images.append(box) }
    }

    /// The style of an element: what its drawing parameters say, those they build on first, then what it says itself.
    private func style(of element: XMLElement, over style: OFDStyle) -> OFDStyle {
        var chain: [XMLElement] = []
        var next = element["DrawParam"]
        while let id = next, let param = params[id], chain.count < 16 {
            chain.append(param)
            next = param["Relative"]
        }
        return chain.reversed().reduce(style) { $0.refined(by: $1) }.refined(by: element)
    }
}
