package import Foundation
import GRDB
package import Linux
package import Office
import Rules

/// What came, and what was found in it.
extension Ledger {
    /// The last known state of every file that has been judged.
    package func judgedFiles() throws -> [InboxPath: FileStamp] {
        try read { database in
            var files: [InboxPath: FileStamp] = [:]
            let rows = try Row.fetchCursor(database, sql: "SELECT * FROM arrival ORDER BY id")
            while let row = try rows.next() { files[InboxPath(row)] = FileStamp(row) }
            return files
        }
    }

    /// What was taken in of each sender after a moment. Files of more than `limit` bytes were not copied, and count without their bytes.
    package func usage(since date: Date, limit: Int) throws -> [Sender: Usage] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                cached: """
                    SELECT folder, iif(folder IS NULL, owner, NULL) AS sender, count(*) AS files,
                        sum(iif(size > ?, 0, size)) AS bytes
                    FROM arrival WHERE at > ? GROUP BY 1, 2
                    """,
                arguments: [limit, date])
            return Dictionary(
                rows.map { row in
                    let folder: Data? = row["folder"]
                    return (
                        Sender(folder: folder.map { FileName(bytes: Array($0)) }, owner: row["sender"]),
                        Usage(files: row["files"], bytes: row["bytes"])
                    )
                }
            ) { first, _ in first }
        }
    }

    /// Records an arrival whose bytes were judged before; false, and nothing recorded, where they are to be judged: they are new,
    /// a version that a newer one had replaced is put back, or the folder says whose they are and is another one now. `others` are the
    /// files of the inbox.
    ///
    /// The same bytes where they already were are no news: a share was mounted anew, or somebody changed permissions.
    package func recognise(_ arrival: Arrival, beside others: InboxFiles = InboxFiles()) throws -> Bool {
        // Nearly all bytes that come are new, and to be found out by reading alone: nobody is woken, nothing is synced.
        guard try holds(arrival.content) else { return false }
        return try write { database in
            guard let known = try Self.newestVersion(of: arrival, database),
                try !Self.isOfAnotherFolder(known, seenFrom: arrival.file.path, database)
            else { return false }
            let id: Int64 = known["id"]
            if try Self.isPutBack(arrival, as: known, beside: others, database) { return false }
            let wasMoved = try Self.wasMoved(arrival.file, holding: id, database)
            if !wasMoved, let last = try Self.last(at: arrival.file.path, database), last.version == id {
                try Self.restamp(last.id, arrival.file.stamp, database)
                return true
            }
            try Self.insert(arrival.file, version: id, at: arrival.at, database)
            if wasMoved { try Self.rejudgeMoved(id, database) }
            let version = try Self.detailed(known, database)
            let ended = try Self.supersede(
                by: id, at: arrival.file, beside: others, upTo: .max, database)
            let facts = ArrivalFacts(arrival, superseding: ended)
            try Self.append([.duplicate(version, facts)], at: arrival.at, database)
            try Self.enqueueReturns(showing: id, database)
            try Self.enqueue(ended.isEmpty ? [.overview, .status] : Page.general, version: 0, database)
            return true
        }
    }

    /// Records an arrival with its result: as a new version, with all that the world is pending of it. `others` are the files of the
    /// inbox.
    ///
    /// A verdict that is a fault of ours leaves the file among those that are judged again. A file that was put there before the current
    /// version's is history from the start. `entry` says who has written down the numbers, where they were not read.
    package func record(
        _ arrival: Arrival, _ checked: CheckedReport, beside others: InboxFiles = InboxFiles(),
        entry: HandEntry? = nil
    ) throws {
        try write { try Self.record(arrival, checked, beside: others, entry: entry, $0) }
    }

    /// The same; `kept` is the version that the arrival has been until a moment.
    static func record(
        _ arrival: Arrival, _ checked: CheckedReport, beside others: InboxFiles = InboxFiles(),
        entry: HandEntry? = nil, inPlaceOf kept: (version: ArchivedVersion, until: Date)? = nil, _ database: Database
    ) throws {
        let now = kept?.until ?? arrival.at
        let filing = checked.filing(at: arrival.file.path)
        let number = try nextNumber(filing, content: arrival.content.key, database)
        let later =
            try kept == nil
            ? versionPutLater(than: arrival.file, of: filing, beside: others, database)
            : versionReceivedLater(than: arrival, of: filing, database)
        var version = ReportVersion(
            year: filing.year, agency: filing.agency, version: number, receivedAt: arrival.at,
            result: checked.result,
            path: Filing.path(year: filing.year, agency: filing.agency, version: number))
        let id = try insert(
            ReportKey(version), version.result, content: arrival.content.key, at: arrival.at, database)
        try keep(checked.texts, of: id, database)
        try insert(arrival.file, version: id, at: arrival.at, database)
        if let entry { try insert(entry, of: id, database) }
        version.entry = entry
        if checked.result.verdict == .failed {
            try putDown(arrival.content, database)
        } else {
            try forgetFailures(of: arrival.content.key, database)
        }
        version.equal = try equal(of: id, database)
        version.decisions = try decisions(of: version.agency, year: version.year, database)
        var ended: [ReportKey] = []
        if let kept {
            try supersede(kept.version.id, by: id, database)
            try rejudgeLeft(by: kept.version.id, database)
            ended.append(ReportKey(kept.version.version))
        }
        ended += try supersede(
            by: id, at: arrival.file, beside: others, upTo: kept?.version.id ?? id, database)
        if entry != nil { ended += try supersedeScans(of: filing.agency, year: filing.year, by: id, database) }
        var facts = ArrivalFacts(arrival, superseding: ended)
        facts.entry = entry
        if kept != nil { facts.received = String.fromDatabaseValue(arrival.at.databaseValue) }
        if let later {
            try supersede(id, by: later.id, database)
            facts.supersededBy = later.key
        } else {
            try rejudgeCopies(
                of: checked.texts, in: filing, arrival.content.key, at: arrival.at, likeness: checked.likeness,
                database)
        }
        try append(Entry.judged(version, facts), at: now, database)
        try enqueueAll(showing: id, of: filing.year, database)
        if let kept = kept?.version.version {
            try carryDecisions(from: kept, to: &version, at: now, database)
            try carryDecisions(to: kept.agency, in: kept.year, at: now, database)
        }
        try carryDecisions(to: filing.agency, in: filing.year, at: now, database)
    }

    /// Whether some bytes are a version.
    package func holds(_ content: Content) throws -> Bool {
        try read { database in
            try Bool.fetchOne(
                database, cached: "SELECT EXISTS (SELECT 1 FROM version WHERE content = ?)", arguments: [content.key])
                ?? false
        }
    }

    /// Takes down the new stamp of a file that holds the bytes that it held; false, and nothing recorded, where it holds others.
    package func restamp(_ file: ObservedFile, ifHolding content: Content) throws -> Bool {
        try write { database in
            guard let last = try Self.last(at: file.path, database) else { return false }
            let held = try String.fetchOne(
                database, cached: "SELECT content FROM version WHERE id = ?", arguments: [last.version])
            guard held == content.key else { return false }
            try Self.restamp(last.id, file.stamp, database)
            return true
        }
    }

    static func last(at path: InboxPath, _ database: Database) throws -> (id: Int64, version: Int64)? {
        let row = try Row.fetchOne(
            database, cached: "SELECT id, version FROM arrival WHERE folder IS ? AND name = ? ORDER BY id DESC LIMIT 1",
            arguments: path.kept.arguments)
        return row.map { (id: $0["id"], version: $0["version"]) }
    }

    private static func restamp(_ id: Int64, _ stamp: FileStamp, _ database: Database) throws {
        try database.execute(
            cached: "UPDATE arrival SET device = ?, inode = ?, size = ?, modified = ?, changed = ? WHERE id = ?",
            arguments: stamp.arguments + [id])
    }
}

extension InboxPath {
    init(_ row: Row) {
        let folder: Data? = row["folder"]
        let name: Data = row["name"]
        self.init(folder: folder.map { FileName(bytes: Array($0)) }, name: FileName(bytes: Array(name)))
    }

    /// The columns `folder` and `name`.
    var arguments: StatementArguments { [folder.map { Data($0.bytes) }, Data(name.bytes)] }

    /// The column `folder` of the path as the ledger keeps it.
    var keptFolder: Data? { kept.folder.map { Data($0.bytes) } }
}

extension FileStamp {
    init(_ row: Row) {
        self.init(
            device: UInt64(bitPattern: row["device"]), inode: UInt64(bitPattern: row["inode"]), size: row["size"],
            modified: row["modified"], changed: row["changed"])
    }

    /// The columns in the order of the table.
    var arguments: StatementArguments {
        [Int64(bitPattern: device), Int64(bitPattern: inode), size, modified, changed]
    }
}
