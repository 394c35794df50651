import Reports

/// What is bounded in a report on its way from the reader.
package enum ReportBound: String, Sendable, Hashable, CaseIterable {
    /// The characters of the prose together, and its paragraphs.
    case characters, paragraphs
    /// The statements, the breakdowns and the rates, and their sentences, units and parts.
    case statements, sentence, unit, parts, percent
    /// The headings, the labels of a superseded form, and their texts.
    case headings, heading, outdatedLabels
    case title, agency, signature, year, period
    /// The rows of the tables: their labels, cells and quotations.
    case label, columns, cell, count, printed, excerpt
}

/// Bounds a report. The reader uses it to keep to the bounds, and who hears the reader to see whether it has: what is in bounds
/// stays as it is, so there is one account of what they are.
struct ReportBounding {
    /// Lengths are in bytes of UTF-8, of which a Chinese character takes three.
    private enum Length {
        /// Quotations, which a receipt prints: 200 Chinese characters show what is meant.
        static let sentence = 600
        static let excerpt = 1_200
        /// A title may stand over three lines; the longest real one has 40 characters.
        static let title = 600
        /// Names of bodies stay under 40 characters.
        static let name = 300
        /// The longest label of the form has 37 characters; a cell with words in it has often become one.
        static let label = 600
        static let cell = 300
        static let unit = 30
        /// An amount of money in 万元, with all its decimals.
        static let amount = 40
        static let percent = 12
    }

    private enum Number {
        /// The form has six; one that stands again is worth a word, the hundredth is not.
        static let headings = 100
        static let outdatedLabels = 100
        /// A total of a sentence has some ten parts at the most.
        static let parts = 100
        /// Values in a row; a row has seven.
        static let printed = 0...100_000
        static let years = 1...9999
        /// Months and days as printed in two digits, also those that no calendar has.
        static let days = 0...99
    }

    private let limits: Limits
    /// The first thing that was out of bounds.
    private(set) var firstBroken: ReportBound?
    /// The limit that makes the report one that can't be read: what is more than that is not left out.
    private(set) var limitReached: Limit?

    init(_ limits: Limits) {
        self.limits = limits
    }

    /// The report within all bounds.
    mutating func bounded(_ report: Report) -> Report {
        var report = report
        boundFrame(&report)
        boundProse(&report)
        report.disclosure = report.disclosure.map { bounded($0) }
        report.requests = report.requests.map { bounded($0) }
        report.undividedOther = report.undividedOther.map { bounded($0, columns: Applicant.allCases.count) }
        report.review = report.review.map { bounded($0) }
        report.outdatedLabels = prefix(report.outdatedLabels, Number.outdatedLabels, .outdatedLabels)
            .map { cut($0, to: Length.label, .label) }
        report.headDeviations = prefix(report.headDeviations, Number.headings, .headings).map { deviation in
            HeadDeviation(
                table: deviation.table, found: cut(deviation.found, to: Length.excerpt, .heading),
                official: cut(deviation.official, to: Length.excerpt, .heading), isOrder: deviation.isOrder)
        }
        boundSentences(&report)
        return report
    }

    // MARK: Who reports, headings and prose

    private mutating func boundFrame(_ report: inout Report) {
        report.title = report.title.map { title in
            Title(
                text: cut(title.text, to: Length.title, .title), year: year(title.year),
                agency: title.agency.map { cut($0, to: Length.name, .agency) })
        }
        report.agency = report.agency.map { cut($0, to: Length.name, .agency) }
        report.signature = report.signature.map { cut($0, to: Length.name, .signature) }
        report.year = year(report.year)
        if let period = report.period, isCalendar(period.first), isCalendar(period.last) {
            report.period?.excerpt = cut(period.excerpt, to: Length.sentence, .sentence)
        } else if report.period != nil {
            report.period = nil
            note(.period)
        }
        report.headings = prefix(report.headings, Number.headings, .headings).map { heading in
            Heading(
                section: heading.section, marker: cut(heading.marker, to: Length.name, .heading),
                title: cut(heading.title, to: Length.title, .heading))
        }
    }

    private mutating func boundProse(_ report: inout Report) {
        let texts = [report.preamble] + report.passages.values
        let paragraphs = texts.reduce(0) { $0 + $1.count }
        let characters = texts.joined().reduce(0) { $0 + $1.unicodeScalars.count }
        refuse(paragraphs, over: .paragraphs, .paragraphs)
        refuse(characters, over: .characters, .characters)
        guard limitReached != nil else { return }
        report.preamble = []
        report.passages = [:]
    }

    private func isCalendar(_ day: Period.Day) -> Bool {
        Number.years.contains(day.year) && Number.days.contains(day.month) && Number.days.contains(day.day)
    }

