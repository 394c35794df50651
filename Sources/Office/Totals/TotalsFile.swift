import Reports
import Rules

/// The totals for programs, `nianbao.totals/1`.
package enum TotalsFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.totals/1"

    /// The text of `totals-2024.json`. The tables have the shape of a result.
    package static func json(for totals: Totals) throws -> String { try JSON.page(Body(totals)) }

    private struct Body: Encodable {
        let schema = TotalsFile.schema
        let year: Int
        let disclosure: DisclosureFigures?
        let requests: [String: [Int?]?]?
        let review: [String: [Int?]?]?
        let included: [Included]
        let leftOut: [LeftOutRecord]
        let identities: [ResultFinding]
        let own: Own?

        enum CodingKeys: String, CodingKey {
            case leftOut = "left_out"
            case schema, year, disclosure, requests, review, included, identities, own
        }

        init(_ totals: Totals) {
            let tables = totals.tables
            year = totals.year
            (disclosure, requests, review) = (tables.disclosure, tables.requests, tables.review)
            included = totals.included.map { Included(agency: $0.agency, version: $0.version, path: $0.path) }
            leftOut = totals.leftOut.map(LeftOutRecord.init)
            identities = totals.broken.map(ResultFinding.init)
            own = totals.own.map { Own($0, totals.differences) }
        }

        /// Writes every key, `null` where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(schema, forKey: .schema)
            try container.encode(year, forKey: .year)
            try container.encode(disclosure, forKey: .disclosure)
            try container.encode(requests, forKey: .requests)
            try container.encode(review, forKey: .review)
            try container.encode(included, forKey: .included)
            try container.encode(leftOut, forKey: .leftOut)
            try container.encode(identities, forKey: .identities)
            try container.encode(own, forKey: .own)
        }
    }

    private struct Included: Encodable {
        let agency: String
        let version: Int
        let path: String
    }

    /// A cell in which the government's own report and the sum differ. Numbers are decimal strings: fees are among them.
    struct Difference: Encodable {
        let at, stated, sum: String

        init(_ difference: Totals.Difference) {
            (at, stated, sum) = (difference.at.path, difference.stated.digits, difference.sum.digits)
        }
    }

    /// The government's own report, against the sum.
    private struct Own: Encodable {
        let agency: String
        let version: Int
        let verdict, path: String
        let differences: [Difference]

        init(_ own: ReportVersion, _ differences: [Totals.Difference]) {
            (agency, version, verdict, path) = (own.agency, own.version, own.standing.verdict.rawValue, own.path)
            self.differences = differences.map(Difference.init)
        }
    }
}

extension Totals {
    /// The summed tables in the shape of a result.
    var tables: ReportResult { tally.tables(broken) }
}

extension Tally {
    /// The tables in the shape of a result, with what is to be said of them.
    func tables(_ findings: [Finding]) -> ReportResult {
        var result = ReportResult(file: "", sha256: "", bytes: 0)
        result.fill(from: report, findings: findings)
        return result
    }
}
