import Fixtures
import Reports
import Rules

/// A report that nobody would write: random places of the form hold random things, some of them long, large or strange.
struct HostileReport {
    private var random: Seeded

    init(seed: Int) { random = Seeded(seed) }

    /// The report of the seed.
    mutating func report() -> Report {
        var report = Report()
        if random.once(in: 2) {
            report.title = Title(text: text(), year: maybe { $0.year() }, agency: maybe { $0.text() })
        }
        report.agency = maybe { $0.text() }
        report.signature = maybe { $0.text() }
        report.year = maybe { $0.year() }
        if random.once(in: 2) { report.period = Period(first: day(), last: day(), excerpt: text()) }
        report.headings = many(30) { Heading(section: $0.section(), marker: $0.text(), title: $0.text()) }
        report.preamble = many(10) { $0.text() }
        for section in Section.allCases where random.once(in: 2) { report.passages[section] = many(10) { $0.text() } }
        report.disclosure = maybe { $0.table(DisclosureRow.allCases) { $0.columns.count } }
        report.requests = maybe { $0.table(RequestRow.allCases) { _ in Applicant.allCases.count } }
        report.undividedOther = maybe { $0.row(columns: Applicant.allCases.count) }
        report.review = maybe { $0.table(ReviewBlock.allCases) { _ in ReviewOutcome.allCases.count } }
        report.outdatedLabels = many(random.once(in: 4) ? 40 : 0) { $0.text() }
        report.statements = many(200) { $0.statement() }
        report.breakdowns = many(60) {
            Breakdown(
                total: $0.number(), parts: $0.many(9) { $0.number() }, unit: $0.text(), sentence: $0.text(),
                section: $0.section())
        }
        report.rates = many(60) {
            Rate(
                percent: $0.random.pick(["75", "98.5", "1e999", "", "九", "NaN"]), part: $0.number(), whole: $0.number(),
                sentence: $0.text(), section: $0.section())
        }
        return report
    }

    /// What else is known, of the same kind.
    mutating func context() -> Context {
        var context = Context()
        context.hasRoster = random.once(in: 2)
        context.version = maybe { $0.number() }
        context.previous = maybe { hostile in
            EarlierReport(
                year: hostile.number(), carriedOut: [.business: hostile.number(), .total: hostile.number()],
                inForce: [.rules: hostile.number(), .normativeDocuments: hostile.number()],
                texts: [.overview: hostile.many(5) { $0.text() }])
        }
        context.others = many(3) {
            OtherText(agency: $0.text(), section: .overview, paragraphs: $0.many(5) { $0.text() })
        }
        context.aggregate = maybe { hostile in
            var tally = Tally()
            for place in Tally.places { tally[place] = ExactDecimal(hostile.number()) }
            return Aggregate(tally: tally, reports: hostile.number(), leftOut: hostile.many(20) { $0.text() })
        }
        return context
    }

    // MARK: Things

    private mutating func maybe<Thing>(_ thing: (inout HostileReport) -> Thing) -> Thing? {
        random.once(in: 3) ? nil : thing(&self)
    }

    private mutating func many<Thing>(_ most: Int, _ thing: (inout HostileReport) -> Thing) -> [Thing] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in thing(&self) }
    }

    private mutating func section() -> Section { random.pick(Section.allCases) }

    private mutating func number() -> Int {
        random.pick([
            0, 0, 1, 2, 17, Int.random(in: 0...9_999, using: &random), Count.bounds.upperBound, Int.max, Int.min, -1,
        ])
    }

    private mutating func year() -> Int { random.pick([2023, 2024, 2024, 2024, 0, 9_999]) }

    private mutating func day() -> Period.Day { Period.Day(year: number(), month: number(), day: number()) }

    private mutating func text() -> String {
        let piece = random.pick(Self.pieces)
        let times = random.pick([0, 1, 1, 1, 2, 3, 20, random.once(in: 20) ? 2_000 : 5])
        return random.letters(Int.random(in: 0...20, using: &random)) + String(repeating: piece, count: times)
    }

    /// What rules look for, and what costs a reader most.
    private static let pieces = [
        "", "，", "。", "\n", " ", "\t", "×", "X", "x", "××局", "《", "[bookmark:", "[bookmark: a]", "公开办函〔2019〕60号",
        "公开办函", "报告格式", "110105194912310011，", "13800138000", "1", "1,234", "首页 | ", "第1页", "必要文字表述", "2023年，我局",
        "e\u{301}\u{301}\u{301}", "\u{0}", "\u{7}", "\"", "\\", "{at}", "{“found”}", "}{", "👩‍👩‍👧‍👦", "\u{202E}", "政府", "秘密★",
        "问题",
    ]

    private mutating func cell() -> Cell {
        switch Int.random(in: 0..<8, using: &random) {
        case 0...3: .count(number())
        case 4: .amount(random.pick(["1.5", "9999999999999999.5", "", ".", "0." + String(repeating: "1", count: 60)]))
        case 5, 6: .blank
        default: .words(text())
        }
    }

    private mutating func row(columns: Int) -> PrintedRow {
        let width = random.once(in: 6) ? Int.random(in: 0...40, using: &random) : columns
        let cells = (0..<width).map { _ in cell() }
        return PrintedRow(
            label: text(), wording: random.once(in: 4) ? .different : .official,
            cells: random.once(in: 8) ? nil : cells,
            printed: random.once(in: 4) ? number() : width, excerpt: text())
    }

    private mutating func table<ID: Hashable & Sendable>(_ ids: [ID], columns: (ID) -> Int) -> PrintedTable<ID> {
        var rows: [ID: PrintedRow] = [:]
        for id in ids where !random.once(in: 8) { rows[id] = row(columns: columns(id)) }
        return PrintedTable(rows: rows, section: maybe { $0.section() })
    }

    private mutating func statement() -> Statement {
        Statement(
            matter: random.pick(Statement.Matter.allCases), number: number(), unit: random.pick(["件", "", text()]),
            time: .reportYear, scope: random.pick([.unmarked, .office, .region, .onRecord]), sentence: text(),
            section: section())
    }
}
