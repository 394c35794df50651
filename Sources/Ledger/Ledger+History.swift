import Foundation
import GRDB
import Linux
package import Office
package import Reports
package import Rules

/// What a report is compared with.
extension Ledger {
    /// All that the ledger and the roster know of a report, as it is at one moment. Nobody who writes waits for it.
    package nonisolated func context(for query: KnowledgeQuery) throws -> Context {
        try view { database in
            var context = Context()
            context.hasRoster = !query.roster.agencies.isEmpty
            context.agency = query.agency
            guard let filing = query.filing else { return context }
            let names = FiledNames(query.roster)
            context.previous = try Self.earlierReport(than: filing.year, of: filing.agency, names, database)
            context.others = try Self.otherTexts(
                like: query.texts, than: filing, query.sha256, at: query.receivedAt, likeness: query.likeness, database
            ).filter { names.body($0.agency) != names.body(filing.agency) }
            context.version = try query.version ?? Self.versionCount(of: filing, database) + 1
            context.handover = try query.owner.flatMap {
                try Self.handover(of: filing, to: $0, before: query.version, database)
            }
            if query.agency?.sumsUp == true, let year = Int(filing.year) {
                context.aggregate = try Self.totals(database, of: year, roster: query.roster).aggregate
            }
            // A corrected version is in time when the first one was; what the office has accepted comes before both.
            let time = try Self.handedIn(query, filing, names, database) ?? query.receivedAt
            context.timing = Self.timing(of: query, filing, at: time, atWorkSince: try Self.began(database) ?? time)
            return context
        }
    }

    private static func timing(
        of query: KnowledgeQuery, _ filing: Filing, at time: Date, atWorkSince began: Date
    ) -> Timing? {
        guard let agency = query.agency, let year = Int(filing.year) else { return nil }
        let deadlines = query.roster.deadlines
        let (day, first) = (Period.Day(time, in: deadlines.timeZone), Period.Day(began, in: deadlines.timeZone))
        return Timing(of: day, for: year, by: deadlines.submit(of: agency, for: year), atWorkSince: first)
    }

    /// Who put in the newest version of a report before a version, where it was another account than one.
    private static func handover(
        of filing: Filing, to owner: UInt32, before version: Int?, _ database: Database
    ) throws -> Handover? {
        let before = try UInt32.fetchOne(
            database,
            cached: """
                SELECT arrival.owner FROM version JOIN arrival ON arrival.version = version.id
                WHERE year = ? AND agency = ? AND (? IS NULL OR number < ?) AND successor IS NULL
                ORDER BY number DESC, arrival.id LIMIT 1
                """,
            arguments: [filing.year, filing.agency, version, version])
        guard let before, before != owner else { return nil }
        return Handover(before: Account.name(of: before), now: Account.name(of: owner))
    }

    /// A body's report of the year before, under whichever of its names: the newest version that was accepted. Where it has reports under several
    /// names, as one that was made of two has, nobody knows which numbers it goes on from: these are compared with nothing. Nor are they where it
    /// has several former names and its report is that of one: the others' may not have come.
    private static func earlierReport(
        than year: String, of agency: String, _ names: FiledNames, _ database: Database
    ) throws -> EarlierReport? {
        guard let year = Int(year).map({ $0 - 1 }) else { return nil }
        let filed = try Self.names(of: agency, in: String(year), names, database)
        guard let (report, name) = try filed.lazy.compactMap({ try report(of: $0, in: year, database) }).first else {
            return nil
        }
        var earlier = report
        let reports = try filed.count { try currentVersion(of: $0, year: String(year), database) != nil }
        if reports > 1 || isOfPredecessor(name, of: names.body(agency), names) {
            (earlier.carriedOut, earlier.inForce) = ([:], [:])
        }
        return earlier
    }

    /// Whether a name in a report is that of one of several bodies that a body was made of. A name that can mean the body is but another form of its own.
    private static func isOfPredecessor(_ name: String?, of body: String, _ names: FiledNames) -> Bool {
        let former = names.all(of: body).dropFirst().map { AgencyName($0) }.filter { !$0.canMean(AgencyName(body)) }
        return former.count > 1 && name.map { former.contains(AgencyName($0)) } ?? false
    }

