import Reports

/// A way in which programs leave a report as text.
package enum TextLayout: String, CaseIterable, Sendable {
    /// A line a row, cells parted by tabs, empty places where the form merges cells.
    case tabs
    /// A line a row, cells parted by bars, as saved web pages have them; heads in pieces.
    case bars
    /// A line a cell behind a tab, an empty line after each row; some cells hold line breaks.
    case cellLines
    /// As tabs, with a page break through table 3, group labels lost behind it, and labels cut by a line end.
    case brokenTabs
    /// A table of Markdown.
    case markdown
    /// A line a row, label and numbers parted by spaces, group labels absent.
    case spaces
    /// A line for each label and each number.
    case vertical

    /// The report as text in this layout.
    package func text(of report: SampleReport) -> String {
        var lines = (report.head ?? [report.title]) + [""]
        for section in report.order {
            lines += [report.headings[section]].compactMap(\.self) + [""]
            lines += (report.passages[section] ?? []) + [""]
            for table in FormTable.allCases where report.placement[table] == section {
                lines += write(rows(of: table, in: report)) + [""]
            }
        }
        lines += report.foot ?? [report.agency, "\(report.year + 1)年1月15日"]
        return lines.joined(separator: "\n")
    }

    private func rows(of table: FormTable, in report: SampleReport) -> [FormGrid.Row] {
        switch table {
        case .disclosure: FormGrid.disclosure(report)
        case .requests: broken(FormGrid.requests(report))
        case .review: FormGrid.review(report)
        }
    }

    private func write(_ rows: [FormGrid.Row]) -> [String] {
        switch self {
        case .tabs, .brokenTabs: rows.map { $0.cells.joined(separator: "\t") }
        case .bars: rows.map { $0.ownCells.joined(separator: " | ") + " |||" }
        case .cellLines: rows.flatMap { $0.ownCells.map(cellLine) + [""] }
        case .markdown: markdown(rows.map(\.cells))
        case .spaces: rows.map { $0.withoutGroups.joined(separator: " ") }
        case .vertical: rows.flatMap(\.withoutGroups)
        }
    }

    /// A cell in a line of its own; heads of four characters are broken in the middle, as narrow columns do.
    private func cellLine(_ cell: String) -> String {
        "\t" + (cell.hasPrefix("结果") ? "\(cell.prefix(2))\n\(cell.suffix(2))" : cell)
    }

    private func markdown(_ rows: [[String]]) -> [String] {
        let lines = rows.map { "| " + $0.joined(separator: " | ") + " |" }
        return [lines[0], "|" + String(repeating: "---|", count: rows[0].count)] + lines.dropFirst()
    }

    /// Table 3 with a page break in the middle, and a label that continues on the next line.
    private func broken(_ rows: [FormGrid.Row]) -> [FormGrid.Row] {
        guard self == .brokenTabs, let wrapped = rows.firstIndex(where: { $0.labels.last == label }) else {
            return rows
        }
        var rows = rows
        rows[wrapped].labels[2] = String(label.dropFirst(4))
        rows.insert(FormGrid.Row(labels: [String(label.prefix(4))]), at: wrapped)
        // Behind the break the merged cell to the left is gone, and its place with it.
        rows[wrapped - 2].labels.removeFirst()
        rows.insert(FormGrid.Row(labels: [""]), at: wrapped - 2)
        return rows
    }

    private var label: String { RequestRow.publication.label }
}
