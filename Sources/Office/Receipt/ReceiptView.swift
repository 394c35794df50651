import Foundation
import Reports
import Rules

/// What the receipt's template shows.
struct ReceiptView {
    /// A line of the head: a name and what it is.
    struct Entry {
        var name: String
        var text: String
    }

    /// The version that came, and the letter about it.
    struct Arrival {
        var version: ReportSummary
        var letter: Letter
        var zone: TimeZone
    }

    /// What stands under a letter.
    struct Signature {
        var office: String
        var date: String
    }

    /// A finding, numbered through the receipt.
    struct Item {
        var number: Int
        var heading: String
        var hasQuotes: Bool
        var quotes: [String]
        var fixes: [String]
        var sources: [String]
    }

    /// The findings of a severity.
    struct Group {
        var severity: String
        var sign: String
        var name: String
        var count: Int
        var items: [Item]
    }

    let agency: String
    let year: String
    let title: String
    let verdict: String
    let verdictName: String
    let sign: String
    let entries: [Entry]
    /// Whom the letter is to, one or none.
    let addressees: [String]
    let opinion: String
    /// One or none.
    let signatures: [Signature]
    /// One or none.
    let revisions: [RevisionView]
    let revisionNumber: String
    let sha256: String
    let groups: [Group]
    let hasFindings: Bool
    /// Each as HTML.
    let tables: [String]
    let hasTables: Bool
    let tablesNumber: String

    init(_ result: ReportResult, agency: String, year: String, arrival: Arrival? = nil, revision: Revision? = nil) {
        let isLetter = result.verdict != .failed
        self.agency = agency
        self.year = year
        title = result.verdict == .returned ? "退回修改意见" : "校核回执"
        verdict = result.verdict.rawValue
        verdictName = result.verdict.name
        sign = result.verdict.sign
        let place = arrival?.version.place ?? result.file
        entries =
            [Entry(name: "报送单位", text: agency), Entry(name: "报告年度", text: year)] + (arrival?.entries ?? []) + [
                Entry(name: "文件", text: "\(place)（\(result.bytes.asSize)）")
            ]
        sha256 = result.sha256
        addressees = arrival != nil && isLetter ? [agency] : []
        opinion = Opinion.words(for: result, by: arrival?.correctionDay)
        signatures = isLetter ? (arrival.map { [$0.signature] } ?? []) : []
        let findings = result.findingsByWeight
        groups = ReceiptView.groups(findings, of: result.verdict)
        hasFindings = !findings.isEmpty
        revisions = revision.map { [RevisionView($0, numbered: findings)] } ?? []
        tables = ReceiptView.tables(result, Marks(findings)).map(\.html)
        hasTables = !tables.isEmpty
        var numerals = ["一", "二", "三"][...]
        if hasFindings { numerals.removeFirst() }
        revisionNumber = revisions.isEmpty ? "" : numerals.removeFirst()
        tablesNumber = numerals.removeFirst()
    }

    private static func groups(_ findings: [ResultFinding], of verdict: Verdict) -> [Group] {
        let items = zip(1..., findings).map { number, finding in (finding.severity, Item(number, finding)) }
        return Severity.allCases.compactMap { severity in
            let own = items.filter { $0.0 == severity }.map(\.1)
            guard !own.isEmpty else { return nil }
            return Group(
                severity: severity.rawValue, sign: severity.sign, name: severity.name(in: verdict), count: own.count,
                items: own)
        }
    }

    static func tables(_ result: ReportResult, _ marks: Marks) -> [TableView] {
        [
            result.disclosure.map { DisclosureView(figures: $0, marks: marks).table },
            result.requests.map { RequestsView(counts: $0, marks: marks).table },
            result.review.map { ReviewView(counts: $0, marks: marks).table },
        ].compactMap { $0 }
    }
}

extension ReceiptView.Item {
    fileprivate init(_ number: Int, _ finding: ResultFinding) {
        self.init(
            number: number, heading: finding.heading, hasQuotes: !finding.quotes.isEmpty, quotes: finding.quotes,
            fixes: finding.fix.isEmpty ? [] : [finding.fix], sources: finding.sources)
    }
}

extension ReceiptView.Arrival {
    fileprivate var entries: [ReceiptView.Entry] {
        [
            .init(
                name: "报送版本",
                text: "第 \(version.version) 版" + (version.remark.isEmpty ? "" : "（\(version.remark)）")),
            .init(name: "收到时间", text: version.receivedAt.said(in: zone)),
        ]
    }

    fileprivate var correctionDay: String { letter.correctionDay(from: version.receivedAt, in: zone) }

    fileprivate var signature: ReceiptView.Signature {
        .init(
            office: letter.office.isEmpty ? "（校核单位盖章）" : letter.office,
            date: Period.Day(version.receivedAt, in: zone).words)
    }
}
