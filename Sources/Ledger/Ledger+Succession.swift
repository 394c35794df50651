import Foundation
import GRDB
import Linux
import Office
import Rules

/// What a file holds last is what counts: bytes that are put back are the newest version again, and what was read of a file as
/// nobody's report is history once the file holds a report.
extension Ledger {
    /// The version that the bytes of a file are: of several the newest one, of which no report has taken the place; where they name no
    /// body, first one of the file's folder.
    static func newestVersion(of arrival: Arrival, _ database: Database) throws -> Row? {
        try Row.fetchOne(
            database,
            cached: """
                SELECT * FROM version WHERE content = ? ORDER BY successor IS NOT NULL, result ->> '$.agency' IS NULL
                    AND EXISTS (SELECT 1 FROM arrival WHERE version = version.id AND folder IS ?) DESC, id DESC LIMIT 1
                """,
            arguments: [arrival.content.key, arrival.file.path.keptFolder])
    }

    /// Whether known bytes are put back: a version that a newer one has replaced is there once more. `others` are the other files of
    /// the inbox.
    ///
    /// They are not where they lie beside a file that still holds them, nor where a file that holds them was only renamed, unless the
    /// version that has replaced them is in no file any more.
    static func isPutBack(
        _ arrival: Arrival, as known: Row, beside others: InboxFiles, _ database: Database
    ) throws -> Bool {
        let (id, agency, year): (Int64, String, String) = (known["id"], known["agency"], known["year"])
        let counting = try filedName(of: agency, in: year, database)
        guard try counting != agency || !isCurrent(id, database) else { return false }
        let path = arrival.file.path
        if try isReplacementGone(counting, year, path, beside: others, database) { return true }
        if try last(at: path, database)?.version == id { return false }
        let isOverwritten =
            try Bool.fetchOne(
                database,
                cached: """
                    SELECT EXISTS (SELECT 1 FROM version WHERE year = ? AND agency IN (SELECT value FROM json_each(?))
                        AND id = (SELECT version FROM arrival WHERE folder IS ? AND name = ? ORDER BY id DESC LIMIT 1))
                    """,
                arguments: [year, try JSON.line(adoptedNames(database).all(of: agency))] + path.kept.arguments)
            ?? false
        if isOverwritten { return true }
        let holders = try holders(of: arrival.content.key, database)
        guard !others.hold(anyOf: holders, besides: path) else { return false }
        return try !wasRenamed(arrival, database)
    }

