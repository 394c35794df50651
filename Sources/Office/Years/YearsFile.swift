import Reports

/// The years side by side for programs, `nianbao.years/1`, and the rules that were broken most, `nianbao.ranking/1`.
package enum YearsFile {
    /// The names of the schemas; they change only with a break.
    package static let schema = "nianbao.years/1"
    package static let rankingSchema = "nianbao.ranking/1"

    /// The years of a body or of all.
    package static func json(for comparison: YearComparison) throws -> String { try JSON.page(Body(comparison)) }

    /// A ranking.
    package static func json(for ranking: RuleRanking) throws -> String { try JSON.page(Ranking(ranking)) }

    private struct Body: Encodable {
        let schema = YearsFile.schema
        /// `nil` for all together.
        let agency: String?
        let years: [Year]

        init(_ comparison: YearComparison) {
            agency = comparison.agency
            years = comparison.columns.map(Year.init)
        }

        enum CodingKeys: String, CodingKey { case schema, agency, years }

        /// Writes every key, `null` where there is nothing.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(schema, forKey: .schema)
            try container.encode(agency, forKey: .agency)
            try container.encode(years, forKey: .years)
        }
    }

    private struct Year: Encodable {
        let year: Int
        let bodies: Int
        /// Decimal strings: fees are among them.
        let numbers: [String: String]?
        /// Per cent.
        let rates: [String: String?]?
        let comparedBodies: Int
        let changes: [String: Change]
        let leftOut: [LeftOutRecord]

        init(_ column: YearComparison.Column) {
            year = column.year
            bodies = column.bodies
            numbers = column.measures.map { measures in
                YearsFile.byName(Measure.allCases) { measures[$0]?.digits }
            }
            rates = column.measures.map { _ in
                Dictionary(uniqueKeysWithValues: YearRate.allCases.map { ($0.rawValue, column.percent($0)) })
            }
            comparedBodies = column.basis?.bodies ?? 0
            changes = YearsFile.byName(Measure.allCases) { column.change(of: $0).map(Change.init) }
            leftOut = column.leftOut.map(LeftOutRecord.init)
        }

        enum CodingKeys: String, CodingKey {
            case comparedBodies = "compared_bodies"
            case leftOut = "left_out"
            case year, bodies, numbers, rates, changes
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(year, forKey: .year)
            try container.encode(bodies, forKey: .bodies)
            try container.encode(numbers, forKey: .numbers)
            try container.encode(rates, forKey: .rates)
            try container.encode(comparedBodies, forKey: .comparedBodies)
            try container.encode(changes, forKey: .changes)
            try container.encode(leftOut, forKey: .leftOut)
        }
    }

    /// A change since the year before, over the bodies that count in both.
    private struct Change: Encodable {
        let direction, by: String
        let percent: String?
        let big: Bool

        init(_ change: YearChange) {
            (direction, by) = (change.direction.rawValue, change.difference)
            (percent, big) = (change.percent, change.isBig)
        }

        enum CodingKeys: String, CodingKey { case direction, by, percent, big }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(direction, forKey: .direction)
            try container.encode(by, forKey: .by)
            try container.encode(percent, forKey: .percent)
            try container.encode(big, forKey: .big)
        }
    }

    private struct Ranking: Encodable {
        struct Group: Encodable {
            /// Empty for all together.
            let group: String
            let reports: Int
            let rules: [Line]
        }

        struct Line: Encodable {
            let rule, finds, severity: String
            let first, current, waived: Int
            let places: [Example]
        }

        struct Example: Encodable {
            let place: String
            let reports: Int
        }

        let schema = YearsFile.rankingSchema
        let year: Int
        let groups: [Group]

        init(_ ranking: RuleRanking) {
            year = ranking.year
            groups = ranking.groups.map { group in
                Group(
                    group: group.name ?? "", reports: group.reports,
                    rules: group.lines.map { line in
                        Line(
                            rule: line.rule, finds: line.finds, severity: line.severity, first: line.first,
                            current: line.current, waived: line.waived,
                            places: line.places.map { Example(place: $0.place, reports: $0.reports) })
                    })
            }
        }
    }

    private static func byName<Value>(_ measures: [Measure], _ value: (Measure) -> Value?) -> [String: Value] {
        Dictionary(
            uniqueKeysWithValues: measures.compactMap { measure in value(measure).map { (measure.rawValue, $0) } })
    }
}
