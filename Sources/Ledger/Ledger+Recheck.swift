package import Foundation
import GRDB
import Linux
package import Office
import Rules

/// Versions that are judged once more.
extension Ledger {
    /// A version of which the archive has the bytes, as it came, and where it lies or lay last.
    package struct ArchivedVersion: Sendable, Equatable {
        package let id: Int64
        package let version: ReportVersion
        package let arrival: Arrival
        /// Where it is filed, and what it is filed by.
        package let filed: FiledVersion
    }

    /// The current versions whose bytes are in the archive, of some bodies or of all, in the order in which they came: under each name that a body
    /// has by a roster, also where another one's counts.
    package func archivedVersions(of agencies: [String] = [], names: FiledNames = FiledNames()) throws
        -> [ArchivedVersion]
    {
        let wanted = Set(agencies.flatMap(names.all))
        return try read { database in
            try Self.archived(Self.currentVersions, [], database).filter {
                wanted.isEmpty || wanted.contains($0.version.agency)
            }
        }
    }

    /// The version that some bytes are; `nil` where they are none, or not in the archive.
    package func archivedVersion(of content: String) throws -> ArchivedVersion? {
        try read { database in
            try Self.archived("SELECT * FROM version WHERE content = ? AND successor IS NULL", [content], database).last
        }
    }

    /// The first version that is to be judged again at a moment: it was judged before a report which it may have been copied from and is
    /// current, or belongs elsewhere by now. Those over which runs died come last, and wait as long as any such file.
    package func nextToRejudge(at date: Date) throws -> ArchivedVersion? {
        try read { database in
            try Self.archived(
                """
                SELECT version.* \(Self.toRejudge) AND (coalesce(deaths, 0) < ? OR coalesce(due, '') <= ?)
                ORDER BY coalesce(deaths, 0), version.id LIMIT 1
                """, [Suspect.deathsEnough, date], database
            ).first
        }
    }

    /// Whether some bytes are a version that is to be judged again.
    package func awaitsRejudging(_ content: String) throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database,
                cached: "SELECT EXISTS (SELECT 1 \(Self.toRejudge) AND content = ?)",
                arguments: [content]) ?? false
        }
    }

    /// In SQL, the versions that are to be judged again, found from the few that are noted.
    private static let toRejudge = """
        FROM rejudging CROSS JOIN version ON version.id = rejudging.version LEFT JOIN judging USING (content)
        WHERE (moved AND \(isOwn(of: "version")) OR successor IS NULL AND NOT EXISTS (SELECT 1 FROM version AS newer
            WHERE newer.year = version.year AND newer.agency = version.agency AND newer.number > version.number
                AND newer.successor IS NULL))
        """

    /// Records that a version has been judged again, or need not be, and its result stands.
    package func keepResult(of kept: ArchivedVersion) throws {
        try write(outliving: .kill) { database in
            try Self.forgetPlacement(ifMoved: kept.id, database)
            try Self.endRejudging(kept.id, database)
            try Self.forgetFailures(of: kept.arrival.content.key, database)
        }
    }

    private static func endRejudging(_ version: Int64, _ database: Database) throws {
        try database.execute(cached: "DELETE FROM rejudging WHERE version = ?", arguments: [version])
    }

    static func archived(_ versions: String, _ arguments: StatementArguments, _ database: Database) throws
        -> [ArchivedVersion]
    {
        let rows = try Row.fetchAll(
            database,
            cached: """
                SELECT chosen.*, arrival.*, chosen.id AS chosen, \(liesElsewhere(than: "arrival")) AS elsewhere,
                    \(isLeft(of: "chosen")) AS is_left
                FROM (\(versions)) AS chosen JOIN arrival ON arrival.id = \(place(of: "chosen"))
                ORDER BY chosen.id
                """,
            arguments: arguments)
        return try rows.compactMap { row in
            var version = try ReportVersion(row: row)
            version.decisions = try decisions(of: version.agency, year: version.year, database)
            guard !version.result.sha256.isEmpty else { return nil }
            let arrival = arrival(row, version)
            let filed = FiledVersion(
                year: version.year, agency: version.agency, isNamed: version.result.agency != nil,
                path: arrival.file.path, isElsewhere: row["elsewhere"], isLeft: row["is_left"])
            return ArchivedVersion(id: row["chosen"], version: version, arrival: arrival, filed: filed)
        }
    }

    private static func arrival(_ row: Row, _ version: ReportVersion) -> Arrival {
        let content = Content(sha256: version.result.sha256, size: version.result.bytes)
        return Arrival(
            file: ObservedFile(path: InboxPath(row), stamp: FileStamp(row), owner: row["owner"]), content: content,
            at: version.receivedAt)
    }

    /// Puts a new result in the place of an old one, which is kept beside; all that shows the old one is pending again. A report that belongs
    /// elsewhere by now is filed anew, as if it had come there, and the old version is history.
    package func replace(_ kept: ArchivedVersion, by checked: CheckedReport, at date: Date) throws {
        try write { database in
            if kept.isFiledAnew(by: checked) {
                try Self.endRejudging(kept.id, database)
                return try Self.record(kept.arrival, checked, inPlaceOf: (kept, date), database)
            }
            try Self.replace(kept.id, by: checked.result, until: date, database)
            try Self.keep(checked.texts, of: kept.id, database)
            try Self.endRejudging(kept.id, database)
            var version = kept.version
            version.result = checked.result
            version.decisions = try Self.decisions(of: version.agency, year: version.year, database)
            try Self.append(
                Entry.judged(version, ArrivalFacts(kept.arrival), again: true), at: date, database)
            try Self.enqueueAll(showing: kept.id, of: kept.version.year, database)
            try Self.carryDecisions(to: version.agency, in: version.year, at: date, database)
            try Self.forgetFailures(of: kept.arrival.content.key, database)
        }
    }
}

extension Ledger.ArchivedVersion {
    /// Whether a new result has it filed elsewhere. What a person has entered was entered for a body and a year.
    package func isFiledAnew(by checked: CheckedReport) -> Bool {
        !version.result.isEntered && checked.isFiledAnew(inPlaceOf: filed)
    }
}
