import Foundation
import GRDB
package import Linux
import Office

/// The records that journals hold, letter by letter as the ledger had them.
package enum JournalRecords {
    /// The fields by which an entry is found; what else begins with `NIANBAO_` is what the record says.
    private static let frame: Set<String> = [
        "LEDGER", "RECORD", "EVENT", "RECORDED", "CHAIN", "REPLAYED", "CHECKPOINT",
    ]
    private static let prefix = "NIANBAO_"

    /// Hands on each record of a ledger once or, where it was sent again, more often, in the order of the journal.
    package static func read(
        of ledger: String, from journal: JournalReader, _ body: (StoredRecord) throws -> Void
    ) throws {
        try journal.find([(name: "NIANBAO_LEDGER", value: ledger)])
        while let entry = try journal.next({ $0.hasPrefix(prefix) || $0 == "MESSAGE" || $0 == "PRIORITY" }) {
            if let record = try record(entry) { try body(record) }
        }
    }

    private static func record(_ entry: [String: String]) throws -> StoredRecord? {
        guard let number = entry["NIANBAO_RECORD"].flatMap({ Int($0) }), let event = entry["NIANBAO_EVENT"],
            let priority = entry["PRIORITY"].flatMap({ Int($0) }), let message = entry["MESSAGE"],
            let time = entry["NIANBAO_RECORDED"]
        else { return nil }
        var fields: [String: String] = [:]
        for (name, value) in entry where name.hasPrefix(prefix) {
            let own = String(name.dropFirst(prefix.count))
            if !frame.contains(own) { fields[own] = value }
        }
        return StoredRecord(
            number: number, event: event, priority: priority, message: message, fields: try JSON.line(fields),
            at: time, chain: entry["NIANBAO_CHAIN"] ?? "")
    }
}
