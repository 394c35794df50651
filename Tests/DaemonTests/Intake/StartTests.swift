import Fixtures
import Foundation
import GRDB
import Ledger
import Reports
import Testing

@testable import Daemon

/// What the intake sees to before it takes what comes now.
@Suite struct `At the start` {
    @Test func `nothing is caught up before what lay in the inbox has been judged`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        try await bureau.check { _, _ in throw WorkerFailure.unavailable("坏了") }
        await bureau.work()
        bureau.wait(.seconds(3600))
        await bureau.look()
        #expect(!bureau.daemonStatus.isCaughtUp)
        try await bureau.check(by: Engine.check)
        await bureau.look()
        #expect(!bureau.daemonStatus.isCaughtUp)
        bureau.wait(.seconds(60))
        await bureau.look()
        #expect(bureau.daemonStatus.isCaughtUp)
        // What comes later is another matter.
        try bureau.drop("accepted 民政局 2024", as: "民政局.txt")
        await bureau.look()
        #expect(bureau.daemonStatus.isCaughtUp)
    }

    @Test func `an empty inbox is caught up, and a file that never stands still is waited for so long only`()
        async throws
    {
        let empty = try await Bureau()
        await empty.look()
        #expect(empty.daemonStatus.isCaughtUp)
        let bureau = try await Bureau()
        for number in 0..<5 {
            try bureau.drop(String(repeating: "x", count: number + 1), as: "年报.txt")
            await bureau.look()
            #expect(bureau.daemonStatus.isCaughtUp == (number == 4))
            bureau.wait(Bureau.patience / 3)
        }
    }

    @Test func `texts that a ledger made anew lacks are read from the archive first`() async throws {
        let bureau = try await Bureau()
        let engine: Engine.Check = { submission, depth in
            var checked = try await Engine.check(submission, depth)
            checked.texts = [.overview: "正文"]
            return checked
        }
        try await bureau.check(by: engine)
        for name in ["财政局", "民政局"] { try bureau.drop("accepted \(name) 2024", as: "\(name).txt") }
        await bureau.work()
        let queue = try DatabaseQueue(path: bureau.scratch.path("state/ledger.sqlite"))
        func texts() async throws -> Int? {
            try await queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM passage") }
        }
        #expect(try await texts() == 2)
        try await queue.write { database in
            try database.execute(sql: "DELETE FROM passage; INSERT INTO missing_text SELECT id FROM version")
        }
        try await bureau.restart()
        await bureau.look()
        #expect(try await texts() == 2)
        #expect(try await bureau.ledger.versionsWithoutTexts(limit: 9).isEmpty)
        // What the archive has lost is not looked for again.
        try await queue.write { database in
            try database.execute(sql: "DELETE FROM passage; INSERT INTO missing_text SELECT id FROM version")
        }
        try FileManager.default.removeItem(atPath: bureau.scratch.path("state/archive"))
        try await bureau.restart()
        await bureau.look()
        #expect(try await texts() == 0)
        #expect(try await bureau.ledger.versionsWithoutTexts(limit: 9).isEmpty)
    }
}
