import Foundation
import GRDB
import SystemPackage
import Testing

@testable import Ledger

extension Ledger {
    /// The ledger that the records of another one make, in a folder of its own.
    init(rebuiltFrom state: String, in folder: String) throws {
        let folder = FilePath(folder)
        let queue = try DatabaseQueue(path: "\(state)/ledger.sqlite")
        let records = try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM record").map(StoredRecord.init) }
        let summary = try LedgerBuilder(in: folder, id: "anew").build { take in
            try records.forEach { try take($0, true) }
            return LeftOut()
        }
        #expect(summary.isWhole)
        try LedgerFile.adoptRebuilt(in: folder)
        try self.init(in: folder)
    }
}
