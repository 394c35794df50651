import Fixtures
import Foundation
import Reports

/// The numbers of a made-up report, and what follows from them. It knows how to add and nothing of the program but the form's rows.
struct Figures: Equatable {
    /// Issued, abolished, in force.
    var rules = [0, 0, 0]
    var documents = [0, 0, 0]
    var licensing = 0
    var penalties = 0
    var coercion = 0
    /// In thousandths of 万元.
    var fees = 0
    /// A row for each way in which requests end, a column for each kind of applicant.
    var results = Dictionary(uniqueKeysWithValues: RequestRow.results.map { ($0, Figures.none) })
    var carriedIn = Figures.none
    var carriedOut = Figures.none
    /// Upheld, corrected, other, pending.
    var review = Dictionary(uniqueKeysWithValues: ReviewBlock.allCases.map { ($0, [0, 0, 0, 0]) })

    private static let none = [0, 0, 0, 0, 0, 0]

    /// The six columns and their sum, row by row; what came in is what was done and is left over without what was left over before.
    var requests: [RequestRow: [Int]] {
        var rows = results
        let total = results.values.reduce(Self.none, Self.sum)
        rows[.total] = total
        rows[.carriedIn] = carriedIn
        rows[.carriedOut] = carriedOut
        rows[.received] = zip(Self.sum(total, carriedOut), carriedIn).map { $0 - $1 }
        return rows.mapValues { $0 + [$0.reduce(0, +)] }
    }

    /// The four outcomes and their sum.
    var reviews: [ReviewBlock: [Int]] { review.mapValues { $0 + [$0.reduce(0, +)] } }

    /// The fees in 万元 as digits, without zeros at the end.
    var feeDigits: String {
        let digits = "\(fees / 1000).\(String(1000 + fees % 1000).dropFirst())"
        return String(digits.reversed().drop { $0 == "0" }.drop { $0 == "." }.reversed())
    }

    /// Every cell in the order of the form: those of table 2, of table 3, of table 4.
    var cells: [String] {
        let counts = rules + documents + [licensing, penalties, coercion]
        let rows =
            RequestRow.allCases.flatMap { requests[$0] ?? [] } + ReviewBlock.allCases.flatMap { reviews[$0] ?? [] }
        return counts.map(String.init) + [feeDigits] + rows.map(String.init)
    }

    static func + (left: Figures, right: Figures) -> Figures {
        var both = left
        both.rules = sum(left.rules, right.rules)
        both.documents = sum(left.documents, right.documents)
        both.licensing += right.licensing
        both.penalties += right.penalties
        both.coercion += right.coercion
        both.fees += right.fees
        both.results.merge(right.results, uniquingKeysWith: sum)
        both.carriedIn = sum(left.carriedIn, right.carriedIn)
        both.carriedOut = sum(left.carriedOut, right.carriedOut)
        both.review.merge(right.review, uniquingKeysWith: sum)
        return both
    }

    private static func sum(_ left: [Int], _ right: [Int]) -> [Int] { zip(left, right).map(+) }
}

extension Figures {
    /// Numbers that nobody has counted. Those of the year before go on in them.
    init(after previous: Figures? = nil, from random: inout Seeded) {
        self.init()
        func some(_ most: Int) -> Int { random.once(in: 3) ? 0 : Int.random(in: 1...most, using: &random) }
        let (issued, abolished) = (some(9), some(3))
        documents = [issued, abolished, (previous?.documents[2] ?? 20) + issued - abolished]
        (licensing, penalties, coercion) = (some(4000), some(900), some(30))
        fees = some(90) * 1000 + 1 + some(900)
        for row in RequestRow.results { results[row] = (0..<6).map { _ in some(9) } }
        // Something was always done of what was left over, so that nothing negative came in.
        results[.granted] = (0..<6).map { _ in 6 + some(20) }
        carriedIn = previous?.carriedOut ?? (0..<6).map { _ in some(5) }
        carriedOut = (0..<6).map { _ in some(5) }
        for block in ReviewBlock.allCases { review[block] = (0..<4).map { _ in some(7) } }
    }

    /// The report that says them, in prose that is short enough to be like nobody else's.
    func report(of agency: String, for year: Int) -> SampleReport {
        var report = SampleReport()
        (report.agency, report.year) = (agency, year)
        let counts: [DisclosureRow: [Int]] = [
            .rules: rules, .normativeDocuments: documents, .licensing: [licensing], .penalties: [penalties],
            .coercion: [coercion],
        ]
        report.disclosure = counts.mapValues { $0.map(String.init) }.merging([.fees: [feeDigits]]) { $1 }
        report.requests = requests.mapValues { $0.map(String.init) }
        report.review = reviews.mapValues { $0.map(String.init) }
        report.ownPassages[.overview] = [
            "（一）主动公开情况。及时更新专栏。", "（二）依申请公开情况。全年新收政府信息公开申请\(report.received)件。",
            "（三）政府信息管理情况。清理失效文件。（四）平台建设情况。改版门户网站。（五）监督保障情况。组织业务培训两次。",
        ]
        report.ownPassages[.problems] = ["存在的主要问题：解读材料专业术语多，不易看懂。", "改进情况：解读材料请村民代表试读，看不懂的改到看得懂为止。"]
        return report
    }

    /// Those of the known report.
    static func known() throws -> Figures {
        let known = try KnownReport.expected()
        func row(_ row: KnownReport.Row?) -> [Int] { (row?.digits ?? []).compactMap { Int($0) } }
        var figures = Figures()
        figures.rules = row(known.disclosure["rules"])
        figures.documents = row(known.disclosure["normative_documents"])
        figures.licensing = row(known.disclosure["licensing"])[0]
        figures.penalties = row(known.disclosure["penalties"])[0]
        figures.coercion = row(known.disclosure["coercion"])[0]
        figures.fees = 58_206
        for kind in RequestRow.results { figures.results[kind] = Array(row(known.requests[kind.rawValue]).prefix(6)) }
        figures.carriedIn = Array(row(known.requests["carried_in"]).prefix(6))
        figures.carriedOut = Array(row(known.requests["carried_out"]).prefix(6))
        for block in ReviewBlock.allCases { figures.review[block] = Array(row(known.review[block.rawValue]).prefix(4)) }
        return figures
    }
}
