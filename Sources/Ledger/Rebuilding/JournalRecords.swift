import Foundation
import GRDB
package import Linux
import Office
package import SystemPackage

/// The records that journals hold, letter by letter as the ledger had them.
package enum JournalRecords {
    /// The fields by which an entry is found; what else begins with `NIANBAO_` is what the record says.
    private static let frame: Set<String> = [
        "LEDGER", "RECORD", "EVENT", "RECORDED", "CHAIN", "SEAL", "REPLAYED", "CHECKPOINT",
    ]
    private static let prefix = "NIANBAO_"
    static let ledgerField = "NIANBAO_LEDGER"
    /// The ids of ledgers have 32 or 36 characters.
    private static let idBytes = 40

    /// Hands on each record of a ledger once or, where it was sent again, more often, in the order of the journal. Entries of another origin
    /// than the reader's, and what cannot be a record, are left out; what they are is told.
    package static func read(
        of ledger: String, from journal: JournalReader, _ body: (StoredRecord) throws -> Void
    ) throws -> LeftOut {
        var leftOut = LeftOut()
        try journal.find([(name: ledgerField, value: ledger)])
        while let entry = try journal.next(isWanted) {
            switch try record(entry) {
            case .success(let record): try body(record)
            case .failure(let misfit): leftOut.add(misfit: misfit.complaint)
            }
        }
        let others = try journal.others(with: (name: ledgerField, value: ledger))
        for (value, count) in others { leftOut.add(others: [journal.who(has: value): count]) }
        return leftOut
    }

    /// The ledgers of which a journal has entries of the reader's origin.
    package static func ledgers(in journal: JournalReader) throws -> [String] {
        try journal.values(of: ledgerField, limit: idBytes).filter(isID).filter { id in
            try journal.find([(name: ledgerField, value: id)])
            return try journal.next { _ in false } != nil
        }.sorted()
    }

    /// Whether a ledger's records can be followed from the first one on, or are sealed with a key of a state folder.
    package static func proves(_ ledger: String, in journal: JournalReader, keysIn state: FilePath) throws -> Bool {
        let keyring = try Keyring.whole(in: state)
        var isProven = false
        _ = try read(of: ledger, from: journal) { record in
            isProven =
                isProven
                || (keyring.proves(record, of: ledger)
                    ?? (record.number == 1 && RecordChain.link(after: "", record) == record.chain))
        }
        return isProven
    }

    /// Whether a journal has the record that follows the last one of a ledger: in its chain, and sealed with a key of the state folder where
    /// that has the key.
    static func goOn(
        after last: StoredRecord, of ledger: String, in journal: JournalReader, keysIn state: FilePath
    ) throws -> Bool {
        let keyring = try Keyring.whole(in: state)
        let (next, isBeyond) = last.number.addingReportingOverflow(1)
        guard !isBeyond else { return false }
        try journal.find([(name: ledgerField, value: ledger), (name: "NIANBAO_RECORD", value: "\(next)")])
        while let entry = try journal.next(isWanted) {
            guard case .success(let record) = try record(entry), record.number == next else { continue }
            if keyring.proves(record, of: ledger) != false, RecordChain.link(after: last.chain, record) == record.chain
            {
                return true
            }
        }
        return false
    }

    /// Whether others have written the newest entry of a ledger.
    package static func isNewestForeign(of ledger: String, in journal: JournalReader) throws -> Bool {
        try journal.isNewestForeign(with: (name: ledgerField, value: ledger))
    }

    /// The entries of any ledger that others have written, by who did. It takes as long as reading all that there is.
    package static func others(in journal: JournalReader) throws -> LeftOut {
        var leftOut = LeftOut()
        for id in try journal.values(of: ledgerField, limit: idBytes) {
            for (value, count) in try journal.others(with: (name: ledgerField, value: id)) {
                leftOut.add(others: [journal.who(has: value): count])
            }
        }
        return leftOut
    }

    /// The fields of an entry that a record can be made of.
    static func isWanted(_ name: Substring) -> Bool {
        name.hasPrefix(prefix) || name == "MESSAGE" || name == "PRIORITY"
    }

    static func isID(_ text: String) -> Bool {
        text.utf8.count >= 32
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) || $0 == 0x2D }
    }

    /// Why an entry is no record.
    struct Misfit: Error {
        let complaint: String
    }

    static func record(_ entry: [String: String]) throws -> Result<StoredRecord, Misfit> {
        let told = entry["NIANBAO_RECORD"] ?? ""
        guard let number = RecordBounds.number(told) else {
            return .failure(Misfit(complaint: "NIANBAO_RECORD 的内容不合规定：\(String(told.printable.prefix(40)))"))
        }
        guard let event = entry["NIANBAO_EVENT"],
            let priority = entry["PRIORITY"].flatMap({ RecordBounds.number($0, in: 0...7) }),
            let message = entry["MESSAGE"], let time = entry["NIANBAO_RECORDED"]
        else { return .failure(Misfit(complaint: "记录 \(number) 缺少字段")) }
        var fields: [String: String] = [:]
        for (name, value) in entry where name.hasPrefix(prefix) {
            let own = String(name.dropFirst(prefix.count))
            if !frame.contains(own) { fields[own] = value }
        }
        let record = StoredRecord(
            number: number, event: event, priority: priority, message: message, fields: try JSON.line(fields),
            at: time, chain: entry["NIANBAO_CHAIN"] ?? "", seal: entry["NIANBAO_SEAL"] ?? "")
        if let complaint = RecordBounds.complaint(about: record) {
            return .failure(Misfit(complaint: "记录 \(number)：\(complaint)"))
        }
        return .success(record)
    }
}
