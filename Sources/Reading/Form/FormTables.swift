import Reports

/// The three tables of a report, made of the raw rows.
struct FormTables {
    private let scan: FormScan
    /// The section in which a line of the transcript stands.
    private let section: (Int) -> Section?
    private let requestShapes: RowShapes

    init(_ scan: FormScan, section: @escaping (Int) -> Section?) {
        self.scan = scan
        self.section = section
        let rows = scan.rows.filter { if case .disclosure = $0.entry { false } else { true } }
        requestShapes = RowShapes(rows.map(\.values), columns: Applicant.allCases.count)
    }

    /// Puts the tables into a report.
    func fill(_ report: inout Report) {
        report.disclosure = disclosure.map { PrintedTable(rows: $0, section: begin(.disclosure).flatMap(section)) }
        report.requests = requests.map { PrintedTable(rows: $0, section: begin(.requests).flatMap(section)) }
        report.review = review.map { PrintedTable(rows: $0, section: begin(.review).flatMap(section)) }
        if scan.untold.contains(.disclosure) { report.disclosure?.markRest(\.label) { $0.width } }
        if scan.untold.contains(.requests) { report.requests?.markRest(\.label) { $0.width } }
        if scan.untold.contains(.review) { report.review?.markRest(\.label) { _ in 15 } }
        report.undividedOther = scan.rows.first { $0.entry == .otherGroup }.map(printedRequests)
        report.outdatedLabels = scan.outdatedLabels
        report.headDeviations = scan.heads.deviations
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
            let printed = found.raw.printed(columns: columns(found.row), shapes: shapes)
            let order = columns(found.row) == 3 ? scan.heads.disclosure : nil
            rows[found.row] = found.row == .fees ? printed : HeadOrder.sorted(counting(printed), by: order)
        }
    }

    private var requests: [RequestRow: PrintedRow]? {
        guard begin(.requests) != nil else { return nil }
        var rows: [RequestRow: PrintedRow] = [:]
        for raw in scan.rows {
            if case .requests(let row) = raw.entry { rows[row] = printedRequests(raw) }
        }
        guard rows.count < RequestRow.allCases.count else { return rows }
        return rows.merging(scatteredRequests) { found, _ in found }
    }

    /// Rows whose labels stand in pieces between other numbers, as text taken from a PDF has them: they are there, but which
    /// numbers are theirs can't be told.
    private var scatteredRequests: [RequestRow: PrintedRow] {
        guard let begin = begin(.requests) else { return [:] }
        let leftOver = scan.prose.filter { $0.line > begin && section($0.line) == section(begin) }
        let letters = leftOver.map(\.text).joined().filter(\.isLetter)
        return RequestRow.allCases.reduce(into: [:]) { rows, row in
            let label = row.label.drop { $0 != "." && $0 != "、" && $0 != "）" }.filter(\.isLetter)
            guard label.count >= 4, letters.mentions(label) else { return }
            rows[row] = PrintedRow(label: row.label, cells: nil, printed: Applicant.allCases.count, excerpt: "")
        }
    }

    private var review: [ReviewBlock: PrintedRow]? {
        guard begin(.review) != nil else { return nil }
        let isReadable = !scan.heads.unreadable.contains(.review)
        let rows = scan.review?.rows.mapValues(counting) ?? [:]
        let width = ReviewOutcome.allCases.count
        return rows.reduce(into: [:]) { rows, found in
            let block = ReviewBlock.allCases.firstIndex(of: found.key) ?? 0
            let order = scan.heads.review.map { $0[(block * width)..<((block + 1) * width)].map { $0 - block * width } }
            rows[found.key] = HeadOrder.sorted(found.value, by: order, isReadable: isReadable)
        }
    }

    private func printedRequests(_ raw: RawRow) -> PrintedRow {
        HeadOrder.sorted(
            counting(raw.printed(columns: Applicant.allCases.count, shapes: requestShapes)), by: scan.heads.requests,
            isReadable: !scan.heads.unreadable.contains(.requests))
    }

    /// A row of counts: a decimal is none, and is kept as the words it was printed in. 3.0 can only mean 3.
    private func counting(_ row: PrintedRow) -> PrintedRow {
        var row = row
        for (column, cell) in (row.cells ?? []).enumerated() {
            guard case .amount(let digits) = cell else { continue }
            let parts = digits.split(separator: ".")
            let isWhole = parts.count == 2 && parts[1].allSatisfy { $0 == "0" }
            let count = isWhole ? Count.within(Int(parts[0])) : nil
            row.cells?[column] = count.map(Cell.count) ?? .words(row.notes[column] ?? digits)
            row.notes[column] = count == nil ? nil : row.notes[column] ?? digits
        }
        return row
    }
}

extension PrintedTable {
    /// Enters the rows that were not found as what they are: there, and unread.
    fileprivate mutating func markRest(_ label: (ID) -> String, columns: (ID) -> Int) {
        for id in ID.allCases where self[id] == nil {
            rows[id] = PrintedRow(label: label(id), cells: nil, printed: columns(id), excerpt: "")
        }
    }
}
