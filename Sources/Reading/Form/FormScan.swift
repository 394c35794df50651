import Reports

/// What one pass over a transcript finds: the raw rows of the three tables, and the prose that is left.
struct FormScan {
    /// A piece of prose with the line on which it stands.
    struct Prose: Equatable {
        var line: Int
        var text: String
    }

    private(set) var rows: [RawRow] = []
    /// The line of numbers of table 4, if there is one.
    private(set) var review: ReviewLine?
    /// The first line of each table.
    private(set) var begins: [FormTable: Int] = [:]
    /// The tables of which the rows, or some of them, can't be told apart.
    private(set) var untold: Set<FormTable> = []
    private(set) var outdatedLabels: [String] = []
    private(set) var heads = HeadOrder()
    private(set) var prose: [Prose] = []
    /// Whether the head of table 4 has been met and its numbers may follow.
    private var inReview = false

    /// The readings of one row that are quoted; more say no more.
    private static let mostRivals = 5

    /// Whether rows of table 3 are those of the first such table.
    private var inFirstTable = true

    init(_ transcript: Transcript) {
        let lines = transcript.lines
        var index = 0
        while index < lines.count {
            index += take(lines, at: index)
        }
    }

    /// Takes the line at `index`, and those that belong to it; how many they are.
    private mutating func take(_ lines: [Transcript.Line], at index: Int) -> Int {
        let line = lines[index]
        if let found = LooseRows.row(in: lines, at: index) {
            add(found.row)
            return found.lines
        }
        if isUntold(line) {
            if inReview { untold.insert(.review) }
            takeProse(line, at: index)
            return 1
        }
        if line.isRow, takeRow(line, at: index) || takeValuesOfLabelAbove(line) { return 1 }
        if takeHead(line, at: index) { return 1 }
        if inReview, let found = ReviewLine.find(in: lines, at: index) {
            keep(found.review)
            return found.lines
        }
        if isStray(line) { untold.insert(inReview ? .review : .requests) }
        takeProse(line, at: index)
        return 1
    }

    /// Whether a line is the lines of a whole table in a single cell.
    private func isUntold(_ line: Transcript.Line) -> Bool {
        guard line.isRow, line.slots.count == 1, let text = line.texts.first else { return false }
        let lines = text.split(whereSeparator: \.isNewline).prefix(3)
        return lines.count > 2
            || lines.count == 2 && lines.contains { $0.contains(where: \.isWhitespace) }
    }

    /// Whether numbers stand apart: a row of table 3 whose label is elsewhere, or a line of numbers in a single cell.
    private func isStray(_ line: Transcript.Line) -> Bool {
        guard line.isRow, line.texts.allSatisfy(CellReader.areValues) else { return false }
        if inReview { return line.slots.count == 1 && !line.texts.isEmpty }
        let isLine = line.slots.count == 1 && line.texts.first?.contains(where: \.isWhitespace) ?? false
        return begins[.requests] != nil && begins[.review] == nil
            && (isLine || line.texts.count == Applicant.allCases.count)
    }

    /// Takes a row with a label of the form, or with one that is nearly so; `false` where it has neither.
    private mutating func takeRow(_ line: Transcript.Line, at index: Int) -> Bool {
        var found = RowLabels.rows(in: line, at: index)
        if found.isEmpty, !TableHeads.isHead(line), let row = RowLabels.misprinted(line, at: index) { found = [row] }
        found.forEach { add($0) }
        guard !found.isEmpty || RowLabels.hasLabel(line) else { return false }
        outdatedLabels += TableHeads.outdated(in: line)
        return true
    }

    /// Numbers in a row of their own, under a label that stands without any.
    private mutating func takeValuesOfLabelAbove(_ line: Transcript.Line) -> Bool {
        guard !inReview, let last = rows.indices.last, !rows[last].values.isFilled, !line.texts.isEmpty,
            line.texts.allSatisfy(CellReader.isValue)
        else { return false }
        rows[last].values = RowValues(line.slots)
        return true
    }

    private mutating func takeHead(_ line: Transcript.Line, at index: Int) -> Bool {
        let isHead = TableHeads.isHead(line)
        if line.isRow || isHead { outdatedLabels += TableHeads.outdated(in: line) }
        guard isHead else { return false }
        heads.note(line)
        if let table = TableHeads.table(of: line) {
            begins[table] = begins[table] ?? index
            inReview = table == .review
        }
        return true
    }

    private mutating func keep(_ found: ReviewLine) {
        // A blank line between head and numbers is one more head line, unless no numbers come.
        if review == nil || review?.isBlank == true { review = found }
        inReview = found.isBlank
    }

    private mutating func add(_ row: RawRow) {
        inReview = false
        let table: FormTable = if case .disclosure = row.entry { .disclosure } else { .requests }
        begins[table] = begins[table] ?? row.line
        if let old = rows.firstIndex(where: { $0.entry == row.entry }) {
            takeAgain(row, over: old)
        } else {
            rows.append(row)
        }
    }

    /// Takes a row whose label has been met. The form's own words count more than a misprint that is near to them; and the first
    /// row of table 3 met again begins another table, of which the first counts.
    private mutating func takeAgain(_ row: RawRow, over old: Int) {
        let met = rows[old]
        if !met.values.isFilled || row.values.isFilled && row.wording == .official && met.wording == .different {
            rows[old] = row
        } else if row.entry == .requests(.received) {
            inFirstTable = false
        } else if inFirstTable, case .requests = row.entry, row.wording == met.wording, row.values.isFilled,
            row.values.texts != met.values.texts, met.rivals.count < FormScan.mostRivals
        {
            rows[old].rivals.append(row.values)
        }
    }

    /// Notes the tables whose heads or labels stand among the lines of a cell: they have no borders, and their rows can't be told
    /// apart.
    private mutating func noteTablesWithin(_ line: Transcript.Line, at index: Int) {
        guard line.isRow, line.slots.count == 1, let text = line.texts.first else { return }
        for piece in text.split(whereSeparator: \.isNewline).prefix(FormScan.mostLines) {
            let piece = Transcript.Line(slots: [.text(Folding.trim(piece))], isRow: false)
            guard let table = FormScan.table(of: piece) else { continue }
            begins[table] = begins[table] ?? index
            untold.insert(table)
        }
    }

    /// The table of which a line has the head or a label.
    private static func table(of line: Transcript.Line) -> FormTable? {
        if TableHeads.isHead(line) { return TableHeads.table(of: line) }
        let label = Label(line.texts.first?.filter { !$0.isASCIIDigit } ?? "")
        return switch FormLabels.entry(for: label) {
        case .disclosure: .disclosure
        case .requests: .requests
        case .group, .otherGroup, nil: nil
        }
    }

    /// Of a cell: a table of the form has fewer.
    private static let mostLines = 300

    /// What is no part of a table is prose: a cell with a sentence in it is a paragraph, short cells side by side are one.
    private mutating func takeProse(_ line: Transcript.Line, at index: Int) {
        let texts = line.texts
        guard !texts.isEmpty else { return }
        inReview = false
        noteTablesWithin(line, at: index)
        let apart = texts.contains { $0.utf8.count > 120 || $0.count > 30 || $0.mentions("。") }
        let pieces = apart ? texts.flatMap { $0.split(whereSeparator: \.isNewline).map(String.init) } : [line.excerpt]
        prose += pieces.map { Prose(line: index, text: Folding.trim($0)) }
    }
}
