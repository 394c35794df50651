import Foundation
import GRDB
import Linux
import Office
import Reports
import Rules

/// What lists show of reports, as it is kept beside the results: a list of thousands must not read thousands of these.
extension Ledger {
    static func overview(
        _ database: Database, at date: Date, validFor: Duration, roster: Roster, receiving: [ReceivingFile] = []
    ) throws -> Overview {
        var overview = Overview(
            generatedAt: date, validUntil: date + validFor / .seconds(1),
            ledger: try String.fetchOne(database, sql: "SELECT id FROM identity") ?? "",
            ledgerRecord: try lastShownRecord(database),
            expected: roster.expected,
            reports: FiledNames(roster).merged(try summaries(of: "(\(currentVersions))", database))
                .filter { !$0.isSuperseded },
            alerts: try firing(database),
            receiving: receiving)
        overview.began = try began(database)
        return overview
    }

    /// When the first report came that the ledger has.
    static func began(_ database: Database) throws -> Date? {
        try Date.fetchOne(database, cached: "SELECT at FROM version ORDER BY id LIMIT 1")
    }

    /// The last record that the pages name. They are not written anew because the service begins or ends, so that these records are none: else
    /// two ledgers of the same reports would have other pages.
    private static func lastShownRecord(_ database: Database) throws -> Int {
        try Int.fetchOne(
            database, cached: "SELECT number FROM record WHERE event NOT IN (?, ?) ORDER BY number DESC LIMIT 1",
            arguments: [Event.started.rawValue, Event.stopping.rawValue]) ?? 0
    }

    static func register(_ database: Database, roster: Roster) throws -> Register {
        Register(
            FiledNames(roster).merged(try summaries(of: "version", database)), expected: roster.expected)
    }

    /// In SQL whether the last decision on the whole of a version in a row of `table`, or on its bytes as another version, stands; NULL where
    /// there is none. `Standing` says the same of what it is given.
    private static func lastOverruling(of table: String) -> String {
        """
        (SELECT withdrawn IS NULL FROM decision WHERE decision.year = \(table).year
            AND decision.agency = \(table).agency AND decision.version <= \(table).number
            AND (facts ->> '$.overruling.sha256' = summary.sha256 AND summary.sha256 <> ''
                OR facts ->> '$.overruling.verdict' IS NOT NULL AND decision.version = \(table).number)
            ORDER BY decision.id DESC LIMIT 1)
        """
    }

    /// The versions that a table or a query has.
    static func summaries(
        of source: String, _ database: Database, arguments: StatementArguments = []
    ) throws -> [ReportSummary] {
        try Row.fetchAll(
            database,
            // With its plus the order does not lead to the rows themselves: the index has all that is asked for of them.
            cached: """
                SELECT year, agency, number, at, verdict, successor IS NOT NULL AS superseded,
                    (SELECT folder FROM arrival WHERE version = source.id ORDER BY id LIMIT 1) AS folder,
                    \(putAt(of: "source")) AS put,
                    \(Ledger.equal(of: "source")) AS equal, file, sha256, rulebook, errors, warnings, waived,
                    iif(is_overruled, (SELECT result ->> '$.verdict' FROM version WHERE id = source.id), NULL) AS overruled,
                    NOT is_overruled AND coalesce(\(lastOverruling(of: "source")), FALSE) AS asks_again,
                    EXISTS (SELECT 1 FROM entered WHERE version = source.id) AS entered
                FROM \(source) AS source JOIN summary ON summary.version = source.id ORDER BY +source.id
                """,
            arguments: arguments
        ).map(ReportSummary.init)
    }
}

extension ReportSummary {
    fileprivate init(_ row: Row) throws {
        let (year, agency, number): (String, String, Int) = (row["year"], row["agency"], row["number"])
        guard let verdict = Verdict(rawValue: row["verdict"]) else {
            throw Ledger.Failure.damaged("verdict of \(agency) \(year)")
        }
        self.init(
            year: year, agency: agency, version: number, receivedAt: row["at"], verdict: verdict, errors: row["errors"],
            warnings: row["warnings"], file: row["file"], sha256: row["sha256"], rulebook: row["rulebook"],
            path: Filing.path(year: year, agency: agency, version: number))
        let folder: Data? = row["folder"]
        self.folder = folder.map { FileName(bytes: Array($0)).display }
        (isSuperseded, equal) = (row["superseded"], row["equal"])
        let overruled: String? = row["overruled"]
        isEntered = row["entered"]
        (waived, self.overruled) = (row["waived"], overruled.flatMap(Verdict.init))
        asksAgain = row["asks_again"]
        putAt = row["put"] ?? 0
    }
}
