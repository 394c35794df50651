/// Lines and rows of a table on one page, from top to bottom, as a PDF with the font that office programs put into theirs: its codes are
/// its own, and a table says which characters they are.
struct RehearsalDrawing {
    private static let (width, size, left, labelWidth, cellWidth) = (595, 10, 40, 280, 30)
    private static let lineHeight = 15

    private var operators: [String] = []
    private var codes: [Unicode.Scalar: Int] = [:]
    private var height = 40

    mutating func add(line text: String) {
        height += Self.lineHeight
        draw(text, at: Self.left)
    }

    /// A row of a table: its label, and its numbers.
    mutating func add(row: [String]) {
        let borders = [Self.left] + row.indices.map { Self.left + Self.labelWidth + $0 * Self.cellWidth }
        let right = borders[borders.count - 1]
        operators += [0, Self.lineHeight].map { "\(Self.left) \(-height - 4 - $0) \(right - Self.left) 1 re f" }
        operators += borders.map { "\($0) \(-height - 4 - Self.lineHeight) 1 \(Self.lineHeight) re f" }
        height += Self.lineHeight
        for (text, border) in zip(row, borders) { draw(text, at: border + 3) }
    }

    /// The file.
    var bytes: [UInt8] {
        let shown = "1 0 0 1 0 \(height + 40) cm\n" + operators.joined(separator: "\n")
        return Self.file([
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            """
            << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(Self.width) \(height + 80)] /Contents 4 0 R
            /Resources << /Font << /F 5 0 R >> >> >>
            """,
            Self.stream(shown),
            "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
            """
            << /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000
            /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>
            """,
            Self.stream(characters),
        ])
    }

    private mutating func draw(_ text: String, at x: Int) {
        let shown = text.unicodeScalars.map { Self.hexadecimal(code(of: $0)) }.joined()
        operators.append("BT /F \(Self.size) Tf 1 0 0 1 \(x) \(-height) Tm <\(shown)> Tj ET")
    }

    private mutating func code(of scalar: Unicode.Scalar) -> Int {
        let next = codes.count + 1
        let code = codes[scalar] ?? next
        codes[scalar] = code
        return code
    }

    /// Which characters the codes are.
    private var characters: String {
        let lines = codes.map { "<\(Self.hexadecimal($1))> <\(Self.hexadecimal(Int($0.value)))>" }
        return """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            \(lines.count) beginbfchar
            \(lines.joined(separator: "\n"))
            endbfchar endcmap end end
            """
    }

    private static func hexadecimal(_ value: Int) -> String { padded(String(value, radix: 16), to: 4) }

    private static func padded(_ digits: String, to count: Int) -> String {
        String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }

    private static func stream(_ content: String) -> String {
        "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream"
    }

    /// A file of objects, numbered from 1; the first is the catalog.
    private static func file(_ objects: [String]) -> [UInt8] {
        var text = "%PDF-1.7\n"
        var table = "0000000000 65535 f \n"
        for (index, object) in objects.enumerated() {
            table += "\(padded(String(text.utf8.count), to: 10)) 00000 n \n"
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let trailer = "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(text.utf8.count)\n%%EOF\n"
        return Array("\(text)xref\n0 \(objects.count + 1)\n\(table)\(trailer)".utf8)
    }
}
