import Foundation
import GRDB
import Office
import Reports
import Rules

/// The texts that may be alike, found by their sketches.
extension Ledger {
    /// How many texts are compared with a new one, word for word.
    private static let mostCandidates = 32

    /// On which side of a report others are. Of two that are alike, the later one is the copy; what came at one moment goes by the names of
    /// the agencies, so that the order in which reports are judged does not matter.
    private enum Side: String {
        case earlier = "<"
        case later = ">"
    }

    /// The texts of other agencies' current reports of the year that are earlier than one of a moment and may be alike to its texts.
    ///
    /// They are found by their sketches, of which thousands are compared in the time that one text takes. Where an office asks for less than
    /// sketches can tell, `likeness` in per cent, it is all texts.
    static func otherTexts(
        like texts: [Section: String], than filing: Filing, _ content: String, at date: Date, likeness: Int,
        _ database: Database
    ) throws -> [OtherText] {
        try comparable(texts).sorted { $0.key < $1.key }.flatMap { section, text in
            let candidates =
                likeness < Sketch.leastLikeness
                ? try others(.earlier, than: filing, content, at: date, database)
                : try candidates(for: text, section, than: filing, content, at: date, likeness, database)
            return try candidates.compactMap { try Self.text(section, of: $0, database) }
        }
    }

    /// Has the later reports judged again that are alike to a report: they were judged before it and not compared with it.
    static func rejudgeCopies(
        of texts: [Section: String], in filing: Filing, _ content: String, at date: Date, likeness: Int,
        _ database: Database
    ) throws {
        for (section, text) in comparable(texts) {
            let later = try others(
                .later, than: filing, content, at: date, database,
                among: likeness < Sketch.leastLikeness
                    ? nil : Array(versions(like: text, section, filing, likeness, database).keys))
            for copy in later {
                guard let other = try Self.text(section, of: copy, database),
                    CutTexts.shared.shingles(of: text).likeness(to: other.text, atLeast: likeness) >= likeness
                else { continue }
                try database.execute(cached: "INSERT OR IGNORE INTO rejudging (version) VALUES (?)", arguments: [copy])
            }
        }
    }

    /// The texts that are long enough: a few words that hundreds have in common are not looked for.
    private static func comparable(_ texts: [Section: String]) -> [Section: String] {
        texts.filter { CutTexts.shared.shingles(of: $0.value).isComparable }
    }

    /// Keeps the sketches of a version's texts that are long enough to be compared.
    static func sketch(_ version: Int64, _ database: Database) throws {
        let passages = try Row.fetchAll(
            database,
            cached: """
                SELECT year, section, text FROM passage JOIN version ON version.id = passage.version
                WHERE passage.version = ? AND year <> ?
                """,
            arguments: [version, Filing.unknownYear])
        for passage in passages {
            let text = CutTexts.shared.shingles(of: passage["text"])
            guard text.isComparable else { continue }
            var block = try SketchBlock(of: version, year: passage["year"], section: passage["section"], database)
            block.insert(text.sketch, of: version)
            try block.save(database)
        }
    }

    /// Keeps the sketches of the current version of the report of which one is a version: texts that are restored can be those of another one.
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

    /// Lets go of the sketches of a version and of the one before it: only a report's newest version is compared with.
    static func dropSketches(upTo version: Int64, _ database: Database) throws {
        for version in [version, try predecessor(of: version, database)].compactMap(\.self) {
            let passages = try Row.fetchAll(
                database,
                cached: """
                    SELECT year, section FROM passage JOIN version ON version.id = passage.version
                    WHERE passage.version = ?
                    """,
                arguments: [version])
            for passage in passages {
                var block = try SketchBlock(of: version, year: passage["year"], section: passage["section"], database)
                if block.remove(version) { try block.save(database) }
            }
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

    /// The earlier versions that seem as alike to a text as is asked for: those that seem most alike first, and of these the oldest. Of what
    /// seems less alike than enough others do nothing is asked: a row is long.
    private static func candidates(
        for text: String, _ section: Section, than filing: Filing, _ content: String, at date: Date, _ likeness: Int,
        _ database: Database
    ) throws -> [Int64] {
        let like = try versions(like: text, section, filing, likeness, database)
        var candidates: [Int64] = []
        let byLikeness = Dictionary(grouping: like.keys) { like[$0, default: 0] }.sorted { $0.key > $1.key }
        for (_, versions) in byLikeness where candidates.count < mostCandidates {
            candidates += try others(.earlier, than: filing, content, at: date, database, among: versions)
        }
        return Array(candidates.prefix(mostCandidates))
    }

    /// The versions whose text seems as alike to a text as is asked for, each with how alike, in per cent.
    private static func versions(
        like text: String, _ section: Section, _ filing: Filing, _ likeness: Int, _ database: Database
    ) throws -> [Int64: Int] {
        try SketchBlock.versions(
            like: CutTexts.shared.shingles(of: text).sketch, atLeast: likeness, year: filing.year,
            section: section.rawValue, database)
    }

    /// The versions on a side of a report, some or all of them, in the order of their moments and names. A report in another body's folder is
    /// like the same one where it belongs, and is none of them.
    private static func others(
        _ side: Side, than filing: Filing, _ content: String, at date: Date, _ database: Database,
        among versions: [Int64]? = nil
    ) throws -> [Int64] {
        if versions?.isEmpty == true { return [] }
        // What is named is found by its number: it is little of what a year has.
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