    private mutating func year(_ year: Int?) -> Int? {
        guard let year, !Number.years.contains(year) else { return year }
        note(.year)
        return nil
    }

    // MARK: Tables

    private mutating func bounded<ID>(_ table: PrintedTable<ID>) -> PrintedTable<ID> {
        var table = table
        for (id, row) in table.rows { table.rows[id] = bounded(row, columns: id.width) }
        return table
    }

    private mutating func bounded(_ row: PrintedRow, columns: Int) -> PrintedRow {
        var row = row
        row.label = cut(row.label, to: Length.label, .label)
        row.excerpt = cut(row.excerpt, to: Length.excerpt, .excerpt)
        if !Number.printed.contains(row.printed) {
            row.printed = min(max(row.printed, Number.printed.lowerBound), Number.printed.upperBound)
            note(.printed)
        }
        if let cells = row.cells, cells.count != columns {
            row.cells = nil
            note(.columns)
        }
        row.cells = row.cells?.map { bounded($0) }
        if !row.notes.keys.allSatisfy((0..<columns).contains) {
            row.notes = row.notes.filter { (0..<columns).contains($0.key) }
            note(.columns)
        }
        row.notes = row.notes.mapValues { cut($0, to: Length.cell, .cell) }
        return row
    }

    private mutating func bounded(_ cell: Cell) -> Cell {
        switch cell {
        case .count(let number) where !Count.bounds.contains(number):
            note(.count)
            return .words(String(number))
        case .amount(let digits) where !isAmount(digits):
            note(.cell)
            return .words(digits.cut(toBytes: Length.cell))
        case .words(let words): return .words(cut(words, to: Length.cell, .cell))
        case .count, .amount, .blank: return cell
        }
    }

    private func isAmount(_ digits: String) -> Bool {
        digits.utf8.count <= Length.amount && digits.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }

    // MARK: What sentences state

    private mutating func boundSentences(_ report: inout Report) {
        report.statements = few(report.statements).filter { isCount($0.number) }.map { statement in
            var statement = statement
            statement.unit = cut(statement.unit, to: Length.unit, .unit)
            statement.sentence = quoted(statement.sentence, around: "\(statement.number)\(statement.unit)")
            return statement
        }
        report.breakdowns = few(report.breakdowns).filter { isBounded($0) }.map { breakdown in
            var breakdown = breakdown
            breakdown.unit = cut(breakdown.unit, to: Length.unit, .unit)
            breakdown.sentence = quoted(breakdown.sentence, around: "\(breakdown.total)\(breakdown.unit)")
            return breakdown
        }
        report.rates = few(report.rates).filter { isBounded($0) }.map { rate in
            var rate = rate
            rate.sentence = quoted(rate.sentence, around: rate.percent)
            return rate
        }
    }

    private mutating func isBounded(_ breakdown: Breakdown) -> Bool {
        let isShort = breakdown.parts.count <= Number.parts
        if !isShort { note(.parts) }
        return isShort && isCount(breakdown.total) && breakdown.parts.allSatisfy { isCount($0) }
    }

    private mutating func isBounded(_ rate: Rate) -> Bool {
        let isShort = rate.percent.utf8.count <= Length.percent && isAmount(rate.percent)
        if !isShort { note(.percent) }
        return isShort && isCount(rate.part) && isCount(rate.whole)
    }

    private mutating func isCount(_ number: Int) -> Bool {
        let isCount = Count.bounds.contains(number)
        if !isCount { note(.count) }
        return isCount
    }

    /// All of them, or none where there are too many.
    private mutating func few<Element>(_ elements: [Element]) -> [Element] {
        refuse(elements.count, over: .statements, .statements)
        return elements.count > limits.statements ? [] : elements
    }

    private mutating func quoted(_ sentence: String, around place: String) -> String {
        if sentence.utf8.count > Length.sentence { note(.sentence) }
        return sentence.cut(toBytes: Length.sentence, around: place)
    }

    // MARK: Bounds

    private mutating func note(_ bound: ReportBound) { firstBroken = firstBroken ?? bound }

    private mutating func refuse(_ value: Int, over limit: Limit, _ bound: ReportBound) {
        guard value > limits[keyPath: limit.path] else { return }
        limitReached = limitReached ?? limit
        note(bound)
    }

    private mutating func prefix<Element>(_ elements: [Element], _ most: Int, _ bound: ReportBound) -> [Element] {
        if elements.count > most { note(bound) }
        return Array(elements.prefix(most))
    }

    private mutating func cut(_ text: String, to length: Int, _ bound: ReportBound) -> String {
        if text.utf8.count > length { note(bound) }
        return text.cut(toBytes: length)
    }
}
