package import Foundation
import GRDB
import Linux
package import Office
package import Reports

/// The status files, and what is needed to write them.
extension Ledger {
    /// The newest version of each agency's report for each year, of those that no report has taken the place of.
    static let currentVersions = """
        SELECT * FROM version AS newest WHERE successor IS NULL AND number = (SELECT max(number) FROM version
            WHERE year = newest.year AND agency = newest.agency AND successor IS NULL)
        """

    /// A status file that is pending, in the state that was wanted when it was asked for.
    package struct PendingPage: Sendable, Hashable {
        package let page: Page
        /// The row of the version it is about; 0 where it is about all.
        package let version: Int64
        let wanted: Int

        /// Whether it is about all agencies.
        package var isOverview: Bool { version == 0 && !page.isOfAgency }

        var key: [DatabaseValue] { [page.rawValue.databaseValue, version.databaseValue] }
    }

    /// The first status files of versions that may be written at a moment, then those of agencies, and after them those that list them:
    /// these cost the more the more there is, and are left out while they rest.
    package func pendingPages(at date: Date, limit: Int, withOverviews: Bool = true) throws -> [PendingPage] {
        try read { database in
            let ofOne = try Self.pendingPages(
                "(version > 0 OR \(Self.ofAgency)) ORDER BY version = 0, version, page LIMIT \(limit)", at: date,
                database)
            guard withOverviews else { return ofOne }
            return try ofOne
                + Self.pendingPages("version = 0 AND NOT \(Self.ofAgency) ORDER BY page", at: date, database)
        }
    }

    /// In SQL, whether a page is about the years of an agency.
    static let ofAgency = "page GLOB '\(Filing.yearsPage(of: "*"))'"

