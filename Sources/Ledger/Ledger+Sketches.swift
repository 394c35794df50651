import Foundation
import GRDB
import Office
import Reports
import Rules

/// The texts that may be alike, found by what the bands of their sketches have in common.
extension Ledger {
    /// How many texts are compared with a new one, word for word.
    private static let mostCandidates = 32
    /// How many reports are looked at that share a band. Where more do, the oldest count: all of them have the same words, and
    /// the first one is the original. What else is like a text shares other bands with it.
    private static let mostSharing = 256

    /// On which side of a report others are. Of two that are alike, the later one is the copy; what came at one moment goes by the names of
    /// the agencies, so that the order in which reports are judged does not matter.
    private enum Side: String {
        case earlier = "<"
        case later = ">"
    }

    /// The texts of other agencies' current reports of the year that are earlier than one of a moment and may be alike to its texts.
    ///
    /// They are found by their sketches, at a cost that does not grow with the number of reports. Where an office asks for less
    /// than sketches can tell, `likeness` in per cent, it is all texts.
    static func otherTexts(
        like texts: [Section: String], than filing: Filing, _ content: String, at date: Date, likeness: Int,
        _ database: Database
    ) throws -> [OtherText] {
        try texts.sorted { $0.key < $1.key }.flatMap { section, text in
            let candidates =
                likeness < Sketch.leastLikeness
                ? try others(.earlier, than: filing, content, at: date, database)
                : try candidates(for: text, section, than: filing, content, at: date, database)
            return try candidates.compactMap { try Self.text(section, of: $0, database) }
        }
    }

    /// Has the later reports judged again that are alike to a report: they were judged before it and not compared with it.
    static func rejudgeCopies(
        of texts: [Section: String], in filing: Filing, _ content: String, at date: Date, likeness: Int,
        _ database: Database
    ) throws {
        // Where reports come one by one, nothing is later.
        let later = try Set(others(.later, than: filing, content, at: date, database))
        guard !later.isEmpty else { return }
        for (section, text) in texts {
            let shingles = CutTexts.shared.shingles(of: text)
            let copies =
                likeness < Sketch.leastLikeness
                ? later : later.intersection(try sharing(bandsOf: text, section, filing, database).keys)
            // Most of what shares a band is not alike: a county's reports have many words in common.
            for copy in copies.sorted() {
                guard let other = try Self.text(section, of: copy, database),
                    shingles.likeness(to: other.text, atLeast: likeness) >= likeness
                else { continue }
                try database.execute(cached: "INSERT OR IGNORE INTO rejudging (version) VALUES (?)", arguments: [copy])
            }
        }
    }

    /// Keeps the bands of a version's texts.
    static func sketch(_ version: Int64, _ database: Database) throws {
        let insert = try database.cachedStatement(sql: "INSERT OR IGNORE INTO sketch (band, version) VALUES (?, ?)")
        for band in try bands(of: version, database) { try insert.execute(arguments: [band, version]) }
    }

    /// Keeps the bands of the current version of the report of which one is a version: texts that are restored can be those of another one.
    static func sketchCurrent(besides version: Int64, _ database: Database) throws {
        let current = try Int64.fetchOne(
            database,
            cached: """
                SELECT current.id FROM version JOIN (\(currentVersions)) AS current
                    ON current.year = version.year AND current.agency = version.agency WHERE version.id = ?
                """,
            arguments: [version])
        if let current { try sketch(current, database) }
    }

    /// Lets go of the bands of a version and of the one before it: only a report's newest version is compared with.
    static func dropSketches(upTo version: Int64, _ database: Database) throws {
        let delete = try database.cachedStatement(sql: "DELETE FROM sketch WHERE band = ? AND version = ?")
        for version in [version, try predecessor(of: version, database)].compactMap(\.self) {
            for band in try bands(of: version, database) { try delete.execute(arguments: [band, version]) }
        }
    }

