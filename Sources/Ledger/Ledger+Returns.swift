package import Foundation
import GRDB
import Linux
package import Office

/// The files by which each body sees how it stands, and what is needed to write them.
extension Ledger {
    /// A body that has such files.
    package struct ReturnPlace: Sendable, Hashable {
        /// The name under which its reports are filed.
        package let agency: String
        /// The name of its folder.
        package let folder: String
        /// Names all that its files show and the ledger does not hold.
        package let basis: String

        package init(agency: String, folder: String, basis: String) {
            self.agency = agency
            self.folder = folder
            self.basis = basis
        }
    }

    /// A file that is pending, in the state that was wanted when it was asked for.
    package struct PendingReturn: Sendable, Hashable {
        package let row: Int64
        package let agency: String
        package let folder: String
        package let page: ReturnPage
        let wanted: Int
    }

    /// A file that is not pending.
    package struct WrittenReturn: Sendable {
        package let row: Int64
        package let folder: String
        package let page: ReturnPage
        package let written: WrittenFile?
    }

    /// A file that was written, and when time alone will make it another one.
    package struct DoneReturn: Sendable {
        package let pending: PendingReturn
        package let file: WrittenFile
        package let changes: Date?

        package init(_ pending: PendingReturn, _ file: WrittenFile, changes: Date?) {
            self.pending = pending
            self.file = file
            self.changes = changes
        }
    }

    /// Makes the bodies that have files those that are given. What is new or has another basis is pending; of the others nothing is written
    /// any more.
    package func adoptReturns(_ places: [ReturnPlace]) throws {
        let wanted = Set(places)
        let held = try read { database in
            Set(
                try Row.fetchAll(database, cached: "SELECT agency, folder, basis FROM return_page").map {
                    ReturnPlace(agency: $0["agency"], folder: $0["folder"], basis: $0["basis"])
                })
        }
        guard held != wanted else { return }
        try write { database in
            let agencies = Set(wanted.map(\.agency))
            for place in held where !agencies.contains(place.agency) {
                try database.execute(cached: "DELETE FROM return_page WHERE agency = ?", arguments: [place.agency])
            }
            for place in wanted.subtracting(held) { try Self.adopt(place, database) }
        }
    }

    private static func adopt(_ place: ReturnPlace, _ database: Database) throws {
        for page in ReturnPage.allCases {
            try database.execute(
                cached: """
                    INSERT INTO return_page (agency, page, folder, basis) VALUES (?, ?, ?, ?)
                    ON CONFLICT DO UPDATE SET folder = excluded.folder, basis = excluded.basis, wanted = wanted + 1,
                        \(Outbox.cleared)
                    """,
                arguments: [place.agency, page.rawValue, place.folder, place.basis])
        }
    }

    /// Asks for the files that time alone has made others since they were made, or that were made in a future that a wrong clock told of.
    package func enqueueChangedReturns(at date: Date) throws {
        let isChanged = "changes <= :date OR made > :date"
        let (arguments, pending) = (["date": date], "SELECT EXISTS (SELECT 1 FROM return_page WHERE \(isChanged))")
        guard
            try read({
                try Bool.fetchOne($0, cached: pending, arguments: StatementArguments(arguments)) ?? false
            })
        else { return }
        try write { database in
            try database.execute(
                cached:
                    "UPDATE return_page SET wanted = wanted + 1, changes = NULL, made = NULL WHERE \(isChanged)",
                arguments: StatementArguments(arguments))
        }
    }

    /// Asks for the files of the body whose report a version is, and of those in whose folder it lay.
    static func enqueueReturns(showing version: Int64, _ database: Database) throws {
        try database.execute(
            cached: """
                UPDATE return_page SET wanted = wanted + 1
                WHERE agency = (SELECT agency FROM version WHERE id = :version)
                    OR agency = (SELECT former_name.agency FROM version JOIN former_name ON name = version.agency
                        WHERE version.id = :version)
                    OR folder IN (SELECT CAST(folder AS TEXT) FROM arrival WHERE version = :version)
                """,
            arguments: ["version": version])
    }

