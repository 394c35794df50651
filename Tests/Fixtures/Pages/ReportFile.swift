import Reports

/// A kind of file in which a bureau hands in a report, its name the file's ending.
package enum ReportFile: String, CaseIterable, Sendable {
    case txt, html, docx, pdf
    /// Rich Text under the name that word processors give it.
    case doc

    /// The file.
    package func bytes(of report: SampleReport) -> [UInt8] {
        switch self {
        case .txt: Array(TextLayout.tabs.text(of: report).utf8)
        case .pdf: PDFWriter().bytes(FormPages(.strokes).draw(Self.titledOnTwoLines(report)))
        case .html:
            Array(
                written(report, paragraph: { "<p>\($0)</p>\n" }, table: Self.webTable, whole: Self.webPage).utf8)
        case .doc:
            Array(written(report, paragraph: Self.richLine, table: Self.richTable) { "{\\rtf1\\ansi \($0)}" }.utf8)
        case .docx: Self.wordPackage(written(report, paragraph: Self.wordLine, table: Self.wordTable) { $0 })
        }
    }

    /// The report from its title to its foot.
    private func written(
        _ report: SampleReport, paragraph: (String) -> String, table: (FormCells) -> String, whole: (String) -> String
    ) -> String {
        var parts = (report.head ?? [report.title]).map(paragraph)
        for section in report.order {
            parts += [report.headings[section]].compactMap(\.self).map(paragraph)
            parts += (report.passages[section] ?? []).map(paragraph)
            parts += FormTable.allCases.filter { report.placement[$0] == section }.map {
                table(FormCells($0, of: report))
            }
        }
        return whole((parts + (report.foot ?? [report.agency, "\(report.year + 1)年1月15日"]).map(paragraph)).joined())
    }

    /// As a title of large letters stands on a page.
    private static func titledOnTwoLines(_ report: SampleReport) -> SampleReport {
        var report = report
        report.head = report.head ?? [report.agency, String(report.title.dropFirst(report.agency.count))]
        return report
    }

    private static func webPage(_ body: String) -> String {
        "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n\(body)</body></html>\n"
    }

    private static func webTable(_ table: FormCells) -> String {
        let rows = (0..<table.rowCount).map { row in
            table.cells.filter { $0.rows.lowerBound == row }.map { cell in
                "<td colspan=\"\(cell.columns.count)\" rowspan=\"\(cell.rows.count)\">\(cell.text)</td>"
            }.joined()
        }
        return "<table>\n" + rows.map { "<tr>\($0)</tr>\n" }.joined() + "</table>\n"
    }

    private static func wordLine(_ text: String) -> String {
        "<w:p><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
    }

    private static func wordTable(_ table: FormCells) -> String {
        let rows = table.parts.map { parts in
            parts.map { cell, merge in
                let merged = merge.map { "<w:vMerge w:val=\"\($0 ? "restart" : "continue")\"/>" } ?? ""
                let text = merge == false ? "" : cell.text
                return
                    "<w:tc><w:tcPr><w:gridSpan w:val=\"\(cell.columns.count)\"/>\(merged)</w:tcPr>\(wordLine(text))</w:tc>"
            }.joined()
        }
        let grid = String(repeating: "<w:gridCol/>", count: table.columnCount)
        return "<w:tbl><w:tblPr/><w:tblGrid>\(grid)</w:tblGrid>" + rows.map { "<w:tr>\($0)</w:tr>" }.joined()
            + "</w:tbl>"
    }

    private static func wordPackage(_ body: String) -> [UInt8] {
        let office = "http://schemas.openxmlformats.org"
        return PackageBuilder([
            "[Content_Types].xml":
                "<Types xmlns=\"\(office)/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>",
            "_rels/.rels": """
            <Relationships xmlns="\(office)/package/2006/relationships"><Relationship Id="r1" \
            Type="\(office)/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
            """,
            "word/document.xml":
                "<w:document xmlns:w=\"\(office)/wordprocessingml/2006/main\"><w:body>\(body)</w:body></w:document>",
        ]).bytes()
    }

    private static func rich(_ text: String) -> String {
        text.utf16.map { $0 < 0x80 ? String(decoding: [$0], as: UTF16.self) : "\\u\(Int16(bitPattern: $0))?" }.joined()
    }

    private static func richLine(_ text: String) -> String { "\\pard \(rich(text))\\par\n" }

    private static func richTable(_ table: FormCells) -> String {
        table.parts.map { parts in
            let ends = parts.map { cell, merge in
                (merge.map { $0 ? "\\clvmgf" : "\\clvmrg" } ?? "") + "\\cellx\(cell.columns.upperBound * 900)"
            }
            let texts = parts.map { cell, merge in "\(rich(merge == false ? "" : cell.text))\\cell " }
            return "\\trowd\(ends.joined())\\pard\\intbl \(texts.joined())\\row\n"
        }.joined() + "\\pard\n"
    }
}

extension FormCells {
    /// A table of a report.
    init(_ table: FormTable, of report: SampleReport) {
        switch table {
        case .disclosure: self.init(FormGrid.disclosure(report), columns: 4)
        case .requests: self.init(FormGrid.requests(report), columns: 10)
        case .review: self.init(FormGrid.review(report), columns: 15)
        }
    }

    /// The cells of each row from the left, those that come from above among them: of a cell over several rows, whether it begins here.
    fileprivate var parts: [[(cell: Cell, beginsMerge: Bool?)]] {
        (0..<rowCount).map { row in
            cells.filter { $0.rows.contains(row) }.sorted { $0.columns.lowerBound < $1.columns.lowerBound }.map {
                ($0, $0.rows.count == 1 ? nil : $0.rows.lowerBound == row)
            }
        }
    }
}
