import Foundation
import GRDB
import Linux
import Office
import Reports
import Rules

/// Reports that by the roster of now belong elsewhere than where they are filed.
extension Ledger {
    /// Has the reports judged again whose body is another one by now: by the name in them, or by the folder in which they lie. The roster has
    /// changed since they were judged; where it is the one of the last look, none is read. Earlier versions of a report are among them: what a
    /// body sees of itself holds no other's.
    /// Where `isJudging`, reports may still be recorded that were judged by an earlier roster, and the next look reads all again.
    package func rejudgeMoved(by placement: Placement, whileJudging isJudging: Bool = false) throws {
        let basis = placement.hasBodies ? try placement.basis() : nil
        guard try view({ database in try String.fetchOne(database, cached: Self.lastBasis) }) != basis else { return }
        let moved = basis == nil ? [] : try view { database in try Self.moved(by: placement, database) }
        try write { database in
            try Self.forgetPlacement(database)
            if let basis, !isJudging {
                try database.execute(cached: "INSERT INTO placement_basis VALUES (?)", arguments: [basis])
            }
            for version in moved {
                try database.execute(
                    cached: """
                        INSERT INTO rejudging (version, moved) VALUES (?, 1) ON CONFLICT DO UPDATE SET moved = 1
                        """, arguments: [version])
            }
        }
    }

    private static let lastBasis = "SELECT basis FROM placement_basis"

    /// Has the next start look at all reports, whatever its roster.
    private static func forgetPlacement(_ database: Database) throws {
        try database.execute(cached: "DELETE FROM placement_basis")
    }

    /// The same, where a version that belongs elsewhere could not be judged again.
    static func forgetPlacement(ifMoved version: Int64, _ database: Database) throws {
        let isMoved = try Bool.fetchOne(
            database, cached: "SELECT moved FROM rejudging WHERE version = ?", arguments: [version])
        if isMoved ?? false { try forgetPlacement(database) }
    }

    private static func moved(by placement: Placement, _ database: Database) throws -> [Int64] {
        var places: [PlaceKey: Placement.Place] = [:]
        return try filed(database).filter { read in
            let key = PlaceKey(name: read.checked.result.agency, folder: read.filed.path.folder)
            let place = places[key] ?? placement.place(of: key.name, in: key.folder?.display)
            places[key] = place
            var checked = read.checked
            (checked.agency, checked.isMisplaced) = (place.agency, place.owner != nil)
            return checked.isFiledAnew(inPlaceOf: read.filed)
        }.map(\.id)
    }

    /// By what the roster says whose a report is.
    private struct PlaceKey: Hashable {
        let name: String?
        let folder: FileName?
    }

    /// The versions whose bytes can be read again and that are no history, each with where it is filed and with what was read of it that says so.
    private static func filed(_ database: Database) throws -> [(id: Int64, filed: FiledVersion, checked: CheckedReport)]
    {
        try Row.fetchAll(
            database,
            sql: """
                SELECT version.id, year, agency, folder, name, result ->> '$.agency' AS said,
                    result ->> '$.year' AS said_year, result ->> '$.verdict' AS checked,
                    \(liesElsewhere(than: "placed")) AS elsewhere, \(isLeft(of: "version")) AS is_left
                FROM version JOIN arrival AS placed ON placed.id = \(place(of: "version"))
                WHERE \(isOwn(of: "version")) AND content NOT GLOB '\(Content.unread)*'
                    AND NOT EXISTS (SELECT 1 FROM entered WHERE entered.version = version.id)
                ORDER BY version.id
                """
        ).compactMap { row in
            guard let verdict = Verdict(rawValue: row["checked"]) else { return nil }
            let path = InboxPath(row)
            var result = ReportResult(file: path.name.display, sha256: "", bytes: 0, verdict: verdict)
            (result.agency, result.year) = (row["said"], row["said_year"])
            let filed = FiledVersion(
                year: row["year"], agency: row["agency"], isNamed: result.agency != nil, path: path,
                isElsewhere: row["elsewhere"], isLeft: row["is_left"])
            return (row["id"], filed, CheckedReport(result: result))
        }
    }

    /// In SQL whether a version in a row of `table` is one of the report under which it is filed: it counts, or a later one of the same was there
    /// before it.
    static func isOwn(of table: String) -> String {
        """
        (\(table).successor IS NULL OR EXISTS (SELECT 1 FROM version AS later WHERE later.id = \(table).successor
            AND later.year = \(table).year AND later.agency = \(table).agency))
        """
    }

    /// In SQL whether a version in a row of `table` is history because of a later one of the same report that is filed elsewhere since.
    static func isLeft(of table: String) -> String {
        """
        EXISTS (SELECT 1 FROM version AS later JOIN version AS anew ON anew.id = later.successor
            WHERE later.id = \(table).successor AND later.year = \(table).year AND later.agency = \(table).agency
                AND (anew.year <> later.year OR anew.agency <> later.agency))
        """
    }

    /// Has the versions judged again that were history because of one that is filed elsewhere now.
    static func rejudgeLeft(by version: Int64, _ database: Database) throws {
        try database.execute(
            cached: """
                INSERT INTO rejudging (version, moved)
                SELECT id, 1 FROM version WHERE successor = ? AND \(isLeft(of: "version"))
                    AND content NOT GLOB '\(Content.unread)*'
                ON CONFLICT DO UPDATE SET moved = 1
                """, arguments: [version])
    }

    /// In SQL the number of the arrival that says where a version in a row of `table` lies, or lay last: the first one, unless its file was moved
    /// into another folder.
    static func place(of table: String) -> String {
        "(SELECT min(here.id) FROM arrival AS here WHERE here.version = \(table).id AND \(lies(in: "here")))"
    }

    /// In SQL whether the version of an arrival in a row of `table` lies in another folder as well.
    static func liesElsewhere(than table: String) -> String {
        """
        EXISTS (SELECT 1 FROM arrival AS other WHERE other.version = \(table).version
            AND other.folder IS NOT \(table).folder AND \(lies(in: "other")))
        """
    }

    /// In SQL whether a file was not moved into another folder since its arrival. One that was written anew there has another time.
    private static func lies(in table: String) -> String {
        """
        NOT EXISTS (SELECT 1 FROM arrival AS later WHERE later.version = \(table).version AND later.id > \(table).id
            AND later.inode = \(table).inode AND later.modified = \(table).modified
            AND later.folder IS NOT \(table).folder)
        """
    }

    /// Whether a file was in another folder when it was taken last as a version.
    static func wasMoved(_ file: ObservedFile, holding version: Int64, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database,
            cached: """
                SELECT folder IS NOT ? FROM arrival WHERE version = ? AND inode = ? AND modified = ?
                ORDER BY id DESC LIMIT 1
                """,
            arguments: [
                file.path.keptFolder, version, Int64(bitPattern: file.stamp.inode), file.stamp.modified,
            ]) ?? false
    }

    /// Has a version judged again whose file was moved into another folder.
    static func rejudgeMoved(_ version: Int64, _ database: Database) throws {
        try database.execute(
            cached: """
                INSERT INTO rejudging (version, moved)
                SELECT id, 1 FROM version WHERE id = ? AND successor IS NULL AND verdict <> ?
                    AND content NOT GLOB '\(Content.unread)*'
                ON CONFLICT DO UPDATE SET moved = 1
                """, arguments: [version, Verdict.failed.rawValue])
    }
}