    private static func predecessor(of version: Int64, _ database: Database) throws -> Int64? {
        try Int64.fetchOne(
            database,
            cached: """
                SELECT earlier.id FROM version JOIN version AS earlier ON earlier.year = version.year
                    AND earlier.agency = version.agency AND earlier.number < version.number
                WHERE version.id = ? ORDER BY earlier.number DESC LIMIT 1
                """,
            arguments: [version])
    }

    private static func bands(of version: Int64, _ database: Database) throws -> [Int64] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT year, section, text FROM passage JOIN version ON version.id = passage.version
                WHERE passage.version = ?
                """,
            arguments: [version]
        ).flatMap { row in bands(of: row["text"], year: row["year"], section: row["section"]) }
    }

    /// Texts are compared within a year and a section: each has bands of its own.
    private static func bands(of text: String, year: String, section: Int) -> [Int64] {
        guard let year = UInt64(year) else { return [] }
        let place = year << 8 | UInt64(section)
        return CutTexts.shared.bands(of: text).map { Int64(bitPattern: $0 ^ place) }
    }

    /// The earlier versions that share bands with a text: those that share most of them first, and of these the oldest. Of what shares
    /// fewer than enough others do nothing is asked: a row is long.
    private static func candidates(
        for text: String, _ section: Section, than filing: Filing, _ content: String, at date: Date,
        _ database: Database
    ) throws -> [Int64] {
        let shared = try sharing(bandsOf: text, section, filing, database)
        var candidates: [Int64] = []
        let byCount = Dictionary(grouping: shared.keys) { shared[$0, default: 0] }.sorted { $0.key > $1.key }
        for (_, versions) in byCount where candidates.count < mostCandidates {
            candidates += try others(.earlier, than: filing, content, at: date, database, among: versions)
        }
        return Array(candidates.prefix(mostCandidates))
    }

    /// The versions whose text shares bands with a text, each with how many.
    private static func sharing(
        bandsOf text: String, _ section: Section, _ filing: Filing, _ database: Database
    ) throws -> [Int64: Int] {
        let sharing = try database.cachedStatement(
            sql: "SELECT version FROM sketch WHERE band = ? ORDER BY version LIMIT \(mostSharing)")
        var shared: [Int64: Int] = [:]
        for band in bands(of: text, year: filing.year, section: section.rawValue) {
            let versions = try Int64.fetchCursor(sharing, arguments: [band])
            while let version = try versions.next() { shared[version, default: 0] += 1 }
        }
        return shared
    }

    /// The versions on a side of a report, some or all of them, in the order of their moments and names. A report in another body's folder is
    /// like the same one where it belongs, and is none of them.
    private static func others(
        _ side: Side, than filing: Filing, _ content: String, at date: Date, _ database: Database,
        among versions: [Int64]? = nil
    ) throws -> [Int64] {
        // What shares a band is found by its number: it is little of what a year has.
        let chosen = versions == nil ? "year = ?" : "id IN (SELECT value FROM json_each(?)) AND +year = ?"
        let numbers: StatementArguments = versions.map { ["\($0)"] } ?? []
        return try Int64.fetchAll(
            database,
            cached: """
                SELECT id FROM (\(currentVersions)) WHERE \(chosen) AND agency <> ? AND content <> ?
                    AND (at, agency) \(side.rawValue) (?, ?) AND agency NOT GLOB '\(Filing.apartGlob)'
                ORDER BY at, agency
                """,
            arguments: numbers + [filing.year, filing.agency, content, date, filing.agency])
    }

    private static func text(_ section: Section, of version: Int64, _ database: Database) throws -> OtherText? {
        try Row.fetchOne(
            database,
            cached: """
                SELECT agency, text FROM passage JOIN version ON version.id = passage.version
                WHERE passage.version = ? AND section = ?
                """,
            arguments: [version, section.rawValue]
        ).map { row in
            let text = CutTexts.shared.shingles(of: row["text"], from: CutTexts.Key(version: version, section: section))
            return OtherText(agency: row["agency"], section: section, text: text)
        }
    }
}
