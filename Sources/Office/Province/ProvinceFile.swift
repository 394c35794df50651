package import Foundation
import Reports
import Rules

/// The offices for programs, `nianbao.province/1`.
package enum ProvinceFile {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.province/1"

    /// The text of `province.json`. Times carry the offset of `zone`.
    package static func json(for province: Province, in zone: TimeZone = .china) throws -> String {
        try JSON.page(Body(province, zone))
    }

    private struct Body: Encodable {
        let schema = ProvinceFile.schema
        let generatedAt: String
        let validUntil: String
        let currentYear: String
        let years: [Year]
        let offices: [Office]
        let troubles: [Trouble]

        enum CodingKeys: String, CodingKey {
            case generatedAt = "generated_at"
            case validUntil = "valid_until"
            case currentYear = "current_year"
            case schema, years, offices, troubles
        }

        init(_ province: Province, _ zone: TimeZone) {
            generatedAt = province.generatedAt.stamp(in: zone)
            validUntil = province.validUntil.stamp(in: zone)
            currentYear = province.currentYear(in: zone)
            years = Year.all(of: province.whole)
            offices = province.roster.inDepth().compactMap { office in
                province[office.name].map { Office($0, office.name, office.parent, zone) }
            }
            troubles = province.troubles.map { Trouble($0, zone) }
        }
    }

    /// How the bodies stand with their reports for a year.
    private struct Year: Encodable {
        let year: String
        let expected, submitted, late, missing, overdue: Int
        let reports: [String: Int]

        init(_ year: OfficeYear) {
            self.year = year.year
            (expected, submitted, late, overdue) = (year.expected, year.submitted, year.late, year.overdue)
            missing = year.missing + year.overdue
            reports = Dictionary(uniqueKeysWithValues: Verdict.allCases.map { ($0.rawValue, year.verdicts[$0] ?? 0) })
        }

        static func all(of level: Province.Level) -> [Year] { level.yearNames.map { Year(level.year($0)) } }
    }

    /// An office: what has come of it, and how its bodies and those of the offices below it stand.
    private struct Office: Encodable {
        let office: String
        let above: String?
        let page: String
        let source, ledger: String?
        let record: Int?
        let recordedAt: String?
        let years, own: [Year]

        enum CodingKeys: String, CodingKey {
            case recordedAt = "recorded_at"
            case office, above, page, source, ledger, record, years, own
        }

        init(_ level: Province.Level, _ name: String, _ above: String?, _ zone: TimeZone) {
            (office, self.above, page) = (name, above, OfficeAddress.page(of: name))
            (source, ledger, record) = (level.own?.source, level.own?.ledger, level.own?.record)
            recordedAt = level.own?.recordedAt?.stamp(in: zone)
            years = Year.all(of: level)
            own = level.own?.years.map(Year.init) ?? []
        }

        /// Writes every key, `null` where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(office, forKey: .office)
            try container.encode(above, forKey: .above)
            try container.encode(page, forKey: .page)
            try container.encode(source, forKey: .source)
            try container.encode(ledger, forKey: .ledger)
            try container.encode(record, forKey: .record)
            try container.encode(recordedAt, forKey: .recordedAt)
            try container.encode(years, forKey: .years)
            try container.encode(own, forKey: .own)
        }
    }

    private struct Trouble: Encodable {
        let kind, about, message, since: String
        let canBeConfirmed: Bool

        enum CodingKeys: String, CodingKey {
            case canBeConfirmed = "can_be_confirmed"
            case kind, about, message, since
        }

        init(_ trouble: OfficeTrouble, _ zone: TimeZone) {
            (kind, about, message) = (trouble.kind.rawValue, trouble.about, trouble.words)
            since = trouble.since.stamp(in: zone)
            canBeConfirmed = trouble.canBeConfirmed
        }
    }
}
