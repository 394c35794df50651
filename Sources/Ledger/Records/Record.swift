package import Foundation
import Linux

/// An entry as the ledger holds it, with the number by which a copy is recognised.
package struct Record: Sendable, Equatable {
    package let number: Int
    /// The ledger that numbers it.
    package let ledger: String
    package let entry: Entry
    /// When it was recorded, in UTC.
    package let at: String
    /// What ties it to all records before it.
    package let chain: String
    /// Proves that it comes from a ledger with the key; empty where there was none yet.
    package let seal: String
    /// It was sent before and the journal dropped it.
    package let isReplayed: Bool

    /// The fields by which the journal's copy is recognised.
    package var identity: [(name: String, value: String)] {
        [(name: "NIANBAO_LEDGER", value: ledger), (name: "NIANBAO_RECORD", value: String(number))]
    }

    /// The fields as the journal takes them.
    package var journalFields: [(name: String, value: String)] {
        let own = entry.fields.sorted { $0.key < $1.key }.map { (name: "NIANBAO_\($0.key)", value: $0.value) }
        return [
            (name: "MESSAGE", value: entry.message),
            (name: "MESSAGE_ID", value: entry.event.messageID),
            (name: "PRIORITY", value: String(entry.priority.rawValue)),
            (name: "SYSLOG_IDENTIFIER", value: "nianbao"),
            (name: "NIANBAO_EVENT", value: entry.event.rawValue),
            (name: "NIANBAO_RECORDED", value: at),
            (name: "NIANBAO_CHAIN", value: chain),
        ] + (seal.isEmpty ? [] : [(name: "NIANBAO_SEAL", value: seal)])
            + (isReplayed ? [(name: "NIANBAO_REPLAYED", value: "1")] : []) + identity + own
    }
}

extension Date {
    /// Microseconds since 1970, as the journal counts; 0 for what was before.
    package var microseconds: UInt64 { UInt64(max(0, timeIntervalSince1970 * 1_000_000)) }
}
