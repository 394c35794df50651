package import Reports
package import Rules

/// The result of one report, `nianbao.result/1`: the object that `check` prints, the ledger stores and the journal carries.
///
/// Row and column ids are those of the form (`DisclosureRow`, `RequestRow`, `Applicant`, `ReviewBlock`, `ReviewOutcome`).
/// A row that the report lacks is `null`; a cell that is blank or no number is `null` in its row.
package struct ReportResult: Sendable, Equatable {
    /// The name of the schema; it changes only with a break.
    package static let schema = "nianbao.result/1"

    /// The file's name as a person may read it: control characters and bytes that are no text are escaped, numbers of persons
    /// starred.
    package var file: String
    /// The SHA-256 of all bytes, in hexadecimal digits.
    package var sha256: String
    package var bytes: Int
    /// The `Format` by content.
    package var format: String
    package var agency: String?
    package var year: Int?
    package var verdict: Verdict
    /// The edition of the rulebook that judged it.
    package var rulebook = Rulebook.edition
    /// The titles of the sections as printed, by their number; a missing section is left out.
    package var sections: [String: String] = [:]
    package var disclosure: DisclosureFigures?
    /// The rows of table 3 by id, seven cells each.
    package var requests: [String: [Int?]?]?
    /// The blocks of table 4 by id, five cells each.
    package var review: [String: [Int?]?]?
    package var findings: [ResultFinding] = []

    /// A file of which nothing is known yet but its bytes; until it is judged, that is our own fault.
    package init(
        file: String, sha256: String, bytes: Int, format: String = "unknown", verdict: Verdict = .failed
    ) {
        self.file = file.masked
        self.sha256 = sha256
        self.bytes = bytes
        self.format = format
        self.verdict = verdict
    }

    /// How many findings have a severity.
    package func count(of severity: Severity) -> Int { findings.count { $0.severity == severity } }
}

extension ReportResult {
    /// Puts in what a report says and what was found in it.
    package mutating func fill(from report: Report, findings: [Finding]) {
        agency = report.agency.map { Excerpt.word($0) }
        year = report.year
        for heading in report.headings.reversed() {
            sections[String(heading.section.rawValue)] = Excerpt.word(heading.title)
        }
        self.findings = findings.map(ResultFinding.init)
        // The tables of another form have other columns: their numbers are no part of any sum.
        guard !report.isInFormOfItsTime else { return }
        disclosure = report.disclosure.map(DisclosureFigures.init)
        requests = report.requests.map { table in
            Self.counts(table, columns: Applicant.allCases.count)
        }
        review = report.review.map { table in
            Self.counts(table, columns: ReviewOutcome.allCases.count)
        }
    }

    /// The numbers of all rows by their ids.
    private static func counts<ID: CaseIterable & RawRepresentable<String>>(
        _ table: PrintedTable<ID>, columns: Int
    ) -> [String: [Int?]?] {
        Dictionary(uniqueKeysWithValues: ID.allCases.map { ($0.rawValue, counts(table[$0], columns: columns)) })
    }

    /// The numbers of a row; `nil` for a row that is absent, could not be told apart, or has not a cell a column.
    static func counts(_ row: PrintedRow?, columns: Int) -> [Int?]? {
        guard let cells = row?.cells, cells.count == columns else { return nil }
        return cells.map(\.count)
    }
}

extension ReportResult: Codable {
    enum CodingKeys: String, CodingKey {
        case schema, file, sha256, bytes, format, agency, year, verdict, rulebook, sections
        case disclosure, requests, review, findings
    }

    /// Years that have four digits at most, so that the year after one is a year.
    private static let years = 0...9_999
    /// No file system has larger files.
    private static let sizes = 0...Int(Int64.max / 2)

    /// Numbers that no file can have throw. A cell out of the bounds of `Count` holds no number: earlier versions wrote such cells.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        file = try container.decode(String.self, forKey: .file)
        sha256 = try container.decode(String.self, forKey: .sha256)
        bytes = try container.decode(within: Self.sizes, forKey: .bytes)
        format = try container.decode(String.self, forKey: .format)
        agency = try container.decode(String?.self, forKey: .agency)
        year = try container.decodeNil(forKey: .year) ? nil : container.decode(within: Self.years, forKey: .year)
        verdict = try container.decode(Verdict.self, forKey: .verdict)
        rulebook = try container.decode(String.self, forKey: .rulebook)
        sections = try container.decode([String: String].self, forKey: .sections)
        disclosure = try container.decode(DisclosureFigures?.self, forKey: .disclosure)
        requests = try container.decode([String: [Int?]?]?.self, forKey: .requests)?.mapValues(Self.bounded)
        review = try container.decode([String: [Int?]?]?.self, forKey: .review)?.mapValues(Self.bounded)
        findings = try container.decode([ResultFinding].self, forKey: .findings)
    }

    /// Writes every key, `null` where there is nothing: programs need not ask whether a key is there.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ReportResult.schema, forKey: .schema)
        try container.encode(file, forKey: .file)
        try container.encode(sha256, forKey: .sha256)
        try container.encode(bytes, forKey: .bytes)
        try container.encode(format, forKey: .format)
        try container.encode(agency, forKey: .agency)
        try container.encode(year, forKey: .year)
        try container.encode(verdict, forKey: .verdict)
        try container.encode(rulebook, forKey: .rulebook)
        try container.encode(sections, forKey: .sections)
        try container.encode(disclosure, forKey: .disclosure)
        try container.encode(requests, forKey: .requests)
        try container.encode(review, forKey: .review)
        try container.encode(findings, forKey: .findings)
    }
}

extension ReportResult {
    /// The cells of a row, those out of the bounds of `Count` without a number.
    static func bounded(_ cells: [Int?]?) -> [Int?]? { cells?.map(Count.within) }
}

extension KeyedDecodingContainer {
    /// A number within bounds; throws `DecodingError.dataCorrupted` for any other.
    fileprivate func decode(within bounds: ClosedRange<Int>, forKey key: Key) throws -> Int {
        let number = try decode(Int.self, forKey: key)
        guard bounds.contains(number) else {
            throw DecodingError.dataCorruptedError(
                forKey: key, in: self, debugDescription: "\(number) is out of bounds")
        }
        return number
    }
}
