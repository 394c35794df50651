import GRDB
package import Office
import Rules

/// Versions whose numbers a person has written down.
extension Ledger {
    static func insert(_ entry: HandEntry, of version: Int64, _ database: Database) throws {
        try database.execute(
            cached: "INSERT INTO entered (version, facts) VALUES (?, ?)",
            arguments: [version, try JSON.line(entry)])
    }

    /// Who has written down the numbers of a version; `nil` where they were read.
    static func entry(of version: Int64, _ database: Database) throws -> HandEntry? {
        try String.fetchOne(database, cached: "SELECT facts FROM entered WHERE version = ?", arguments: [version])
            .map { try JSON.value(HandEntry.self, from: $0) }
    }

    /// Lets a version whose numbers a person has written down take the place of what the body has handed in that could not be read and says
    /// no year, under whichever of its names: it is what the person had before the eyes. Not a file whose name has another year alone, nor
    /// files under several names: they may be other reports. Gives what it has taken the place of.
    static func supersedeScans(
        of agency: String, year: String, by version: Int64, _ database: Database
    ) throws -> [ReportKey] {
        let names = try JSON.line(adoptedNames(database).all(of: agency))
        let scans = try Row.fetchAll(
            database,
            cached: """
                SELECT *, result ->> '$.file' AS file FROM version
                WHERE year = ? AND agency IN (SELECT value FROM json_each(?)) AND successor IS NULL
                    AND result ->> '$.verdict' = ?
                ORDER BY id
                """,
            arguments: [Filing.unknownYear, names, Verdict.unreadable.rawValue]
        ).filter { scan in
            let years = yearsNamed(in: scan["file"] ?? "")
            return years.isEmpty || years.contains(year)
        }
        guard Set(scans.map { $0["agency"] as String }).count <= 1 else { return [] }
        for scan in scans { try supersede(scan["id"], by: version, database) }
        return scans.map { ReportKey(year: $0["year"], agency: $0["agency"], number: $0["number"]) }
    }

    /// The years that the name of a file has, as that of a report: 2025年.png, 年报2025.png. Days are when it was scanned: 20260110.png,
    /// 2026-01-10.png, 2026年1月10日.png.
    private static func yearsNamed(in file: String) -> Set<String> {
        let year =
            #/
            (?:^|[^0-9]) (20[0-9]{2}) (?! [0-9] | 年[0-9]{1,2}月
                | [-._][0-9]{1,2}[-._][0-9]{1,2}(?![0-9]) | [-._](?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]) )
            /#
        return Set(file.matches(of: year).map { String($0.1) })
    }

    /// Whether the current version of a report is made of these bytes.
    package func isCurrent(_ content: Content, of filing: Filing) throws -> Bool {
        try read { database in
            let current = try Self.currentVersion(of: filing.agency, year: filing.year, database)
            return current?["content"] == content.key
        }
    }
}
