import Reports

/// A short report of nobody, on which the reader makes its tables before there is a document.
enum Rehearsal {
    /// A web page with the headings of the form, a table, and sentences with numbers.
    static var page: String {
        let paragraphs = Section.allCases.map { "<h2>\($0.heading)</h2><p>\(sentence)</p>" }
        let rows = rows.map { row in "<tr>" + row.map { "<td>\($0)</td>" }.joined() + "</tr>" }
        return """
            <html><body><p>\(title)</p>\(paragraphs.joined())
            <table>\(rows.joined())</table><p>\(agency)</p><p>\(date)</p></body></html>
            """
    }

    /// The same drawn on a page, as a PDF.
    static var drawing: RehearsalDrawing {
        var drawing = RehearsalDrawing()
        for text in [title] + Section.allCases.flatMap({ [$0.heading, sentence] }) { drawing.add(line: text) }
        for row in rows { drawing.add(row: row) }
        for text in [agency, date] { drawing.add(line: text) }
        return drawing
    }

    private static let agency = "某局"
    private static let title = "某局2021年政府信息公开工作年度报告"
    private static let sentence = "收到政府信息公开申请0件，予以公开0件；被申请行政复议0件。"
    private static let date = "2022年1月1日"

    private static var rows: [[String]] { RequestRow.allCases.map { [$0.label] + Applicant.allCases.map { _ in "0" } } }
}