    /// Whether a version was filed by the folder in which it lay, and a file lies in another one: it names no body, or it was filed apart
    /// since the folder is another body's than its own. What could not be checked yet is no matter of folders.
    static func isOfAnotherFolder(_ version: Row, seenFrom path: InboxPath, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            cached: """
                SELECT (agency GLOB ? OR result ->> '$.agency' IS NULL AND verdict <> ?)
                    AND NOT EXISTS (SELECT 1 FROM arrival WHERE version = version.id AND folder IS ?)
                FROM version WHERE id = ?
                """,
            arguments: [
                Filing.apartGlob, Verdict.failed.rawValue, path.keptFolder, version["id"] as Int64,
            ]) ?? false
    }

    /// Lets a version take the place of all that its file was before as nobody's report: unread, of no year, filed by the name of
    /// the file or its folder alone, or filed apart. Gives what it has taken the place of.
    ///
    /// What a file was before is what it held, what it held under another name of its folder, and what the same bytes were elsewhere, up to a
    /// version; and no file holds it any more. Only a report takes the place of other bytes.
    static func supersede(
        by version: Int64, at file: ObservedFile, beside others: InboxFiles, upTo last: Int64, _ database: Database
    ) throws -> [ReportKey] {
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT nobodys.* FROM version AS nobodys JOIN version AS report ON report.id = :version
                WHERE nobodys.id IN (
                        SELECT version FROM arrival WHERE name = :name AND folder IS :folder
                        UNION SELECT version FROM arrival WHERE inode = :inode AND device = :device
                            AND folder IS :folder AND owner IS :owner AND size <= :size
                        UNION SELECT id FROM version
                            WHERE content = (SELECT content FROM version WHERE id = :version))
                    AND nobodys.successor IS NULL AND nobodys.id <= :last
                    AND (nobodys.year <> report.year OR nobodys.agency <> report.agency)
                    AND (report.result ->> '$.verdict' NOT IN (:unreadable, :failed)
                        OR nobodys.content = report.content)
                    AND (nobodys.year = :unknown OR nobodys.agency GLOB :apart
                        OR nobodys.result ->> '$.agency' IS NULL AND nobodys.year = report.year
                            AND report.agency NOT GLOB :apart)
                ORDER BY nobodys.id
                """,
            arguments: [
                "version": version, "last": last, "folder": file.path.keptFolder,
                "name": Data(file.path.kept.name.bytes),
                "device": Int64(bitPattern: file.stamp.device), "inode": Int64(bitPattern: file.stamp.inode),
                "owner": file.owner, "size": file.stamp.size, "unknown": Filing.unknownYear,
                "apart": Filing.apartGlob, "unreadable": Verdict.unreadable.rawValue,
                "failed": Verdict.failed.rawValue,
            ])
        let ended = try rows.filter {
            try !others.hold(anyOf: holders(ofVersion: $0["id"], database), besides: file.path)
        }
        for row in ended { try supersede(row["id"], by: version, database) }
        return ended.map { ReportKey(year: $0["year"], agency: $0["agency"], number: $0["number"]) }
    }

    /// Makes a version history, and the one before it the current one again.
    static func supersede(_ version: Int64, by successor: Int64, _ database: Database) throws {
        try dropSketches(upTo: version, database)
        try database.execute(
            cached: "UPDATE version SET successor = ? WHERE id = ?", arguments: [successor, version])
        try database.execute(
            cached: "DELETE FROM judging WHERE content = (SELECT content FROM version WHERE id = ?)",
            arguments: [version])
        try sketchCurrent(besides: version, database)
        let row = try Row.fetchOne(
            database, cached: "SELECT year, agency FROM version WHERE id = ?", arguments: [version])
        try enqueue([.result, .receipt], version: version, database)
        for next in try versions(after: version, database) { try enqueue([.receipt], version: next, database) }
        if let row { try enqueue(tables(of: row["agency"], in: row["year"], database), version: 0, database) }
    }

    /// The next versions of the same report, up to the first that is none of history: their receipts tell what is new in them.
    static func versions(after version: Int64, _ database: Database) throws -> [Int64] {
        try Int64.fetchAll(
            database,
            cached: """
                SELECT later.id FROM version AS told JOIN version AS later
                    ON later.year = told.year AND later.agency = told.agency AND later.number > told.number
                WHERE told.id = ? AND NOT EXISTS (SELECT 1 FROM version AS nearer
                    WHERE nearer.year = told.year AND nearer.agency = told.agency AND nearer.successor IS NULL
                        AND nearer.number > told.number AND nearer.number < later.number)
                """,
            arguments: [version])
    }

    /// The current version of a report, where a file holds it that was put there later than a file that comes only now: it was small,
    /// or the other one was waited for.
    static func versionPutLater(
        than file: ObservedFile, of filing: Filing, beside others: InboxFiles, _ database: Database
    ) throws -> (id: Int64, key: ReportKey)? {
        try Row.fetchAll(
            database,
            cached: """
                SELECT arrival.*, current.id AS current, current.number FROM (\(currentVersions)) AS current
                JOIN arrival ON arrival.version = current.id
                WHERE year = ? AND agency = ? AND arrival.id = (SELECT max(id) FROM arrival AS last
                    WHERE last.name = arrival.name AND last.folder IS arrival.folder)
                """,
            arguments: [filing.year, filing.agency]
        ).first { others.hold(anyOf: [InboxPath($0)], besides: file.path) && file.stamp.wasPutBefore(FileStamp($0)) }
            .map { row in
                (row["current"], ReportKey(year: filing.year, agency: filing.agency, number: row["number"]))
            }
    }

    /// The current version of a report, where it was received later than one that is filed there only now.
    static func versionReceivedLater(
        than arrival: Arrival, of filing: Filing, _ database: Database
    ) throws -> (id: Int64, key: ReportKey)? {
        guard let row = try currentVersion(of: filing.agency, year: filing.year, database) else { return nil }
        let (at, id) = (row["at"] as Date, row["id"] as Int64)
        let stamps = try Row.fetchAll(database, cached: "SELECT * FROM arrival WHERE version = ?", arguments: [id])
        let isLater =
            at > arrival.at
            || at == arrival.at && stamps.contains { arrival.file.stamp.wasPutBefore(FileStamp($0)) }
        guard isLater else { return nil }
        return (id, ReportKey(year: filing.year, agency: filing.agency, number: row["number"]))
    }

    /// In SQL the number of the first version of the same report that has the same bytes as the version in a row of `table`; NULL where
    /// that one is the first.
    static func equal(of table: String) -> String {
        """
        (SELECT min(earlier.number) FROM version AS earlier WHERE earlier.content = \(table).content
            AND earlier.year = \(table).year AND earlier.agency = \(table).agency
            AND earlier.number < \(table).number)
        """
    }

    /// The number of the first version of the same report that has the same bytes as a version; `nil` where it is the first one.
    static func equal(of version: Int64, _ database: Database) throws -> Int? {
        try Int.fetchOne(
            database,
            cached: """
                SELECT \(equal(of: "version")) FROM version WHERE id = ?
                """,
            arguments: [version])
    }

    private static func isCurrent(_ version: Int64, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, cached: "SELECT EXISTS (SELECT 1 FROM (\(currentVersions)) WHERE id = ?)", arguments: [version])
            ?? false
    }

    /// Whether no file holds the current version of a report any more. While others are there that have not been judged, it may
    /// have been moved to one of them. `files` are those of the inbox, `path` is the one that is judged.
    private static func isReplacementGone(
        _ agency: String, _ year: String, _ path: InboxPath, beside files: InboxFiles, _ database: Database
    ) throws -> Bool {
        // What a person has written down has never lain there.
        let current = try String.fetchOne(
            database,
            cached: """
                SELECT content FROM (\(currentVersions)) AS current WHERE year = ? AND agency = ?
                    AND NOT EXISTS (SELECT 1 FROM entered WHERE version = current.id)
                """,
            arguments: [year, agency])
        guard let current else { return false }
        let holders = try holders(of: current, database)
        guard !holders.contains(path.kept), !files.hold(anyOf: holders, besides: path) else { return false }
        let known = try Row.fetchAll(database, cached: "SELECT DISTINCT folder, name FROM arrival").map(InboxPath.init)
        return files.are(among: Set(known), besides: path)
    }

    /// The files that held some bytes when they were last taken.
    private static func holders(of content: String, _ database: Database) throws -> Set<InboxPath> {
        try holders("IN (SELECT id FROM version WHERE content = ?)", [content], database)
    }

    static func holders(ofVersion version: Int64, _ database: Database) throws -> Set<InboxPath> {
        try holders("= ?", [version], database)
    }

    private static func holders(
        _ which: String, _ arguments: StatementArguments, _ database: Database
    ) throws -> Set<InboxPath> {
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT folder, name FROM arrival AS last WHERE version \(which)
                    AND id = (SELECT max(id) FROM arrival WHERE name = last.name AND folder IS last.folder)
                """,
            arguments: arguments)
        return Set(rows.map(InboxPath.init))
    }

    /// Whether a file is one that held the same bytes under another name: a file that was written anew has another time.
    private static func wasRenamed(_ arrival: Arrival, _ database: Database) throws -> Bool {
        let stamp = arrival.file.stamp
        return try Bool.fetchOne(
            database,
            cached: """
                SELECT EXISTS (SELECT 1 FROM arrival JOIN version ON version.id = arrival.version
                    WHERE content = ? AND inode = ? AND modified = ?)
                """,
            arguments: [arrival.content.key, Int64(bitPattern: stamp.inode), stamp.modified]) ?? false
    }
}
