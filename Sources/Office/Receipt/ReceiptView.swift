import Reports
import Rules

/// What the receipt's template shows.
struct ReceiptView {
    /// A line of the head: a name and what it is.
    struct Entry {
        var name: String
        var text: String
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
    let opinion: String
    let sha256: String
    let groups: [Group]
    let hasFindings: Bool
    let tables: [TableView]
    let hasTables: Bool
    let tablesNumber: String

    init(_ result: Result, agency: String, year: String, arrival: [Entry]) {
        self.agency = agency
        self.year = year
        title = result.verdict == .returned ? "退回修改意见" : "校核回执"
        verdict = result.verdict.rawValue
        verdictName = result.verdict.name
        sign = result.verdict.sign
        entries =
            [Entry(name: "报送单位", text: agency), Entry(name: "报告年度", text: year)] + arrival + [
                Entry(name: "文件", text: "\(result.file)（\(result.bytes.asSize)）")
            ]
        sha256 = result.sha256
        opinion = Opinion.words(for: result)
        let findings = result.findingsByWeight
        groups = ReceiptView.groups(findings, of: result.verdict)
        hasFindings = !findings.isEmpty
        tables = ReceiptView.tables(result, Marks(findings))
        hasTables = !tables.isEmpty
        tablesNumber = hasFindings ? "二" : "一"
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

    static func tables(_ result: Result, _ marks: Marks) -> [TableView] {
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
