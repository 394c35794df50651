import Reports

/// A short report of nobody, on which the reader makes its tables before there is a document.
enum Rehearsal {
    /// A web page with the headings of the form, a table, and sentences with numbers.
    static var page: String {
        let sections = Section.allCases.map { section in
            "<h2>\(section.heading)</h2><p>收到政府信息公开申请0件，予以公开0件；被申请行政复议0件。</p>"
        }
        let rows = RequestRow.allCases.map { row in
            "<tr><td>\(row.label)</td>" + Applicant.allCases.map { _ in "<td>0</td>" }.joined() + "</tr>"
        }
        return """
            <html><body><p>某局2021年政府信息公开工作年度报告</p>\(sections.joined())
            <table>\(rows.joined())</table><p>某局</p><p>2022年1月1日</p></body></html>
            """
    }
}
