import Reports
import Rules

/// The tables of all levels for programs, `nianbao.province-totals/1`.
package enum ProvinceTotalsFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.province-totals/1"

    /// The text of `totals-2024.json`, a line a level: there can be thousands. The tables have the shape of a result.
    package static func json(for totals: ProvinceTotals) throws -> String {
        let levels = [totals.top] + totals.levels.filter { $0.office != totals.top.office }
        let lines = try levels.map { try JSON.line(Level($0)) }
        return """
            {"levels":[
            \(lines.joined(separator: ",\n"))
            ],"schema":"\(schema)","year":\(totals.year)}

            """
    }

    /// An office with all below it; the first is the one above all, which has no name where all offices stand side by side.
    private struct Level: Encodable {
        let office: String?
        let above: [String]
        let offices, silent, counted, leftOut: Int
        let disclosure: DisclosureFigures?
        let requests: [String: [Int?]?]?
        let review: [String: [Int?]?]?
        let identities: [ResultFinding]
        let own: Own?

        enum CodingKeys: String, CodingKey {
            case leftOut = "left_out"
            case office, above, offices, silent, counted, disclosure, requests, review, identities, own
        }

        init(_ level: ProvinceTotals.Level) {
            let tables = level.tally.tables(level.broken)
            (office, above) = (level.office, level.above)
            (offices, silent, counted, leftOut) = (level.offices, level.silent, level.counted, level.leftOut)
            (disclosure, requests, review) = (tables.disclosure, tables.requests, tables.review)
            identities = tables.findings
            own = level.own.map { _ in Own(differences: level.differences.map(TotalsFile.Difference.init)) }
        }

        /// Writes every key, `null` where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(office, forKey: .office)
            try container.encode(above, forKey: .above)
            try container.encode(offices, forKey: .offices)
            try container.encode(silent, forKey: .silent)
            try container.encode(counted, forKey: .counted)
            try container.encode(leftOut, forKey: .leftOut)
            try container.encode(disclosure, forKey: .disclosure)
            try container.encode(requests, forKey: .requests)
            try container.encode(review, forKey: .review)
            try container.encode(identities, forKey: .identities)
            try container.encode(own, forKey: .own)
        }
    }

    /// The government's own report, against the sum.
    private struct Own: Encodable {
        let differences: [TotalsFile.Difference]
    }
}

/// The same for WPS and Excel: a line a cell of the form, a column a level.
package enum ProvinceTotalsTable {
    /// The text of `totals-2024.csv`.
    package static func csv(for totals: ProvinceTotals) -> String {
        let levels = totals.levels.filter { $0.office != totals.top.office }
        let head = ["表", "行", "栏", totals.top.title(in: totals)] + levels.map { $0.title(in: totals) }
        let lines = Tally.places.lazy.map { place in
            place.labels + ([totals.top] + levels).map { $0.tally[place]?.digits ?? "" }
        }
        return CSV.text(head: head, rows: lines)
    }
}

extension ProvinceTotals.Level {
    /// The office, and whether those below it are in the numbers.
    func title(in totals: ProvinceTotals) -> String {
        let name = office ?? "合计"
        return totals.levels(below: self).isEmpty ? name : "\(name)（含下级）"
    }
}
