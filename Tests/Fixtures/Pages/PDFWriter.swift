import Foundation

/// A small PDF with drawn pages. Its font is not embedded: Song of the Adobe-GB1 collection, which readers bring along.
package struct PDFWriter: Sendable {
    /// How many quarter turns clockwise each page is shown turned.
    package var turns = 0
    /// Whether the file says which characters the codes of its font are.
    package var namesCharacters = true
    /// Objects that the catalog gets in addition.
    package var catalog = ""

    package init() {}

    /// The file.
    package func bytes(_ document: DrawnDocument) -> [UInt8] {
        let first = 6
        let kids = document.pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R \(catalog) >>",
            "<< /Type /Pages /Count \(document.pages.count) /Kids [\(kids)] >>",
            font,
            """
            << /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R
            /CIDSystemInfo << /Registry (Adobe) /Ordering (\(namesCharacters ? "GB1" : "Identity")) /Supplement 4 >> >>
            """,
            """
            << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0
            /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>
            """,
        ]
        for (index, marks) in document.pages.enumerated() {
            let content = marks.map { operators(for: $0, height: document.height) }.joined(separator: "\n")
            objects.append(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 \(document.width) \(document.height)] /Rotate \(90 * turns)
                /Resources << /Font << /F1 3 0 R >> >> /Contents \(first + 2 * index + 1) 0 R >>
                """)
            objects.append("<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream")
        }
        return PDFWriter.file(objects)
    }

    private var font: String {
        """
        << /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /\(namesCharacters ? "UniGB-UCS2-H" : "Identity-H")
        /DescendantFonts [4 0 R] >>
        """
    }

    /// A file of objects, numbered from 1; the first is the catalog.
    package static func file(_ objects: [String], trailer: String = "") -> [UInt8] {
        var bytes = Array("%PDF-1.7\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(bytes.count)
            bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
        }
        let start = bytes.count
        let table = offsets.map { String(format: "%010d 00000 n \n", $0) }.joined()
        bytes += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n\(table)".utf8)
        bytes += Array(
            "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R \(trailer) >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return bytes
    }

    private func operators(for mark: DrawnDocument.Mark, height: Double) -> String {
        switch mark {
        case .text(let text, let x, let y, let size, let spacing, let angle, let gray, let isInvisible):
            let radians = -angle * .pi / 180
            let turn = [cos(radians), sin(radians), -sin(radians), cos(radians)].map { String(format: "%.5f", $0) }
            let codes = text.utf16.map { String(format: "%04X", $0) }.joined()
            return "BT /F1 \(size) Tf \(spacing) Tc \(isInvisible ? 3 : 0) Tr \(gray) g "
                + "\(turn.joined(separator: " ")) \(x) \(height - y) Tm <\(codes)> Tj ET"
        case .line(let fromX, let fromY, let toX, let toY, let width, let gray):
            return "\(gray) G \(width) w \(fromX) \(height - fromY) m \(toX) \(height - toY) l S"
        case .fill(let left, let top, let right, let bottom, let gray):
            return "\(gray) g \(left) \(height - bottom) \(right - left) \(bottom - top) re f"
        case .image(let left, let top, let right, let bottom):
            return "q \(right - left) 0 0 \(bottom - top) \(left) \(height - bottom) cm "
                + "BI /W 1 /H 1 /CS /G /BPC 8 ID \u{20}\nEI Q"
        }
    }
}
