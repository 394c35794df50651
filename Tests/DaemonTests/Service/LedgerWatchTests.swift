import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Services
import SystemPackage
import Testing

@Suite("What commands record beside the service") struct LedgerWatchTests {
    /// How often somebody was woken.
    private let changes = AsyncStream.makeStream(of: Bool.self)
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let watch: LedgerWatch

    init() throws {
        scratch = try ScratchFolder()
        let continuation = changes.continuation
        ledger = try Ledger(in: FilePath(scratch.path(""))) { _, isNews in continuation.yield(isNews) }
        let context = DaemonContext(
            ledger: ledger, status: DaemonStatus(), liveness: Liveness(allowances: [:]), log: .silent)
        // By the timer alone nobody would notice anything within this test.
        watch = LedgerWatch(of: FilePath(scratch.path("")), context, pause: .seconds(86_400))
    }

    /// What a command does: another ledger on the same file, which is closed again.
    private func command() async throws {
        let other = try Ledger(in: FilePath(scratch.path("")))
        try await other.append([.started], at: .now)
    }

    @Test func `wakes those that follow the ledger as soon as the command has ended`() async throws {
        var heard = changes.stream.makeAsyncIterator()
        #expect(await heard.next() == true, "as it was opened")
        let running = Task { await watch.run() }
        defer { running.cancel() }
        for _ in 0..<3 {
            try await command()
            #expect(await heard.next() == true)
        }
    }

    @Test func `is no news where nothing was recorded, and its own records are none`() async throws {
        _ = await watch.round()
        try await ledger.append([.started], at: .now)
        _ = try Ledger(in: FilePath(scratch.path("")))
        _ = await watch.round()
        changes.continuation.finish()
        var count = 0
        for await _ in changes.stream { count += 1 }
        #expect(count == 2, "when it was opened, and its own record")
    }
}
