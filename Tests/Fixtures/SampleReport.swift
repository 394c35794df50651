package import Reports

/// A made-up report that keeps every rule, all its numbers different and none zero, so that a moved cell shows.
///
/// The body and the place do not exist. Each number can be changed before the report is written out in a layout.
package struct SampleReport: Sendable {
    package var agency = "青岚市水利局"
    package var year = 2024
    package var disclosure: [DisclosureRow: [String]] = [
        .rules: ["0", "0", "0"],
        .normativeDocuments: ["3", "2", "17"],
        .licensing: ["1,418"],
        .penalties: ["236"],
        .coercion: ["29"],
        .fees: ["58.206"],
    ]
    /// Seven cells a row.
    package var requests: [RequestRow: [String]]
    /// Five cells a block.
    package var review: [ReviewBlock: [String]] = [
        .reconsideration: ["21", "6", "5", "4", "36"],
        .litigationDirect: ["11", "3", "8", "2", "24"],
        .litigationAfterReconsideration: ["13", "7", "9", "1", "30"],
    ]

    /// What stands before the first heading, where it is more than the title.
    package var head: [String]?
    /// The sections in the order in which they stand.
    package var order = Section.allCases
    /// The heading of each section; one that has none leaves its text behind.
    package var headings = Dictionary(uniqueKeysWithValues: Section.allCases.map { ($0, $0.heading) })
    /// The section under which each table stands; one that has none is left out.
    package var placement = Dictionary(uniqueKeysWithValues: FormTable.allCases.map { ($0, $0.section) })
    /// Labels and heads of the form that are printed in other words, by the form's.
    package var wording: [String: String] = [:]
    /// Seven cells of （六）其他处理, where it is printed as one row.
    package var undividedOther: [String]?
    /// The prose of sections that are written otherwise than the sample's.
    package var ownPassages: [Section: [String]] = [:]
    /// The end of the report, where it is not the body and a day.
    package var foot: [String]?

    package init() {
        requests = SampleReport.balancedRequests().mapValues { $0.map(String.init) }
    }

    /// Rows that keep all identities of table 3, every number used once.
    private static func balancedRequests() -> [RequestRow: [Int]] {
        var rows: [RequestRow: [Int]] = [:]
        for (index, row) in RequestRow.results.enumerated() {
            rows[row] = withTotal(Applicant.parts.indices.map { 1001 + index * 7 + $0 * 211 })
        }
        let totals = Applicant.parts.indices.map { column in rows.values.reduce(0) { $0 + $1[column] } }
        let carriedIn = Applicant.parts.indices.map { 301 + $0 * 17 }
        let carriedOut = Applicant.parts.indices.map { 402 + $0 * 29 }
        rows[.total] = withTotal(totals)
        rows[.carriedIn] = withTotal(carriedIn)
        rows[.carriedOut] = withTotal(carriedOut)
        rows[.received] = withTotal(
            Applicant.parts.indices.map { totals[$0] + carriedOut[$0] - carriedIn[$0] })
        return rows
    }

    private static func withTotal(_ parts: [Int]) -> [Int] { parts + [parts.reduce(0, +)] }

    /// A cell of table 3 as a number; 0 where it is none.
    package subscript(row: RequestRow, column: Int) -> Int {
        get { Int(requests[row]?[column] ?? "") ?? 0 }
        set { requests[row]?[column] = String(newValue) }
    }

    /// The number of requests received, as the total column has it.
    package var received: String { requests[.received]?.last ?? "" }

    /// The title line.
    package var title: String { "\(agency)\(year)年政府信息公开工作年度报告" }

    /// The prose of each section.
    package var passages: [Section: [String]] { samplePassages.merging(ownPassages) { _, own in own } }

    private var samplePassages: [Section: [String]] {
        [
            .overview: [
                "\(year)年，我局认真落实政府信息公开条例，各项工作有序推进。",
                "（一）主动公开情况。全年主动公开政府信息126条，其中，水旱灾害防御信息58条、工程建设信息47条、水资源管理信息21条。",
                "（二）依申请公开情况。全年新收政府信息公开申请\(received)件，均在法定期限内办理。",
                "（三）政府信息管理情况。落实公文公开属性源头认定，定期清理失效文件。",
                "（四）政府信息公开平台建设情况。做好门户网站公开专栏的日常维护。",
                "（五）监督保障情况。明确分管负责人和承办科室，组织业务培训两次。",
            ],
            .disclosure: ["本年度本机关制发行政规范性文件\(disclosure[.normativeDocuments]?.first ?? "")件。"],
            .requests: [],
            .review: [],
            .problems: [
                "存在的主要问题：一是政策解读形式较为单一，群众不易看懂；二是公开目录更新不够及时。",
                "改进情况：一是增加图表和问答式解读，每季度选取两个热点问题作专题说明；二是把目录更新纳入科室月度检查。",
            ],
            .other: ["\(year)年，本机关未收取政府信息公开信息处理费。无其他需要报告的事项。"],
        ]
    }
}