    /// The first files after a row that may be written at a moment.
    package func pendingReturns(at date: Date, after row: Int64 = 0, limit: Int) throws -> [PendingReturn] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: """
                    SELECT * FROM return_page WHERE \(Outbox.returns.due) AND id > :row ORDER BY id LIMIT \(limit)
                    """,
                arguments: StatementArguments(Outbox.arguments(at: date).merging(["row": row]) { first, _ in first })
            ).compactMap { row in
                ReturnPage(rawValue: row["page"]).map {
                    PendingReturn(
                        row: row["id"], agency: row["agency"], folder: row["folder"], page: $0, wanted: row["wanted"])
                }
            }
        }
    }

    /// Whether every file is as it was asked for.
    package func areReturnsWritten() throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, cached: "SELECT NOT EXISTS (SELECT 1 FROM return_page WHERE \(Outbox.returns.pending))")
                ?? true
        }
    }

    /// Records that a file is about to be made, where an earlier run may have been killed by one.
    package func begin(_ pending: PendingReturn, at date: Date) throws {
        try write(outliving: .kill) { try Outbox.returns.begin(pending.key, at: date, $0) }
    }

    /// Records that files could not be made; the others do not wait for them.
    package func fail(_ failures: [(pending: PendingReturn, error: String)], at date: Date) throws {
        guard !failures.isEmpty else { return }
        try write { database in
            for (pending, error) in failures { try Outbox.returns.fail(pending.key, error, at: date, database) }
        }
    }

    /// Marks files as written that were made as of a moment. One stays pending where something has changed since it was asked for.
    package func markWritten(_ done: [DoneReturn], at date: Date) throws {
        guard !done.isEmpty else { return }
        try write(outliving: .kill) { database in
            for item in done {
                try database.execute(
                    cached: """
                        UPDATE return_page SET written = ?, stamp = ?, digest = ?, made = ?, changes = ?, \(Outbox.cleared)
                        WHERE id = ?
                        """,
                    arguments: [
                        item.pending.wanted, item.file.stamp, item.file.digest, date, item.changes, item.pending.row,
                    ])
            }
        }
    }

    /// The next files after a row, in the order of rows.
    package func writtenReturns(after row: Int64, limit: Int) throws -> [WrittenReturn] {
        try read { database in
            try Row.fetchAll(
                database,
                cached: "SELECT * FROM return_page WHERE written >= wanted AND id > ? ORDER BY id LIMIT ?",
                arguments: [row, limit]
            ).compactMap(WrittenReturn.init)
        }
    }

    /// Records that files are what was written, under other stamps, and asks for those again that are not.
    package func note(restamped: [(WrittenReturn, WrittenFile)], changed: [WrittenReturn]) throws {
        guard !restamped.isEmpty || !changed.isEmpty else { return }
        try write { database in
            for (page, file) in restamped {
                try database.execute(
                    cached: "UPDATE return_page SET stamp = ? WHERE id = ?", arguments: [file.stamp, page.row])
            }
            for page in changed {
                try database.execute(
                    cached: "UPDATE return_page SET wanted = wanted + 1 WHERE id = ?", arguments: [page.row])
            }
        }
    }
}

extension Ledger {
    /// All that the ledger holds of a body, by the names under which its reports are filed and its folder, but for what has turned out to be
    /// another one's. The current versions that
    /// `isShown` wants come in full.
    package nonisolated func reports(
        of agency: String, folder: String, names: FiledNames, where isShown: (ReportSummary) -> Bool
    ) throws -> BureauReports {
        try view { database in
            let filed = try JSON.line(names.all(of: agency))
            let versions = names.merged(
                try Self.summaries(
                    of: """
                        (SELECT * FROM version WHERE agency IN (SELECT value FROM json_each(?))
                            AND coalesce((SELECT agency FROM version AS later WHERE later.id = version.successor),
                                version.agency) IN (SELECT value FROM json_each(?)))
                        """, database, arguments: [filed, filed]))
            let current = Dictionary(grouping: versions.filter { !$0.isSuperseded }, by: \.year)
                .compactMap { $0.value.max { $0.version < $1.version } }
            let receipts = try current.filter(isShown).sorted { $0.year < $1.year }.compactMap {
                try Self.receipt(of: $0, database)
            }
            return BureauReports(
                versions: versions, receipts: receipts, strays: try Self.strays(in: folder, notOf: filed, database))
        }
    }

    private static func receipt(of summary: ReportSummary, _ database: Database) throws -> BureauReports.Receipt? {
        let row = try Row.fetchOne(
            database, cached: "SELECT * FROM version WHERE year = ? AND agency = ? AND number = ?",
            arguments: [summary.year, summary.formerName ?? summary.agency, summary.version])
        guard let row else { return nil }
        let version = try detailed(row, database)
        return .init(version: version, previous: try Self.version(before: version, database))
    }

    /// What the files of a folder hold, as far as it is filed under another name than the body's; `names` are a list in JSON.
    private static func strays(
        in folder: String, notOf names: String, _ database: Database
    ) throws -> [BureauReports.Stray] {
        try Row.fetchAll(
            database,
            cached: """
                SELECT last.name, last.at, version.agency, version.verdict FROM arrival AS last
                JOIN version ON version.id = last.version
                WHERE last.folder = ? AND version.agency NOT IN (SELECT value FROM json_each(?))
                    AND version.successor IS NULL
                    AND last.id = (SELECT max(id) FROM arrival WHERE name = last.name AND folder IS last.folder)
                ORDER BY last.id
                """,
            arguments: [Data(folder.utf8), names]
        ).compactMap { row in
            let name: Data = row["name"]
            return BureauReports.Stray(
                agency: row["agency"], verdict: row["verdict"], file: FileName(bytes: Array(name)).display,
                receivedAt: row["at"])
        }
    }
}

extension Ledger.PendingReturn {
    var key: [DatabaseValue] { [agency.databaseValue, page.rawValue.databaseValue] }
}

extension Ledger.WrittenReturn {
    fileprivate init?(_ row: Row) {
        guard let page = ReturnPage(rawValue: row["page"]) else { return nil }
        self.page = page
        (self.row, folder) = (row["id"], row["folder"])
        let (stamp, digest): (String?, String?) = (row["stamp"], row["digest"])
        written = stamp.flatMap { stamp in digest.map { WrittenFile(stamp: stamp, digest: $0) } }
    }
}
