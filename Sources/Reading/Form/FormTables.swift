import Reports

/// The three tables of a report, made of the raw rows.
struct FormTables {
    let scan: FormScan

    /// Puts the tables into a report. `sections` names the section in which a line stands.
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
        var rows: [DisclosureRow: PrintedRow] = [:]
        for raw in scan.rows {
            guard case .disclosure(let row) = raw.entry else { continue }
            var printed = raw.printed(columns: row.columns.count, lead: nil)
            if row != .fees { printed.cells = printed.cells.map(wholeNumbers) }
            rows[row] = printed
        }
        return rows
    }

    private var requests: [RequestRow: PrintedRow]? {
        guard begin(.requests) != nil else { return nil }
        var rows: [RequestRow: PrintedRow] = [:]
        for raw in scan.rows {
            guard case .requests(let row) = raw.entry else { continue }
            rows[row] = printedRequests(raw)
        }
        return rows
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
        let columns = Applicant.allCases.count
        var row = raw.printed(columns: columns, lead: leads[raw.values.places.count])
        row.cells = row.cells.map(wholeNumbers)
        return row
    }

    /// For rows of table 3 with so many places: where their values begin, if all full rows of that shape agree.
    private var leads: [Int: Int] {
        var leads: [Int: Set<Int>] = [:]
        for raw in scan.rows {
            guard let lead = raw.values.lead(columns: Applicant.allCases.count) else { continue }
            leads[raw.values.places.count, default: []].insert(lead)
        }
        return leads.compactMapValues { $0.count == 1 ? $0.first : nil }
    }

    /// A decimal is no count: it is kept as the words it was printed in.
    private func wholeNumbers(_ cells: [Cell]) -> [Cell] {
        cells.map { cell in
            guard case .amount(let digits) = cell else { return cell }
            return .words(digits)
        }
    }
}
