package import Foundation
import Linux
package import SystemPackage

/// Puts a ledger that was made anew in the place of one that is damaged; the damaged one is kept whole.
package struct Recovery {
    private let state: FilePath

    package init(state: FilePath) {
        self.state = state
    }

    /// What was done, in Chinese, for the journal and whoever looks after the machine.
    package func run(_ reason: String, at date: Date) throws -> Entry {
        let salvage = Salvage(in: state)
        defer { salvage.remove() }
        let id = salvage.id ?? LedgerFile.identity(in: state) ?? UUID().uuidString.lowercased()
        let summary = try LedgerBuilder(in: state, id: id).build { take in
            // The journal first: what it has is as it was told.
            if let journal = try? JournalReader() { try? JournalRecords.read(of: id, from: journal, take) }
            try salvage.read(take)
        }
        let place = try LedgerFile.setAside(
            in: state, as: "damaged-\(date.ISO8601Format(.iso8601.dateTimeSeparator(.standard)).filter { $0 != ":" })")
        try LedgerFile.adoptRebuilt(in: state)
        return .rebuilt(summary, place, reason)
    }
}
