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
        /// Who has written down the numbers, where they were not read.
        var entry: HandEntry?
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
        /// What the office says of it: why it does not count, or that it is to be looked at again; one or none.
        var decisions: [String]
    }

    /// The findings of a severity.
    struct Group {
        var severity: String
        var sign: String
        var name: String
        var count: Int
        var items: [Item]
    }

    /// Whose report on which year it is about.
    let subject: String
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
    /// What the office has waived, one group or none.
    let waived: [Group]
    let hasFindings: Bool
    /// Each as HTML.
    let tables: [String]
    let hasTables: Bool
    let tablesNumber: String

    private static let unknown = "（报告未写明）"

    init(
        _ result: ReportResult, standing: Standing, agency: String?, year: String?, arrival: Arrival? = nil,
        revision: Revision? = nil
    ) {
        let isLetter = result.verdict != .failed
        subject = ReceiptView.subject(agency, year)
        title = standing.verdict == .returned ? "退回修改意见" : "校核回执"
        verdict = standing.verdict.rawValue
        verdictName = standing.verdict.name
        sign = standing.verdict.sign
        let place = arrival?.version.place ?? result.file
        entries =
            [
                Entry(name: "报送单位", text: agency ?? Self.unknown), Entry(name: "报告年度", text: year ?? Self.unknown),
            ] + (arrival?.entries ?? []) + [
                Entry(name: "文件", text: "\(place)（\(result.bytes.asSize)）")
            ]
        sha256 = result.sha256
        // Filed by the name of its file alone, it is from somebody who does not say who.
        let isAnonymous = result.agency == nil && arrival?.version.folder == nil
        addressees = arrival != nil && isLetter ? [isAnonymous ? "报送单位" : agency ?? ""] : []
        opinion = Opinion.words(for: result, standing, by: arrival?.correctionDay)
        signatures = isLetter ? (arrival.map { [$0.signature] } ?? []) : []
        groups = ReceiptView.groups(standing)
        waived = ReceiptView.waived(standing, seenFrom: arrival)
        hasFindings = !standing.lines.isEmpty
        revisions = revision.map { [RevisionView($0, numbered: standing.lines)] } ?? []
        tables = ReceiptView.tables(result, Marks(standing.lines)).map(\.html)
        hasTables = !tables.isEmpty
        var numerals = ["一", "二", "三"][...]
        if hasFindings { numerals.removeFirst() }
        revisionNumber = revisions.isEmpty ? "" : numerals.removeFirst()
        tablesNumber = numerals.removeFirst()
    }

    /// 某局 2024 年度报告, 某局（未知年度）年度报告, 年度报告.
    private static func subject(_ agency: String?, _ year: String?) -> String {
        switch (agency, year) {
        case (let agency?, let year?):
            Filing.name(agency: agency, year: year) + (Int(year) == nil ? "年度报告" : " 年度报告")
        case (let agency?, nil): "\(agency)年度报告"
        case (nil, let year?): "\(year) 年度报告"
        case (nil, nil): "年度报告"
        }
    }

    /// What counts, by severity.
    private static func groups(_ standing: Standing) -> [Group] {
        Severity.allCases.compactMap { severity in
            let own = standing.open.filter { $0.finding.severity == severity }
            guard !own.isEmpty else { return nil }
            return Group(
                severity: severity.rawValue, sign: severity.sign, name: severity.name(in: standing.checked),
                count: own.count, items: own.map { Item($0, $0.former.map { [$0.asksAgain] } ?? []) })
        }
    }

    private static func waived(_ standing: Standing, seenFrom arrival: Arrival?) -> [Group] {
        let (zone, number) = (arrival?.zone ?? .china, arrival?.version.version ?? 1)
        let items = standing.waived.map { line in
            let words = line.waiver.map { waiver in
                [waiver.ground(in: zone), waiver.origin(seenFrom: number)].compactMap(\.self).joined(separator: "，")
            }
            return Item(line, words.map { [$0] } ?? [])
        }
        guard !items.isEmpty else { return [] }
        return [Group(severity: "waived", sign: "–", name: "已核销", count: items.count, items: items)]
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
    fileprivate init(_ line: Standing.Line, _ decisions: [String]) {
        let finding = line.finding
        self.init(
            number: line.number, heading: finding.heading, hasQuotes: !finding.quotes.isEmpty, quotes: finding.quotes,
            fixes: finding.fix.isEmpty || line.isWaived ? [] : [finding.fix], sources: finding.sources,
            decisions: decisions)
    }
}

extension ReceiptView.Arrival {
    fileprivate var entries: [ReceiptView.Entry] {
        [
            .init(
                name: "报送版本",
                text: "第 \(version.version) 版" + (version.remark.isEmpty ? "" : "（\(version.remark)）")),
            .init(name: "收到时间", text: version.receivedAt.said(in: zone)),
        ] + (entry.map { [.init(name: "录入", text: $0.receiptWords)] } ?? [])
    }

    fileprivate var correctionDay: String { letter.correctionDay(from: version.receivedAt, in: zone) }

    fileprivate var signature: ReceiptView.Signature {
        .init(
            office: letter.office.isEmpty ? "（校核单位盖章）" : letter.office,
            date: Period.Day(version.receivedAt, in: zone).words)
    }
}
