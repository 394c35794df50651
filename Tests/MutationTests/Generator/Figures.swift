import Fixtures
import Reports

/// The numbers of the three tables, as numbers.
struct Figures: Sendable {
    var disclosure: [DisclosureRow: [Int]] = [:]
    var requests: [RequestRow: [Int]] = [:]
    var review: [ReviewBlock: [Int]] = [:]

    /// Numbers that agree with each other; none is larger than `most` but the totals.
    init(upTo most: Int, rules: Bool, using random: inout Seeded) {
        fillDisclosure(upTo: most, rules: rules, using: &random)
        fillRequests(upTo: most, using: &random)
        for block in ReviewBlock.allCases {
            review[block] = Self.withTotal(ReviewOutcome.parts.map { _ in Self.some(most, &random) })
        }
    }

    /// The total of a row of table 3.
    func total(_ row: RequestRow) -> Int { requests[row]?.last ?? 0 }

    /// The total of a group of rows of table 3.
    func total(_ group: RequestGroup) -> Int {
        RequestRow.allCases.filter { $0.group == group }.reduce(0) { $0 + total($1) }
    }

    /// The cases of a block of table 4.
    func total(_ block: ReviewBlock) -> Int { review[block]?.last ?? 0 }

    /// The cases of both blocks of litigation.
    var litigations: Int { total(.litigationDirect) + total(.litigationAfterReconsideration) }

    private mutating func fillDisclosure(upTo most: Int, rules: Bool, using random: inout Seeded) {
        let documents: [DisclosureRow] = rules ? [.rules, .normativeDocuments] : [.normativeDocuments]
        disclosure[.rules] = [0, 0, 0]
        for row in documents { disclosure[row] = [0, 1, 2].map { _ in Self.some(min(most, 300), &random) } }
        for row in [DisclosureRow.licensing, .penalties, .coercion] {
            disclosure[row] = [random.once(in: 9) ? 30_000 * min(most, 1) : Self.some(most * 9, &random)]
        }
    }

    private mutating func fillRequests(upTo most: Int, using random: inout Seeded) {
        var columns: [[RequestRow: Int]] = Applicant.parts.map { _ in
            var column: [RequestRow: Int] = [:]
            for row in RequestRow.results { column[row] = random.once(in: 2) ? 0 : Self.some(most, &random) }
            column[.total] = column.values.reduce(0, +)
            column[.carriedOut] = Self.some(most, &random)
            let all = (column[.total] ?? 0) + (column[.carriedOut] ?? 0)
            column[.carriedIn] = Self.some(min(most, all), &random)
            column[.received] = all - (column[.carriedIn] ?? 0)
            return column
        }
        columns.append(columns.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
        for row in RequestRow.allCases { requests[row] = columns.map { $0[row] ?? 0 } }
    }

    private static func some(_ most: Int, _ random: inout Seeded) -> Int { Int.random(in: 0...most, using: &random) }
    private static func withTotal(_ parts: [Int]) -> [Int] { parts + [parts.reduce(0, +)] }
}
