import Fixtures
import GRDB
import SystemPackage
import Testing

@testable import Ledger

@Suite struct DurabilityTests {
    @Test func `a change outlives a power cut, whatever the one before it had to outlive`() async throws {
        let scratch = try ScratchFolder()
        try scratch.makeFolder("state")
        let ledger = try Ledger(in: FilePath(scratch.path("state")))
        let synchronous: @Sendable (Database) throws -> Int? = { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
        #expect(try await ledger.write(synchronous) == 2)
        #expect(try await ledger.write(outliving: .kill, synchronous) == 1)
        #expect(try await ledger.write(outliving: .kill, synchronous) == 1)
        #expect(try await ledger.write(synchronous) == 2)
    }

    @Test func `a change that failed leaves nothing behind for the next one`() async throws {
        let scratch = try ScratchFolder()
        try scratch.makeFolder("state")
        let ledger = try Ledger(in: FilePath(scratch.path("state")))
        await #expect(throws: Ledger.Failure.self) {
            try await ledger.write(outliving: .kill) { _ in throw Ledger.Failure.failed("") }
        }
        #expect(try await ledger.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") } == 2)
    }
}
