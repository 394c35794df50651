import Fixtures
import GRDB
import Ledger
import Services

extension Bureau {
    /// Does something to the ledger behind its back.
    func sabotage(_ sql: String) throws {
        try DatabaseQueue(path: scratch.path("state/ledger.sqlite")).write { try $0.execute(sql: sql) }
    }
}
