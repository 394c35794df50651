import Foundation
import GRDB
package import Linux
package import SystemPackage

/// Checks that nobody has changed the ledger: the records by their chain and by their journal copies, the tables by what
/// the records say.
package struct Verification: Sendable {
    /// What was checked and what is not as it should be.
    package struct Report: Sendable, Equatable {
        package var records = 0
        package var versions = 0
        /// How many records were compared with their copies in the journal.
        package var copies = 0
        /// Why none was; `nil` where some were, and where there is nothing to compare.
        package var uncompared: Uncompared?
        /// The seals, as far as this account can check them.
        package var seals = Seals.checked
        /// Entries in the journal that claim to be of this ledger, and that its account has not written.
        package var leftOut = LeftOut()
        /// The last record's link: whoever notes it down can tell later that everything up to it is unchanged.
        package var head = ""
        /// Each deviation, a sentence in Chinese.
        package var deviations: [String] = []
    }

    /// Why no record was compared with its copy in the journal.
    package enum Uncompared: Sendable, Equatable {
        /// This account sees nothing of the system's journal.
        case unreadable(account: String)
        case failed(Errno)
        /// The journal has no entry of this ledger: there was none, or it has let go of all.
        case noCopies
    }

    /// What the key said.
    package enum Seals: Sendable, Equatable {
        case checked
        /// This account may not read the key, or it can't be read.
        case unreadable(String)
        /// The file of the keys holds something else.
        case damaged
        /// The key of the records up to this one is not there.
        case lost(upTo: Int)
        /// Records that name a key which is not in the file of the keys, from the first to the last of them: the key that the ledger
        /// names is not there any more.
        case replaced(ClosedRange<Int>)
    }

    private let state: FilePath
    private let journal: JournalSource?

    /// Compares with the journal of this machine, as the owner of the ledger has written it, where no other one is given.
    package init(state: FilePath, journal: JournalSource? = nil) {
        self.state = state
        self.journal = journal
    }

    /// Reads everything; the daemon may go on meanwhile. Throws `LedgerReaderFailure` where there is no ledger that this account
    /// may read, `Ledger.Failure` where it is damaged.
    package func run() throws -> Report {
        let path = state.appending(LedgerFile.name)
        do {
            let ledger = try ReadOnlyDatabase.open(path, ofAnyRelease: true)
            var beyond: Set<Int> = []
            var report = try ledger.read { try check($0, &beyond) }
            // The service may have recorded them meanwhile.
            let last = try ledger.read { try StoredRecord.lastNumber(in: $0) }
            report.deviations += beyond.sorted().filter { $0 > last }.map { "系统日志中有记录 \($0)，台账中没有：被删除，或台账是从旧的备份恢复的。" }
            return report
        } catch let error as DatabaseError {
            throw LedgerReaderFailure(error, path)
        }
    }

    private func check(_ database: Database, _ beyond: inout Set<Int>) throws -> Report {
        var report = Report()
        var links: [Int: String] = [:]
        let id = try String.fetchOne(database, sql: "SELECT id FROM identity") ?? ""
        // The service's account and root may read which ledger the folder has.
        if let own = try? LedgerFile.identity(in: state), own != id {
            report.deviations.append("台账的编号是 \(id)，而 \(state) 的台账是 \(own)：换成了另一本。")
        }
        // What the tables should be, in a database of its own that is gone with this value.
        let model = try DatabaseQueue(path: "")
        try Schema.migrator.migrate(model)
        let keyring = try keyring(database, &report)
        let lost = try keyring?.lastWithoutKey(of: id, database) ?? 0
        // A key that was lost has a successor, unless the file was emptied or removed just now.
        if lost > 0 { report.seals = keyring?.hasKey(of: id) == true ? .lost(upTo: lost) : .replaced(1...lost) }
        try model.write { model in
            try checkChain(database, &report, &links, keyring.map { ($0, id) }) { record in
                try Ledger.apply(record, into: model)
            }
        }
        try checkEnd(database, &report)
        try checkCopies(of: id, links, &report, &beyond)
        report.deviations += try model.read { try TableComparison(ledger: database, model: $0).deviations() }
        report.versions = try Int.fetchOne(database, sql: "SELECT count(*) FROM version") ?? 0
        return report
    }

    /// The keys, where this account can have them; else the report says why not.
    private func keyring(_ database: Database, _ report: inout Report) throws -> Keyring? {
        // An earlier schema has no seals, and there was no key.
        guard try database.columns(in: "record").contains(where: { $0.name == "seal" }) else { return nil }
        do throws(Keyring.Failure) {
            return try Keyring(in: state)
        } catch .damaged {
            report.seals = .damaged
        } catch .unreadable(let error) {
            report.seals = .unreadable(error.reason)
        }
        return nil
    }

    private func checkChain(
        _ database: Database, _ report: inout Report, _ links: inout [Int: String],
        _ keys: (keyring: Keyring, ledger: String)?, _ apply: (StoredRecord) throws -> Void
    ) throws {
        var last = 0
        var withoutKey: (first: Int, last: Int)?
        let records = try StoredRecord.all(in: database)
        let pruned = try PrunedRecords(in: database)
        while let record = try records.next() {
            (last, report.head) = pruned.skip(after: last, report.head)
            if record.number > last + 1 {
                let range = last + 2 == record.number ? "\(last + 1)" : "\(last + 1)–\(record.number - 1)"
                report.deviations.append("记录 \(range) 缺失。")
            } else if RecordChain.link(after: report.head, record) != record.chain {
                report.deviations.append("记录 \(record.number)（\(record.at)，\(record.event)）被改动，或是插入的。")
            } else if let keys, keys.keyring.proves(record, of: keys.ledger) == false {
                if keys.keyring.lacksKey(of: record, in: keys.ledger) {
                    withoutKey = (withoutKey?.first ?? record.number, record.number)
                } else {
                    report.deviations.append("记录 \(record.number)（\(record.at)，\(record.event)）不是用本台账的密钥封印的。")
                }
            }
            (last, report.head) = (record.number, record.chain)
            report.records += 1
            links[record.number] = record.chain
            do { try apply(record) } catch { report.deviations.append("记录 \(record.number) 的内容与其他记录对不上。") }
        }
        if let withoutKey { report.seals = .replaced(withoutKey.first...withoutKey.last) }
    }

    /// The number that the next record would get: records taken away from the end leave it too high.
    private func checkEnd(_ database: Database, _ report: inout Report) throws {
        let last = try Int.fetchOne(database, sql: "SELECT max(number) FROM record") ?? 0
        let given = try Int.fetchOne(database, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'record'") ?? 0
        if given > last { report.deviations.append("末尾的记录 \(last + 1)–\(given) 缺失。") }
        if given < last { report.deviations.append("记录 \(given + 1)–\(last) 是插入的。") }
    }

    /// Whoever changes a record and all links after it has not changed the journal, nor the copies on other machines.
    /// Gives the numbers of copies that have no record.
    private func checkCopies(
        of id: String, _ links: [Int: String], _ report: inout Report, _ beyond: inout Set<Int>
    ) throws {
        guard !links.isEmpty else { return }
        var differing: Set<Int> = []
        do {
            let reader = try (journal ?? LedgerFile.journal(of: state)).open()
            guard try reader.oldest() != nil else {
                report.uncompared = .unreadable(account: Account.own)
                return
            }
            report.leftOut = try JournalRecords.read(of: id, from: reader) { copy in
                guard let link = links[copy.number] else {
                    beyond.insert(copy.number)
                    return
                }
                guard !copy.chain.isEmpty else { return }
                report.copies += 1
                if link != copy.chain { differing.insert(copy.number) }
            }
            if report.copies == 0 { report.uncompared = .noCopies }
        } catch let error as Errno {
            report.uncompared = .failed(error)
        }
        report.deviations += differing.sorted().map { "记录 \($0) 与系统日志中的副本不同。" }
    }
}
