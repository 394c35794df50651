extension TableView {
    /// The table as HTML, all text in it escaped. A receipt has some three hundred cells: to look each up from a template takes the most of
    /// the time in which a page is made.
    var html: String {
        var page = HTML()
        let caption = HTML.escaped(self.caption)
        page += "<div class=\"scroll table\" role=\"region\" aria-label=\"\(caption)\" tabindex=\"0\">\n"
        page += "<table class=\"form \(id)\">\n<caption>\(caption)"
        page.add(marks: marks)
        page += "</caption>\n<colgroup>"
        for width in widths { page += "<col width=\"\(width)%\">" }
        page += "</colgroup>\n"
        for (name, rows) in [("thead", head), ("tbody", body), ("tfoot", foot)] where name != "tfoot" || !rows.isEmpty {
            page += "<\(name)>\n"
            for row in rows { page.add(row) }
            page += "</\(name)>\n"
        }
        page += "</table>\n</div>"
        return page.text
    }
}

/// A piece of a page on its way.
private struct HTML {
    private(set) var text = ""

    static func += (page: inout HTML, words: String) { page.text += words }

    /// Text as it stands between tags and in quotation marks.
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { signs[$0] != nil }) else { return text }
        let bytes = text.utf8.reduce(into: [UInt8]()) { bytes, byte in
            if let sign = signs[byte] { bytes += sign } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let signs: [UInt8: [UInt8]] = [
        UInt8(ascii: "&"): Array("&amp;".utf8), UInt8(ascii: "<"): Array("&lt;".utf8),
        UInt8(ascii: ">"): Array("&gt;".utf8), UInt8(ascii: "\""): Array("&quot;".utf8),
        UInt8(ascii: "'"): Array("&#39;".utf8),
    ]

    mutating func add(_ row: TableView.Row) {
        text += "<tr>"
        for head in row.heads {
            text +=
                "<th scope=\"\(head.scope)\" colspan=\"\(head.columns)\" rowspan=\"\(head.rows)\" class=\"\(head.style)\">"
            text += Self.escaped(head.text)
            add(marks: head.marks)
            text += "</th>"
        }
        for cell in row.cells {
            text += "<td colspan=\"\(cell.columns)\" class=\"\(cell.style)\">\(Self.escaped(cell.text))"
            for note in cell.notes { text += "<small>\(Self.escaped(note))</small>" }
            add(marks: cell.marks)
            text += "</td>"
        }
        text += "</tr>\n"
    }

    /// Links to the findings.
    mutating func add(marks: [Int]) {
        for mark in marks { text += "<a class=\"mark\" href=\"#f\(mark)\">〔\(mark)〕</a>" }
    }
}
