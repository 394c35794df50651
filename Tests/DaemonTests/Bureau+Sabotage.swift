import Fixtures
import GRDB
import Ledger
import Services

extension Bureau {
    /// Does something to the ledger behind its back.
    func sabotage(_ sql: String) throws {
        try DatabaseQueue(path: scratch.path("state/ledger.sqlite")).write { try $0.execute(sql: sql) }
    }

    /// The number that a question to the ledger's tables answers.
    func number(_ sql: String) throws -> Int? {
        try DatabaseQueue(path: scratch.path("state/ledger.sqlite")).read { try Int.fetchOne($0, sql: sql) }
    }
}
