import Reports

/// The three tables of a report, made of the raw rows.
struct FormTables {
    private let scan: FormScan
    private let requestShapes: RowShapes

    init(_ scan: FormScan) {
        self.scan = scan
        let rows = scan.rows.filter { if case .disclosure = $0.entry { false } else { true } }
        requestShapes = RowShapes(rows.map(\.values), columns: Applicant.allCases.count)
    }

    /// Puts the tables into a report. `section` names the section in which a line stands.
    func fill(_ report: inout Report, section: (Int) -> Section?) {
        report.disclosure = disclosure.map { PrintedTable(rows: $0, section: begin(.disclosure).flatMap(section)) }
        report.requests = requests.map { PrintedTable(rows: $0, section: begin(.requests).flatMap(section)) }
        report.review = review.map { PrintedTable(rows: $0, section: begin(.review).flatMap(section)) }
        report.undividedOther = scan.rows.first { $0.entry == .otherGroup }.map(printedRequests)
        report.outdatedLabels = scan.outdatedLabels
    }

    private func begin(_ table: FormTable) -> Int? { scan.begins[table] }

    private var disclosure: [DisclosureRow: PrintedRow]? {
        guard begin(.disclosure) != nil else { return nil }
        let raws = scan.rows.compactMap { raw in
            if case .disclosure(let row) = raw.entry { (row: row, raw: raw) } else { nil }
        }
        let columns = { (row: DisclosureRow) in row.columns.count }
        return raws.reduce(into: [:]) { rows, found in
            let alike = raws.filter { columns($0.row) == columns(found.row) }.map(\.raw.values)
            let shapes = RowShapes(alike, columns: columns(found.row))
            var printed = found.raw.printed(columns: columns(found.row), shapes: shapes)
            if found.row != .fees { printed.cells = printed.cells.map(wholeNumbers) }
            rows[found.row] = printed
        }
    }

    private var requests: [RequestRow: PrintedRow]? {
        guard begin(.requests) != nil else { return nil }
        return scan.rows.reduce(into: [:]) { rows, raw in
            if case .requests(let row) = raw.entry { rows[row] = printedRequests(raw) }
        }
    }

    private var review: [ReviewBlock: PrintedRow]? {
        guard begin(.review) != nil else { return nil }
        return scan.review?.rows.mapValues { row in
            var row = row
            row.cells = row.cells.map(wholeNumbers)
            return row
        } ?? [:]
    }

    private func printedRequests(_ raw: RawRow) -> PrintedRow {
        var row = raw.printed(columns: Applicant.allCases.count, shapes: requestShapes)
        row.cells = row.cells.map(wholeNumbers)
        return row
    }

    /// A decimal is no count: it is kept as the words it was printed in.
    private func wholeNumbers(_ cells: [Cell]) -> [Cell] {
        cells.map { cell in
            guard case .amount(let digits) = cell else { return cell }
            return .words(digits)
        }
    }
}
