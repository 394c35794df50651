package import Foundation
import GRDB
import Linux
package import Office
package import Reports
package import SystemPackage

/// What the supervising office asks at a terminal. Reads the ledger beside the daemon that writes it, and changes nothing.
package actor LedgerReader {
    private let executor = BlockingExecutor("desk")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let path: FilePath
    private let roster: Roster
    private let validFor: Duration
    private let database: DatabaseQueue

    /// Opens the ledger of a state folder for reading.
    package init(state: FilePath, roster: Roster, validFor: Duration) throws(LedgerReaderFailure) {
        path = state.appending(LedgerFile.name)
        self.roster = roster
        self.validFor = validFor
        database = try ReadOnlyDatabase.open(path)
    }

    /// How things stand at a moment.
    package func overview(at date: Date) throws(LedgerReaderFailure) -> Overview {
        let (roster, validFor) = (roster, validFor)
        return try read { database in
            try Ledger.overview(database, at: date, validFor: validFor, roster: roster)
        }
    }

    /// What programs see of the alerts.
    package func alertList(at date: Date) throws(LedgerReaderFailure) -> AlertList {
        let (roster, validFor) = (roster, validFor)
        return try read { try Ledger.alertList($0, at: date, validFor: validFor, roster: roster) }
    }

    /// What nobody wants to hear of at a moment.
    package func mutes(at date: Date) throws(LedgerReaderFailure) -> [Ledger.Mute] {
        try read { try Ledger.mutes(at: date, $0) }
    }

    /// Whether what the inbox shows can be believed.
    package func isInboxTrusted() throws(LedgerReaderFailure) -> Bool { try read(Ledger.isInboxTrusted) }

    /// Every version of every report.
    package func register() throws(LedgerReaderFailure) -> Register {
        let roster = roster
        return try read { database in try Ledger.register(database, roster: roster) }
    }

    /// The version of a body's report that counts, under whichever of its names it is filed, with all that was found in it; `nil` where there is
    /// none.
    package func version(of agency: String, year: String) throws(LedgerReaderFailure) -> ReportVersion? {
        let names = FiledNames(roster)
        return try read { database in
            try Ledger.countingVersion(of: agency, in: year, names, database).map { try Ledger.detailed($0, database) }
        }
    }

    /// A version of a body's report by its number, also one that is history: of those under several names the one under the former name that is
    /// asked for, else first the one under the name whose report counts.
    package func version(of agency: String, year: String, number: Int) throws(LedgerReaderFailure) -> ReportVersion? {
        let names = FiledNames(roster)
        return try read { database in
            let filed = try Ledger.names(of: agency, in: year, names, database)
            let wanted = names.present[agency] == nil ? filed : [agency] + filed
            for name in wanted {
                let row = try Row.fetchOne(
                    database, sql: "SELECT * FROM version WHERE year = ? AND agency = ? AND number = ?",
                    arguments: [year, name, number])
                if let row { return try Ledger.detailed(row, database) }
            }
            return nil
        }
    }

    /// What receipts of a body said before, under whichever of its names: the results of the versions beside its current one that are not later, and
    /// those of that one that a later look has replaced.
    package func formerResults(of report: ReportVersion) throws(LedgerReaderFailure)
        -> [(agency: String, version: Int, result: ReportResult)]
    {
        let names = FiledNames(roster)
        return try read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT agency, number, result FROM version
                        WHERE year = :year AND agency IN (SELECT value FROM json_each(:names))
                            AND (agency <> :agency OR number < :number)
                    UNION ALL SELECT agency, number, superseded.result
                        FROM superseded JOIN version ON version.id = superseded.version
                        WHERE year = :year AND agency = :agency AND number = :number
                    """,
                arguments: [
                    "year": report.year, "agency": report.agency, "number": report.version,
                    "names": try JSON.line(names.all(of: report.agency)),
                ]
            ).map { row in
                let result = try JSON.value(ReportResult.self, from: row["result"])
                return (agency: row["agency"], version: row["number"], result: result)
            }
        }
    }

    /// The errors and warnings that count of a year's current versions.
    package func openFindings(of year: String) throws(LedgerReaderFailure) -> [Ledger.OpenFinding] {
        try read { try Ledger.openFindings(of: year, $0) }
    }

    /// Hands over the results of a year's versions that count one by one, each in a line as the ledger keeps it.
    package func results(of year: String, _ take: (String) -> Void) throws(LedgerReaderFailure) {
        let names = FiledNames(roster)
        try read { database in
            let replaced = try Ledger.replaced(names, in: year, database)
            let results = try Row.fetchCursor(
                database, sql: "SELECT agency, result FROM (\(Ledger.currentVersions)) WHERE year = ? ORDER BY id",
                arguments: [year])
            while let row = try results.next() {
                if replaced[row["agency"]] == nil { take(row["result"]) }
            }
        }
    }

    /// The reports of a year, summed as the roster says.
    package func totals(of year: Int) throws(LedgerReaderFailure) -> Totals {
        let roster = roster
        return try read { database in try Ledger.totals(database, of: year, roster: roster) }
    }

    /// The years of a body side by side.
    package func years(of agency: String) throws(LedgerReaderFailure) -> YearComparison {
        let roster = roster
        return try read { try Ledger.years($0, of: agency, roster: roster) }
    }

    /// The years of all bodies side by side.
    package func years() throws(LedgerReaderFailure) -> Years {
        let roster = roster
        return try read { try Ledger.years($0, roster: roster) }
    }

    /// The rules that were broken most in the reports on a year.
    package func ranking(of year: Int) throws(LedgerReaderFailure) -> RuleRanking {
        let roster = roster
        return try read { try Ledger.ranking($0, of: year, roster: roster) }
    }

    /// What may be pruned; it takes as long as reading what is old.
    package func prunable(before cutoffs: Pruning.Cutoffs) throws(LedgerReaderFailure) -> Pruning {
        try read { try Ledger.prunable($0, before: cutoffs) }
    }

    /// Every content that a version has, or that is being judged: of these there may be copies.
    package func contents() throws(LedgerReaderFailure) -> Set<String> { try read(Ledger.contents) }

    /// Bytes of which there must be copies, of some of the current versions.
    package func sampleOfContents() throws(LedgerReaderFailure) -> Set<String> { try read(Ledger.sampleOfContents) }

    func read<Value: Sendable>(_ body: (Database) throws -> Value) throws(LedgerReaderFailure) -> Value {
        do {
            return try database.read(body)
        } catch {
            throw LedgerReaderFailure(error, path)
        }
    }
}
