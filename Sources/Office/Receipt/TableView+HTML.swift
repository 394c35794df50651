extension TableView {
    /// The table as HTML, all text in it escaped. A receipt has some three hundred cells: to look each up from a template takes the most of
    /// the time in which a page is made.
    var html: String {
        var page = HTML()
        let caption = self.caption.escapedForHTML
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

    mutating func add(_ row: TableView.Row) {
        text += "<tr>"
        for head in row.heads {
            text +=
                "<th scope=\"\(head.scope)\" colspan=\"\(head.columns)\" rowspan=\"\(head.rows)\" class=\"\(head.style)\">"
            text += head.text.escapedForHTML
            add(marks: head.marks)
            text += "</th>"
        }
        for cell in row.cells {
            text += "<td colspan=\"\(cell.columns)\" class=\"\(cell.style)\">\(cell.text.escapedForHTML)"
            for note in cell.notes { text += "<small>\(note.escapedForHTML)</small>" }
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
