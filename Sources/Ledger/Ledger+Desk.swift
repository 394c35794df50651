package import Foundation
import GRDB
import Linux
package import Office

/// A file of the office's folder, as it was read.
package struct DeskSubmission: Sendable {
    package enum Reading: Sendable {
        case list(WaiverSheet.Reading)
        /// Nothing can be taken from it; why, in Chinese, with an end mark.
        case refused(String)
    }

    package var file: ObservedFile
    /// By what its bytes are known again.
    package var content: Content
    package var reading: Reading

    package init(_ file: ObservedFile, _ content: Content, _ reading: Reading) {
        (self.file, self.content, self.reading) = (file, content, reading)
    }
}

/// What the office has put into its folder.
extension Ledger {
    /// What came of these bytes; `nil` where they have not been dealt with.
    package func deskFile(of content: Content) throws -> DeskFile? {
        try read { try Self.deskFile(of: content, $0) }
    }

    private static func deskFile(of content: Content, _ database: Database) throws -> DeskFile? {
        try DeskFile.fetchOne(
            database, sql: "SELECT * FROM desk_file WHERE content = ?", arguments: [content.key])
    }

    /// Asks for the page of results once more, because of what the ledger does not hold.
    package func enqueueDeskResults() throws {
        try write { try Self.enqueue([.deskResults], version: 0, $0) }
    }

    /// Takes a file down with all that it decides, in one transaction; `nil`, and nothing is recorded, where its bytes have been dealt
    /// with. Who decides is the account that the file belongs to.
    @discardableResult
    package func take(_ submission: DeskSubmission, at date: Date) throws -> DeskFile? {
        let owner = submission.file.owner ?? .max
        let who = Decider(uid: owner, account: Account.name(of: owner))
        return try write { database in
            guard try Self.deskFile(of: submission.content, database) == nil else { return nil }
            var file = DeskFile(name: submission.file.path.display, who: who, at: date, content: .refused(""))
            switch submission.reading {
            case .refused(let why): file.content = .refused(why)
            case .list(let reading):
                let names = try Self.adoptedNames(database)
                let contradictory = reading.contradictory(names)
                let known = try messages(of: reading.filled, names, database)
                let lines = try reading.filled.map { filled in
                    let finding = filled.finding(names)
                    let isClear = finding.map { !contradictory.contains($0) } ?? true
                    let answer =
                        isClear
                        ? try answer(to: filled, names, by: who, at: date, database) : DeskFile.Answer.contradictory
                    return DeskFile.Line(filled, finding.flatMap { known[$0] }, answer)
                }
                file.content = .list(lines, blank: reading.blank)
            }
            let facts = DeskFacts(file, submission.content)
            try Self.append([.deskTaken(file, facts)], at: date, database)
            try Self.insert(facts, StoredRecord.lastNumber(in: database), at: date, database)
            try Self.forgetFailures(of: submission.content.key, database)
            return file
        }
    }

    /// What the findings of current versions say, of those that lines are about.
    private func messages(
        of lines: [WaiverSheet.Filled], _ names: FiledNames, _ database: Database
    ) throws -> [WaiverSheet.Filled.Finding: String] {
        let reports = Set(lines.filter { $0.ledger == id }.map { [$0.year, names.body($0.agency)] })
        return try reports.reduce(into: [:]) { messages, report in
            guard let row = try Self.countingVersion(of: report[1], in: report[0], names, database) else { return }
            let result = try ReportVersion(row: row).result
            for finding in result.findings {
                let key = FindingKey(finding, in: result)
                messages[.init(year: report[0], agency: report[1], key: key)] = finding.message
            }
        }
    }

