package import Foundation
import GRDB
package import Office
import Reports
import Rules

/// What is shown of the offices whose records are collected.
extension Ledger {
    /// The offices with how their bodies stand at a moment, by name. It takes as long as counting all bodies.
    package nonisolated func collectedOffices(at date: Date, in zone: TimeZone = .china) throws -> [CollectedOffice] {
        try view { try Self.collectedOffices($0, at: date, in: zone) }
    }

    static func collectedOffices(
        _ database: Database, at date: Date, in zone: TimeZone
    ) throws -> [CollectedOffice] {
        var offices = try Row.fetchAll(database, cached: "SELECT * FROM office ORDER BY name").map { row in
            CollectedOffice(
                name: row["name"], source: row["source"], ledger: row["ledger"], record: row["record"],
                recordedAt: row["recorded"])
        }
        let years = try officeYears(nil, on: Period.Day(date, in: zone), database)
        for index in offices.indices { offices[index].years = years[offices[index].name] ?? [] }
        return offices
    }

    /// One of them; `nil` where none has the name.
    package nonisolated func collectedOffice(
        _ name: String, at date: Date, in zone: TimeZone = .china
    ) throws -> CollectedOffice? {
        try view { database in
            guard
                let row = try Row.fetchOne(
                    database, cached: "SELECT * FROM office WHERE name = ?", arguments: [name])
            else { return nil }
            let years = try Self.officeYears(name, on: Period.Day(date, in: zone), database)
            return CollectedOffice(
                name: name, source: row["source"], ledger: row["ledger"], record: row["record"],
                recordedAt: row["recorded"], years: years[name] ?? [])
        }
    }

    /// Whether a body's time is over: as `Deadline.isAsked` has it, from what stands in its row.
    private static let isOverdue = """
        (verdict IS NULL AND last_day < :today AND (CAST(body.year AS INTEGER) >= :thisYear - 1 OR office.began <= last_day))
        """

    private static func officeYears(
        _ office: String?, on today: Period.Day, _ database: Database
    ) throws -> [String: [OfficeYear]] {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT office, body.year, verdict, count(*) AS count, sum(listed) AS expected,
                    sum(listed AND verdict IS NOT NULL) AS submitted, sum(listed AND late) AS late, sum(listed AND \(isOverdue)) AS overdue
                FROM office_body AS body JOIN office ON office.name = body.office
                WHERE \(office == nil ? "TRUE" : "office = :office")
                GROUP BY office, body.year, verdict ORDER BY office, CAST(body.year AS INTEGER) DESC, body.year DESC
                """,
            arguments: ["office": office, "today": today.stamp, "thisYear": today.year])
        var years: [String: [OfficeYear]] = [:]
        while let row = try rows.next() {
            var part = OfficeYear(year: row["year"])
            (part.expected, part.submitted, part.overdue) = (row["expected"], row["submitted"], row["overdue"])
            part.late = row["late"]
            let verdict: String? = row["verdict"]
            if let verdict = verdict.flatMap(Verdict.init) { part.verdicts = [verdict: row["count"]] }
            var known = years[row["office"], default: []]
            if known.last?.year == part.year { known[known.count - 1] += part } else { known.append(part) }
            years[row["office"]] = known
        }
        return years
    }

    /// The bodies of an office, or of all, with their reports for a year, or for all: one by one, in the order of the offices' names and of
    /// their rosters.
    package nonisolated func officeBodies(
        of office: String? = nil, year: String? = nil, at date: Date, in zone: TimeZone = .china,
        _ take: (OfficeBody) throws -> Void
    ) throws {
        let today = Period.Day(date, in: zone)
        try view { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT body.*, \(Self.isOverdue) AS overdue
                    FROM office_body AS body JOIN office ON office.name = body.office
                    WHERE \(office == nil ? "TRUE" : "office = :office") AND \(year == nil ? "TRUE" : "body.year = :year")
                    ORDER BY office, body.year, position
                    """,
                arguments: ["office": office, "year": year, "today": today.stamp, "thisYear": today.year])
            while let row = try rows.next() { try take(OfficeBody(row)) }
        }
    }

    /// The sums of all offices for a year, by name.
    package nonisolated func officeSums(of year: Int) throws -> [String: OfficeSum] {
        try view { database in
            let sums = try Row.fetchAll(
                database, cached: "SELECT * FROM office_sum WHERE year = ? ORDER BY office", arguments: [year]
            ).map(OfficeSum.init)
            return Dictionary(sums.map { ($0.office, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }
}

extension OfficeBody {
    fileprivate init(_ row: Row) {
        let verdict: String? = row["verdict"]
        let isOverdue: Bool = row["overdue"]
        var report: Submitted?
        if let version = row["version"] as Int?, let received = row["received"] as Date? {
            report = Submitted(
                version: version, receivedAt: received, errors: row["errors"], warnings: row["warnings"],
                waived: row["waived"], isEntered: row["entered"])
        }
        self.init(
            office: row["office"], year: row["year"], agency: row["agency"], group: row["group"],
            sumsUp: row["sums_up"], isListed: row["listed"],
            state: verdict.flatMap(Verdict.init).map(DeskState.judged) ?? (isOverdue ? .overdue : .missing),
            deadline: row["deadline"], report: report, isLate: row["late"])
    }
}

extension OfficeSum {
    fileprivate init(_ row: Row) {
        let own: String? = row["own"]
        self.init(
            office: row["office"], year: row["year"], tally: Tally(text: row["tally"]), counted: row["counted"],
            leftOut: row["left_out"], own: own.map { Tally(text: $0) })
    }
}

extension LedgerReader {
    /// The offices whose records are collected, with how their bodies stand at a moment.
    package func collectedOffices(at date: Date, in zone: TimeZone = .china) throws(LedgerReaderFailure)
        -> [CollectedOffice]
    {
        try read { try Ledger.collectedOffices($0, at: date, in: zone) }
    }

    /// What is wrong with what they send.
    package func officeTroubles() throws(LedgerReaderFailure) -> [OfficeTrouble] {
        try read { try Ledger.troubles(of: nil, $0).map(\.trouble) }
    }
}
