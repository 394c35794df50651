package import Foundation
package import Linux
package import SystemPackage

/// Puts a ledger that was made anew in the place of one that is damaged, gone, or an older copy; what was there is kept whole.
package struct Recovery {
    private let state: FilePath
    private let journal: JournalSource
    private let reached: (_ ledger: String) -> Int
    private let given: (_ ledger: String) -> [GivenVersion]

    /// The journal is asked for what the damaged ledger does not prove. `reached` says how far a ledger is known to have come, 0 where
    /// nobody knows; `given`, of which of its versions others were told.
    package init(
        state: FilePath, journal: JournalSource, reached: @escaping (_ ledger: String) -> Int = { _ in 0 },
        given: @escaping (_ ledger: String) -> [GivenVersion] = { _ in [] }
    ) {
        self.state = state
        self.journal = journal
        self.reached = reached
        self.given = given
    }

    /// Why a ledger that ends so is an older copy that was put back, in Chinese, without an end mark: others know of what followed. `nil`
    /// where nobody does.
    package func isAhead(of end: Ledger.End) throws -> String? {
        let known = reached(end.ledger)
        if known > end.last?.number ?? 0 { return "结果文件夹是按它的记录 \(known) 写的，它只到记录 \(end.last?.number ?? 0)" }
        guard let last = end.last,
            try JournalRecords.goOn(after: last, of: end.ledger, in: journal.open(), keysIn: state)
        else { return nil }
        return "系统日志中有它之后的记录"
    }

    /// What was done, in Chinese, for the journal and whoever looks after the machine. The reason says what is wrong with the ledger. Throws where
    /// the disk takes nothing.
    package func run(_ reason: String, at date: Date) throws -> Entry {
        let salvage = try Salvage(in: state)
        let found = salvage.id
        let id = try LedgerFile.identity(in: state) ?? found ?? UUID().uuidString.lowercased()
        var troubles: [String] = []
        // What the damaged ledger holds and proves comes first: nobody but the service has written there.
        var summary = try LedgerBuilder(in: state, id: id, reached: reached(id), given: given(id)).build { take in
            var leftOut = LeftOut()
            if found == nil || found == id {
                leftOut = try salvage.read { try take($0, false) }
            } else {
                troubles.append("原来的文件是另一本台账，没有采用其中的内容。")
            }
            do {
                leftOut.add(try JournalRecords.read(of: id, from: journal.open()) { try take($0, true) })
            } catch let error as Errno {
                troubles.append("系统日志读不出来（\(error.reason)），只用了原来的台账中能读的部分。")
            }
            return leftOut
        }
        summary.troubles = salvage.troubles + troubles
        try salvage.remove()
        let place = try LedgerFile.adoptRebuilt(in: state, at: date)
        return .rebuilt(summary, place ?? state, reason)
    }

    /// What came of replacing a ledger that is gone.
    package enum Replacement {
        case made(Entry)
        /// Nothing was done; why, in Chinese, without an end mark.
        case refused(String)
    }

    /// The same for one that is gone, from the journal alone; what lies in its place is kept. Nothing is done where the journal does not have
    /// all of it, or nothing says which one it was.
    package func replaceMissing(at date: Date) throws -> Replacement {
        guard let id = try LedgerFile.identity(in: state) else { return .refused("没有编号，不知道是哪一本") }
        let isWanted = { (summary: LedgerBuilder.Summary) in summary.records > 0 && summary.isWhole }
        let summary = try LedgerBuilder(in: state, id: id, reached: reached(id), given: given(id)).build(
            from: { take in try JournalRecords.read(of: id, from: journal.open()) { try take($0, true) } },
            where: isWanted)
        guard isWanted(summary) else {
            return .refused(summary.records > 0 ? "\(summary.shown)不在系统日志中" : "系统日志中没有它的记录")
        }
        let place = try LedgerFile.adoptRebuilt(in: state, at: date)
        return .made(.replaced(summary, state.appending(LedgerFile.name), keptIn: place))
    }
}