    /// Whether every status file is as it was asked for.
    package func isPublished() throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, cached: "SELECT NOT EXISTS (SELECT 1 FROM publication WHERE \(Outbox.pages.pending))") ?? true
        }
    }

    private static func pendingPages(
        _ which: String, at date: Date, _ database: Database
    ) throws -> [PendingPage] {
        try Row.fetchAll(
            database, cached: "SELECT * FROM publication WHERE \(Outbox.pages.due) AND \(which)",
            arguments: StatementArguments(Outbox.arguments(at: date))
        ).compactMap { row in
            Page(rawValue: row["page"]).map { PendingPage(page: $0, version: row["version"], wanted: row["wanted"]) }
        }
    }

    /// Records that a status file is about to be made, where an earlier run may have been killed by one.
    package func begin(_ page: PendingPage, at date: Date) throws {
        try write(outliving: .kill) { try Outbox.pages.begin(page.key, at: date, $0) }
    }

    /// Closes the attempts in which an earlier run was killed.
    package func closeInterrupted(at date: Date) throws {
        try write { database in
            for outbox in [Outbox.pages, .returns] { try outbox.closeInterrupted(at: date, database) }
        }
    }

    /// Records that status files could not be made; the others do not wait for them.
    package func fail(_ failures: [(page: PendingPage, error: String)], at date: Date) throws {
        guard !failures.isEmpty else { return }
        try write { database in
            for (page, error) in failures { try Outbox.pages.fail(page.key, error, at: date, database) }
        }
    }

    /// Asks for the pages about all versions once more, because time has passed.
    package func enqueueOverview() throws {
        try write { database in try Self.enqueue(Page.timed, version: 0, database) }
    }

    /// Asks for all pages about all reports once more, unless they were asked for on this basis before: it names all that they show and the
    /// ledger does not hold. A body has a page of its years under its present name.
    package func enqueueTables(on basis: String, names: FiledNames = FiledNames()) throws {
        try write { database in
            guard try String.fetchOne(database, cached: "SELECT basis FROM tables_basis") != basis else { return }
            try database.execute(cached: "DELETE FROM tables_basis")
            try database.execute(cached: "INSERT INTO tables_basis VALUES (?)", arguments: [basis])
            try Self.enqueueTables(names, database)
        }
    }

    /// Asks for every status file once more.
    package func enqueueEverything() throws {
        try write { database in try Self.enqueueEverything(database) }
    }

    static func enqueueEverything(_ database: Database) throws {
        for outbox in [Outbox.pages, .returns] { try outbox.forgetAttempts(database) }
        try database.execute(cached: "UPDATE return_page SET wanted = wanted + 1")
        for row in try Row.fetchAll(database, cached: "SELECT id, year FROM version") {
            try enqueue([.result, .receipt], version: row["id"], database)
        }
        try enqueueTables(FiledNames(), database)
    }

    /// Asks for all pages that are about more than one version.
    private static func enqueueTables(_ names: FiledNames, _ database: Database) throws {
        let years = try String.fetchAll(database, cached: "SELECT DISTINCT year FROM version")
        let agencies = try String.fetchAll(
            database, cached: "SELECT DISTINCT agency FROM version WHERE year <> ?", arguments: [Filing.unknownYear])
        let present = Set(agencies + agencies.map(names.body))
        let former = try formerBodies(names, database).filter { present.contains(names.body($0)) }
        try enqueue(
            Page.single + years.flatMap(totals) + present.union(former).map(Page.agencyYears), version: 0, database)
        // Also those of names that are no body's any more.
        try database.execute(cached: "UPDATE publication SET wanted = wanted + 1 WHERE \(ofAgency)")
    }

    /// The former names that bodies had in a roster, also those under which none has filed a report.
    private static func formerBodies(_ names: FiledNames, _ database: Database) throws -> [String] {
        guard !names.present.isEmpty else { return [] }
        return try String.fetchAll(
            database,
            cached: "SELECT DISTINCT body.value ->> '$.name' FROM roster, json_each(facts, '$.bodies') AS body"
        ).map { Filing(year: 0, agency: $0).agency }.filter { names.present[$0] != nil }
    }

    /// Marks status files as written. One stays pending where something has changed since it was asked for.
    package func markWritten(_ written: [(PendingPage, WrittenFile)]) throws {
        guard !written.isEmpty else { return }
        try write(outliving: .kill) { database in
            let mark = try database.cachedStatement(
                sql: """
                    UPDATE publication SET written = ?, stamp = ?, digest = ?, \(Outbox.cleared)
                    WHERE page = ? AND version = ?
                    """)
            for (pending, file) in written {
                try mark.execute(
                    arguments: [pending.wanted, file.stamp, file.digest, pending.page.rawValue, pending.version])
            }
        }
    }

    /// The version of a row.
    package nonisolated func version(_ id: Int64) throws -> ReportVersion {
        try view { database in
            let row = try Row.fetchOne(database, cached: "SELECT * FROM version WHERE id = ?", arguments: [id])
            guard let row else { throw Failure.damaged("version \(id)") }
            return try Self.detailed(row, database)
        }
    }

    /// A version with all that its receipt shows of it.
    static func detailed(_ row: Row, _ database: Database) throws -> ReportVersion {
        let id: Int64 = row["id"]
        var version = try ReportVersion(row: row)
        version.isSuperseded = row["successor"] as Int64? != nil
        version.equal = try equal(of: id, database)
        version.entry = try entry(of: id, database)
        version.decisions = try decisionsToTell(of: version.agency, year: version.year, database)
        let first = try Row.fetchOne(
            database, cached: "SELECT * FROM arrival WHERE version = ? ORDER BY id LIMIT 1", arguments: [id])
        version.folder = first.flatMap { InboxPath($0).folder?.display }
        return version
    }

    /// The version of the same report that came before; `nil` for a first one.
    package nonisolated func version(before version: ReportVersion) throws -> ReportVersion? {
        try view { database in try Self.version(before: version, database) }
    }

    /// What is filed elsewhere by now is none of the report's.
    static func version(before version: ReportVersion, _ database: Database) throws -> ReportVersion? {
        try Row.fetchOne(
            database,
            cached: """
                SELECT * FROM version WHERE year = ? AND agency = ? AND number < ? AND successor IS NULL
                ORDER BY number DESC LIMIT 1
                """,
            arguments: [version.year, version.agency, version.version]
        ).map { try detailed($0, database) }
    }

    /// What the office sees at a glance.
    package nonisolated func overview(
        at date: Date, validFor: Duration, roster: Roster = Roster(), receiving: [ReceivingFile]
    ) throws -> Overview {
        try view { database in
            try Self.overview(database, at: date, validFor: validFor, roster: roster, receiving: receiving)
        }
    }

    /// Every version of every report.
    package nonisolated func register(roster: Roster) throws -> Register {
        try view { database in try Self.register(database, roster: roster) }
    }

    /// Asks for everything that shows a version of a report for a year.
    static func enqueueAll(showing version: Int64, of year: String, _ database: Database) throws {
        try enqueue([.result, .receipt], version: version, database)
        for next in try versions(after: version, database) { try enqueue([.receipt], version: next, database) }
        let agency = try String.fetchOne(
            database, cached: "SELECT agency FROM version WHERE id = ?", arguments: [version])
        try enqueue(Page.general + tables(of: agency ?? "", in: year, database), version: 0, database)
    }

    /// The pages that sum or compare a report; none where it does not say of which year it is. A body's years are under each name under
    /// which they were asked for: whoever follows an old link sees them as they are now.
    static func tables(of agency: String, in year: String, _ database: Database) throws -> [Page] {
        let totals = totals(of: year)
        guard !totals.isEmpty else { return [] }
        let names = try adoptedNames(database)
        return try totals + [.years]
            + names.all(of: agency).map(Page.agencyYears).filter { page in
                try page == .agencyYears(agency) || page == .agencyYears(names.body(agency)) || isThere(page, database)
            }
    }

    /// Whether a page about all reports or about an agency was asked for before.
    private static func isThere(_ page: Page, _ database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, cached: "SELECT EXISTS (SELECT 1 FROM publication WHERE page = ? AND version = 0)",
            arguments: [page.rawValue]) ?? false
    }

    /// The totals of a year; none where a report does not say of which year it is.
    static func totals(of year: String) -> [Page] {
        Int(year).map { year in Page.Table.allCases.map { .totals(year: year, $0) } } ?? []
    }

    static func enqueue(_ pages: [Page], version: Int64, _ database: Database) throws {
        for page in pages {
            try database.execute(
                cached: """
                    INSERT INTO publication (page, version) VALUES (?, ?)
                    ON CONFLICT DO UPDATE SET wanted = wanted + 1
                    """,
                arguments: [page.rawValue, version])
        }
        // A body sees the receipts of its own reports.
        if pages.contains(.receipt) { try enqueueReturns(showing: version, database) }
    }
}

extension ReportVersion: FetchableRecord {
    init(row: Row) throws {
        let result = try JSON.value(ReportResult.self, from: row.decode(String.self, forColumn: "result"))
        let (year, agency) = try (
            row.decode(String.self, forColumn: "year"), row.decode(String.self, forColumn: "agency")
        )
        let number = try row.decode(Int.self, forColumn: "number")
        self.init(
            year: year, agency: agency, version: number, receivedAt: try row.decode(forColumn: "at"), result: result,
            path: Filing.path(year: year, agency: agency, version: number))
    }
}
