import Fixtures
import GRDB
import SystemPackage
import Testing

@testable import Ledger

extension Bureau {
    /// A second ledger that is made of nothing but the records of the first.
    func madeAnew() async throws -> Ledger {
        let state = FilePath(try scratch.makeFolder("anew"))
        let records = try await DatabaseQueue(path: scratch.path("state/ledger.sqlite")).read {
            try Row.fetchAll($0, sql: "SELECT * FROM record").map(StoredRecord.init)
        }
        let summary = try LedgerBuilder(in: state, id: ledger.id).build { take in
            try records.forEach { try take($0, true) }
            return LeftOut()
        }
        #expect(summary.isWhole)
        try LedgerFile.adoptRebuilt(in: state)
        return try Ledger(in: state)
    }
}