    private func answer(
        to filled: WaiverSheet.Filled, _ names: FiledNames, by who: Decider, at date: Date, _ database: Database
    ) throws -> DeskFile.Answer {
        guard filled.ledger == id else { return .otherLedger }
        guard let key = filled.key else { return .unknown }
        // A list that does not say what it was made from can be of any age.
        guard let seen = filled.state else { return .decidedSince }
        let wish: DecisionRequest.Wish
        switch WaiverSheet.Wish(rawValue: filled.wish) {
        case .waive: wish = .waive(key)
        case .keep: wish = .unwaive(key)
        case nil: return .noWish
        }
        // The list has the name that the body had then, and it may have got another one since.
        guard let counting = try Self.countingVersion(of: filled.agency, in: filled.year, names, database) else {
            return .unknown
        }
        let shown = try Self.shown(by: filled, names, database)
        if let shown, shown.isEmpty { return .stale }
        let isEarlier = shown.map { $0 != [counting["id"]] } ?? false
        var request = DecisionRequest(year: filled.year, agency: counting["agency"], wish, why: filled.why)
        request.seen = seen
        switch try Self.decide(request, by: who, at: date, database) {
        case .taken(let decision): return decision.withdrawal == nil ? .waived : .unwaived
        case .alreadySo(let decision): return decision == nil ? .kept : .alreadyWaived
        case .stale: return .stale
        case .decidedSince: return .decidedSince
        case .unknownFinding: return isEarlier ? .stale : .unknown
        case .unknownReport: return .unknown
        case .notChecked: return .notChecked
        case .noReason: return .noReason
        case .reasonTooLong: return .reasonTooLong
        }
    }

    /// The versions of a body's report that a line can be about, by their bytes; in a list of an edition that does not say these, by their number.
    /// None where what it shows is another body's by now; `nil` where it does not say.
    private static func shown(
        by filled: WaiverSheet.Filled, _ names: FiledNames, _ database: Database
    ) throws -> [Int64]? {
        let known: (column: String, value: any DatabaseValueConvertible)
        if let content = filled.content {
            known = ("content", content)
        } else if let version = filled.version {
            known = ("number", version)
        } else {
            return nil
        }
        return try Int64.fetchAll(
            database,
            cached: """
                SELECT id FROM version WHERE year = ? AND agency IN (SELECT value FROM json_each(?))
                    AND \(isOwn(of: "version")) AND \(known.column) = ?
                """,
            arguments: [filled.year, try JSON.line(names.all(of: filled.agency)), known.value])
    }

    static func insert(
        _ facts: DeskFacts, _ number: Int, at time: some DatabaseValueConvertible, _ database: Database
    ) throws {
        try database.execute(
            cached: "INSERT INTO desk_file (id, content, facts, at) VALUES (?, ?, ?, ?)",
            arguments: [number, facts.content, try JSON.line(facts), time])
        try enqueue([.deskResults], version: 0, database)
    }

    /// The files that were taken last, the newest first, and how many there are.
    package nonisolated func deskFiles(limit: Int) throws -> (newest: [DeskFile], count: Int) {
        try view { database in
            let newest = try DeskFile.fetchAll(
                database, cached: "SELECT * FROM desk_file ORDER BY id DESC LIMIT ?", arguments: [limit])
            return (newest, try Int.fetchOne(database, cached: "SELECT count(*) FROM desk_file") ?? 0)
        }
    }

    /// What the office can decide on: the findings that count, and those that it has waived, the newest year first. The years after the one
    /// with which there are `enough` are left out.
    package nonisolated func waiverLines(enough: Int = WaiverSheet.enough) throws -> WaiverSheet.Lines {
        try view { database in
            let years = try String.fetchAll(database, cached: "SELECT DISTINCT year FROM version ORDER BY year DESC")
            let names = try Self.adoptedNames(database)
            var lines = WaiverSheet.Lines()
            for year in years {
                lines.open += try Self.openFindings(of: year, database).map { WaiverSheet.Line($0, names) }
                lines.waived += try Self.waivedFindings(of: year, database).map { WaiverSheet.Line($0, names) }
                guard lines.count < enough else {
                    lines.since = year == years.last ? nil : year
                    break
                }
            }
            return lines
        }
    }
}

extension WaiverSheet.Line {
    fileprivate init(_ finding: Ledger.OpenFinding, _ names: FiledNames) {
        self.init(
            year: finding.year, agency: names.body(finding.agency), version: finding.version,
            content: finding.content, line: finding.line)
    }
}
