import Reports

/// Draws a sample report on pages, as an office program does.
package struct FormPages {
    /// How the borders of tables are drawn.
    package enum Rules: String, CaseIterable, Sendable {
        case strokes
        /// Thin filled boxes.
        case fills
        /// Each cell draws its own four sides, a little off those of its neighbours.
        case cellByCell
        case dashes
        case double
        /// No lines at the left and right sides.
        case openSides
        /// Lines between rows only.
        case horizontal
        /// Lines between columns, and a frame.
        case vertical
        case none
    }

    package var rules: Rules
    /// The lowest place on a page that text and tables use; what does not fit goes on on the next page.
    package var bottom = 770.0
    /// The size of numbers in tables, and of labels.
    package var size = 9.0
    package var hasPageNumbers = false
    package var hasRunningHead = false
    /// The columns of table 3's numbers are this wide: a long number runs over several lines.
    package var numberWidth = 34.0
    /// Rows break across pages, as Word lets them: lines that find no room go on on the next page, borders close both halves.
    package var splitsRows = false
    /// How numbers are drawn in their cells.
    package var digitSpacing = 0.0

    var document = DrawnDocument()
    var y = 90.0

    package init(_ rules: Rules) { self.rules = rules }

    /// The drawn report.
    package func draw(_ report: SampleReport) -> DrawnDocument {
        var pages = self
        for line in report.head ?? [report.title] { pages.centred(line, size: 18) }
        for section in report.order {
            if let heading = report.headings[section] { pages.paragraph(heading) }
            (report.passages[section] ?? []).forEach { pages.paragraph($0) }
            for table in FormTable.allCases where report.placement[table] == section { pages.table(table, of: report) }
        }
        for line in report.foot ?? [report.agency, "\(report.year + 1)年1月15日"] { pages.paragraph("　　　　　　　　　　" + line) }
        pages.furnish()
        return pages.document
    }

    /// Text in lines of 28 characters, the first indented by two.
    private mutating func paragraph(_ text: String) {
        var rest = Substring("　　" + text)
        while !rest.isEmpty {
            var line = Substring()
            while let next = rest.first, DrawnDocument.width(of: String(line + [next]), size: 16) <= 450 {
                line.append(next)
                rest.removeFirst()
            }
            need(28)
            document.draw(.text(String(line), x: 72, y: y + 20, size: 16))
            y += 28
        }
    }

    private mutating func centred(_ text: String, size: Double) {
        need(2 * size)
        document.draw(.text(text, x: (595 - DrawnDocument.width(of: text, size: size)) / 2, y: y + size, size: size))
        y += 2 * size
    }

    private mutating func table(_ table: FormTable, of report: SampleReport) {
        let cells = FormCells(table, of: report)
        switch table {
        case .disclosure: draw(cells, widths: [150, 100, 100, 100])
        case .requests:
            let labels = [24.0, 60, 480 - 84 - 7 * numberWidth]
            draw(cells, widths: labels + Array(repeating: numberWidth, count: 7))
        case .review: draw(cells, widths: Array(repeating: 30, count: 15))
        }
    }

    mutating func need(_ height: Double) {
        guard y + height > bottom else { return }
        document.pages.append([])
        y = 90
    }

    private mutating func furnish() {
        for index in document.pages.indices {
            if hasPageNumbers {
                document.pages[index].append(.text("- \(index + 1) -", x: 280, y: 806, size: 12))
            }
            if hasRunningHead { document.pages[index].append(.text("政府信息公开工作年度报告", x: 72, y: 50, size: 9)) }
        }
    }
}
