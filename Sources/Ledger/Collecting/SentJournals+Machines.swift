package import Foundation
import Linux

/// Which machines have written what one sender passes on.
extension SentJournals {
    /// A machine, as the entries say that it has written.
    package struct Machine: Sendable, Hashable {
        /// Its number, `/etc/machine-id`. Machines that were cloned have the same.
        package let id: String
        /// The number of its last start of which there is a record: no other machine has the same.
        package let boot: String?
    }

    /// The machine that has written the newest record of a ledger; `nil` where nothing says which.
    package func machine(of ledger: String) throws -> Machine? {
        try newest { journal -> Machine? in
            try journal.find([(name: JournalRecords.ledgerField, value: ledger)])
            guard try journal.goToEnd(), let id = journal.value(of: "_MACHINE_ID") else { return nil }
            return Machine(id: id, boot: journal.value(of: "_BOOT_ID"))
        }?.found
    }

    /// When the newest entry of a machine was written, by its clock, also one that is no record. Of a machine that shares its number with
    /// another one that counts which is of the start of which there is a record: of any other start it could be either's.
    package func newest(from machine: Machine, isShared: Bool) throws -> Date? {
        if isShared, let boot = machine.boot { return try newest(with: (name: "_BOOT_ID", value: boot)) }
        return try newest(with: (name: "_MACHINE_ID", value: machine.id))
    }

    /// When the newest entry that names a ledger was written.
    package func newest(of ledger: String) throws -> Date? {
        try newest(with: (name: JournalRecords.ledgerField, value: ledger))
    }

    private func newest(with field: (name: String, value: String)) throws -> Date? {
        try newest { try $0.newest(with: field) }.map { Date(microseconds: $0.found) }
    }
}
