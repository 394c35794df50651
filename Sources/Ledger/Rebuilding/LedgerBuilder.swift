import Foundation
import GRDB
import Linux
package import SystemPackage

/// Makes a ledger anew from its records, beside the place where it is to lie: under a name that the next start puts in its place where the
/// ledger is gone, so that it gets it only when it is whole.
package struct LedgerBuilder {
    /// What came of it.
    package struct Summary: Sendable, Equatable {
        package var records = 0
        package var versions = 0
        /// Numbers of which no record was found.
        package var missing: [ClosedRange<Int>] = []
        /// Records that tell of what is not there, since the one that it rests on is missing.
        package var unusable: [Int] = []
        /// What was found and not believed.
        package var leftOut = LeftOut()
        /// What could not be read, each in Chinese with an end mark.
        package var troubles: [String] = []
        /// The last record that is sealed with a key that is not there; 0 where there is none.
        package var unverifiable = 0

        package var isWhole: Bool { missing.isEmpty && unusable.isEmpty }
    }

    /// Takes a record; a source that vouches for it says so.
    package typealias Taking = (_ record: StoredRecord, _ isVouched: Bool) throws -> Void

    private let state: FilePath
    private let id: String
    private let reached: Int
    private let given: [GivenVersion]

    /// `reached` is the last number that the ledger is known to have given, wherever from: what is not found up to it is missing. `given` are
    /// versions that others were told of.
    package init(in state: FilePath, id: String, reached: Int = 0, given: [GivenVersion] = []) {
        self.state = state
        self.id = id
        self.reached = RecordBounds.numbers.contains(reached) ? reached : 0
        self.given = given
    }

    /// Builds from what `source` hands over, in any order, and what it answers of the rest. Of several records with one number the first one
    /// counts of those that are proven best. Nothing is left where the outcome is not wanted.
    package func build(
        from source: (Taking) throws -> LeftOut, where isWanted: (Summary) -> Bool = { _ in true }
    ) throws -> Summary {
        let path = state.appending(LedgerFile.draft)
        try LedgerFile.remove(path)
        let keyring = try Keyring.whole(in: state)
        let queue = try DatabaseQueue(path: path.string)
        try Schema.migrator.migrate(queue)
        let summary = try queue.write { database in
            try database.execute(sql: "UPDATE identity SET id = ?", arguments: [id])
            let time = String.fromDatabaseValue(Date().databaseValue)
            let candidates = try CandidateRecords(in: database, at: time)
            var summary = Summary()
            summary.leftOut = try source { try candidates.add($0, isVouched: $1) }
            try follow(candidates, ChainFollower(ledger: id, keyring: keyring), &summary, database)
            try candidates.finish()
            for version in given { try Ledger.hold(version, database) }
            summary.unverifiable = try keyring.lastWithoutKey(of: id, database)
            summary.versions = try Int.fetchOne(database, sql: "SELECT count(*) FROM version") ?? 0
            try Ledger.enqueueEverything(database)
            return summary
        }
        try queue.close()
        guard isWanted(summary) else {
            try Folders.remove(path)
            return summary
        }
        try Folders.sync(path)
        try Folders.move(path, to: state.appending(LedgerFile.rebuilt))
        return summary
    }

    private func follow(
        _ candidates: CandidateRecords, _ follower: ChainFollower, _ summary: inout Summary, _ database: Database
    ) throws {
        var follower = follower
        var (last, looked) = (0, 0)
        // Where the sealed records say that others were pruned, those after them follow from what these leave.
        let told = try StoredRecord.fetchAll(
            database, sql: "SELECT * FROM record WHERE event = ?", arguments: [Event.pruned.rawValue])
        let pruned = try PrunedRecords(toldBy: told.filter(follower.isSealed))
        while let number = try candidates.next(after: looked) {
            looked = number
            follower.pass(pruned, before: number)
            let chosen = try follower.choose(candidates.all(number)) { try candidates.all(number + 1) }
            try candidates.settle(number, chosen)
            guard let chosen else {
                summary.leftOut.add(unproven: number)
                continue
            }
            if number > last + 1 { summary.missing.append(last + 1...number - 1) }
            last = number
            summary.records += 1
            do {
                try database.inSavepoint {
                    try Ledger.apply(chosen, into: database)
                    return .commit
                }
            } catch {
                summary.unusable.append(number)
            }
        }
        if reached > last { summary.missing.append(last + 1...reached) }
        summary.missing = try PrunedRecords(in: database).missing(of: summary.missing)
        // A number that the journal has, or that others were told of, is not given again, whether or not it was believed; one that only a
        // damaged file has, is.
        try database.execute(
            sql: "UPDATE sqlite_sequence SET seq = ? WHERE name = 'record'",
            arguments: [max(last, candidates.highest, reached)])
    }
}