    /// The newest version that was accepted, with the name that it has of its body.
    private static func report(
        of agency: String, in year: Int, _ database: Database
    ) throws -> (report: EarlierReport, name: String?)? {
        let row = try Row.fetchOne(
            database,
            cached: """
                SELECT * FROM version WHERE year = ? AND agency = ? AND verdict IN (?, ?) AND successor IS NULL
                    AND result ->> '$.verdict' <> ?
                ORDER BY number DESC LIMIT 1
                """,
            arguments: [
                String(year), agency, Verdict.accepted.rawValue, Verdict.acceptedWithWarnings.rawValue,
                // The office may accept what could not be read: there is nothing in it to compare with.
                Verdict.unreadable.rawValue,
            ])
        return try row.map { row in
            let result = try JSON.value(ReportResult.self, from: row["result"])
            return (EarlierReport(result, year: year, texts: try texts(of: row["id"], database)), result.agency)
        }
    }

    /// The reports of a year, summed as the roster says.
    package nonisolated func totals(of year: Int, roster: Roster) throws -> Totals {
        try view { database in try Self.totals(database, of: year, roster: roster) }
    }

    static func totals(_ database: Database, of year: Int, roster: Roster) throws -> Totals {
        let filed = { (agency: Agency) in Filing(year: year, agency: agency.name).agency }
        let names = FiledNames(roster)
        return try Totals(
            year: year, expected: roster.agencies.map(filed), summingUp: roster.summingUp.map(filed), names: names,
            replaced: try replaced(names, in: String(year), database)
        ) { take in
            let decisions = try decisions(ofYear: String(year), database)
            let versions = try ReportVersion.fetchCursor(
                database, sql: "SELECT * FROM (\(Self.currentVersions)) WHERE year = ?", arguments: [String(year)])
            while var version = try versions.next() {
                version.decisions = decisions[version.agency] ?? []
                take(version)
            }
        }
    }

    /// How many versions an agency's report for a year has.
    private static func versionCount(of filing: Filing, _ database: Database) throws -> Int {
        try Int.fetchOne(
            database, cached: "SELECT count(*) FROM version WHERE year = ? AND agency = ?",
            arguments: [filing.year, filing.agency]) ?? 0
    }

    /// When a body handed in its report for a year, under whichever of its names: when the office says, else when the first version came that
    /// is still its own, or was and has these bytes.
    private static func handedIn(
        _ query: KnowledgeQuery, _ filing: Filing, _ names: FiledNames, _ database: Database
    ) throws -> Date? {
        let own = try JSON.line(names.all(of: filing.agency))
        let accepted = try Date.fetchOne(
            database,
            cached: """
                SELECT time FROM acceptance WHERE year = ? AND agency IN (SELECT value FROM json_each(?))
                ORDER BY id DESC LIMIT 1
                """,
            arguments: [filing.year, own])
        if let accepted { return accepted }
        return try Date.fetchOne(
            database,
            cached: """
                SELECT min(at) FROM version WHERE year = ? AND agency IN (SELECT value FROM json_each(?))
                    AND (successor IS NULL OR content = ?)
                """,
            arguments: [filing.year, own, query.sha256])
    }

    private static func texts(of version: Int64, _ database: Database) throws -> [Section: [String]] {
        let rows = try Row.fetchAll(
            database, cached: "SELECT section, text FROM passage WHERE version = ?", arguments: [version])
        return rows.reduce(into: [:]) { texts, row in
            if let section = Section(rawValue: row["section"]) { texts[section] = [row["text"]] }
        }
    }
}

extension EarlierReport {
    fileprivate init(_ result: ReportResult, year: Int, texts: [Section: [String]]) {
        var carriedOut: [Applicant: Int] = [:]
        if let cells = result.requests?[RequestRow.carriedOut.rawValue] ?? nil {
            for (column, cell) in zip(Applicant.allCases, cells) { carriedOut[column] = cell }
        }
        var inForce: [DisclosureRow: Int] = [:]
        inForce[.rules] = result.disclosure?.rules?.last ?? nil
        inForce[.normativeDocuments] = result.disclosure?.normativeDocuments?.last ?? nil
        self.init(year: year, carriedOut: carriedOut, inForce: inForce, texts: texts)
    }
}
