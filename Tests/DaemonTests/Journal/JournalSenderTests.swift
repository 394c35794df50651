import Daemon
import Foundation
import Ledger
import Linux
import Logging
import Services
import Synchronization
import SystemPackage
import Testing

@Suite struct JournalSenderTests {
    private let journal = TestJournal()
    private let printed = Lines()

    @Test func `records are sent in their order, once, with their numbers`() async throws {
        let bureau = try await judged("年报.txt", "水利局.txt")
        let sender = sender(bureau)
        await sender.deliver(at: bureau.now)
        await sender.deliver(at: bureau.now)
        #expect(journal.numbers == ["1", "2"])
        #expect(bureau.daemonStatus.figures.unsent == 0)
        #expect(printed.all.isEmpty)
    }

    @Test func `without a journal results are printed once and kept until there is one`() async throws {
        journal.state = .absent
        let bureau = try await judged("年报.txt")
        await sender(bureau).deliver(at: bureau.now)
        await sender(bureau).deliver(at: bureau.now)
        #expect(printed.all == ["合格：年报.txt 2024 第 1 版（年报.txt）"])
        #expect(bureau.daemonStatus.figures.unsent == 1)

        journal.state = .ready
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1"])
        #expect(printed.all.count == 1)
    }

    @Test func `what a journal had is not printed when it goes away`() async throws {
        let bureau = try await judged("年报.txt")
        await sender(bureau).deliver(at: bureau.now)
        journal.state = .absent
        await sender(bureau).deliver(at: bureau.now)
        #expect(printed.all.isEmpty)
    }

    @Test func `results can be printed also where there is a journal`() async throws {
        let bureau = try await judged("年报.txt")
        await sender(bureau, alwaysPrints: true).deliver(at: bureau.now)
        #expect(printed.all.count == 1)
        #expect(journal.numbers == ["1"])
    }

    @Test func `a journal that does not keep up is sent the rest later`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt", "丙.txt")
        journal.room = 2
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1", "2"])
        journal.room = 10
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1", "2", "3"])
    }

    @Test func `a record that the journal can't take is set aside, and the others do not wait for it`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt", "丙.txt")
        journal.refusedNumber = "2"
        let sender = sender(bureau)
        for _ in 1...8 {
            await sender.deliver(at: bureau.now)
            bureau.wait(.seconds(3600))
        }
        #expect(journal.numbers == ["1", "3"])
        #expect(try await bureau.ledger.itemsSetAside().map(\.name) == ["日志记录"])
        #expect(try await bureau.ledger.oldestUnsent() == nil)
        journal.refusedNumber = nil
        bureau.wait(.seconds(3600))
        await sender.deliver(at: bureau.now)
        #expect(journal.numbers == ["1", "3", "2"])
        #expect(try await bureau.ledger.itemsSetAside().isEmpty)
    }

    @Test func `what was set aside is tried once more at the end of a run that nobody goes on with`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt")
        journal.refusedNumber = "1"
        let sender = sender(bureau)
        for _ in 1...8 {
            await sender.deliver(at: bureau.now)
            bureau.wait(.seconds(3600))
        }
        await self.sender(bureau, retriesAtEnd: true).finish()
        #expect(try await bureau.ledger.itemsSetAside().count == 1)
        journal.refusedNumber = nil
        await self.sender(bureau).finish()
        #expect(try await bureau.ledger.itemsSetAside().count == 1)
        await self.sender(bureau, retriesAtEnd: true).finish()
        #expect(try await bureau.ledger.itemsSetAside().isEmpty)
        #expect(journal.numbers == ["2", "1"])
    }

    @Test func `what was sent and could not be marked is not sent again`() async throws {
        let bureau = try await judged("甲.txt")
        let sender = sender(bureau)
        try bureau.sabotage("CREATE TRIGGER full BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'full'); END")
        await sender.deliver(at: bureau.now)
        await sender.deliver(at: bureau.now)
        #expect(journal.numbers == ["1"])
        try bureau.sabotage("DROP TRIGGER full")
        await sender.deliver(at: bureau.now)
        #expect(journal.numbers == ["1"])
        #expect(bureau.daemonStatus.figures.unsent == 0)
    }

    @Test func `what an earlier run sent and could not mark is found in the journal, and not sent again`() async throws
    {
        let bureau = try await judged("甲.txt", "乙.txt")
        try bureau.sabotage("CREATE TRIGGER full BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'killed'); END")
        await sender(bureau).deliver(at: bureau.now)
        try bureau.sabotage("DROP TRIGGER full")
        let next = try await Bureau(scratch: bureau.scratch)
        try next.drop("accepted 丙 2024", as: "丙.txt")
        await next.work()
        await sender(next).deliver(at: next.now)
        #expect(journal.numbers == ["1", "2", "3"])
        #expect(next.daemonStatus.figures.unsent == 0)
    }

    @Test func `the records of another ledger in the same journal are not taken for its own`() async throws {
        await sender(try await judged("甲.txt")).deliver(at: ClockReading.now)
        await sender(try await judged("乙.txt")).deliver(at: ClockReading.now)
        #expect(journal.numbers == ["1", "1"])
    }

    @Test func `an entry that the journal refuses is not lost`() async throws {
        let bureau = try await judged("甲.txt")
        journal.refusal = .noMemory
        await sender(bureau).deliver(at: bureau.now)
        #expect(bureau.daemonStatus.figures.unsent == 1)
        journal.refusal = nil
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1"])
    }

    @Test func `what is read back from the journal is confirmed`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt")
        let sender = sender(bureau)
        await sender.deliver(at: bureau.now)
        #expect(bureau.daemonStatus.figures.unconfirmed == 2)
        await deliver(sender, bureau)
        #expect(bureau.daemonStatus.figures.unconfirmed == 0)
        #expect(journal.numbers == ["1", "2"])
    }

    @Test func `what the journal dropped is sent again, marked so, and only that`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt", "丙.txt")
        let sender = sender(bureau)
        journal.drops = ["2"]
        await sender.deliver(at: bureau.now)
        journal.drops = []
        for _ in 0..<5 { await deliver(sender, bureau) }
        #expect(journal.numbers == ["1", "2", "3", "2"])
        #expect(journal.replayed == ["2"])
        #expect(bureau.daemonStatus.figures == figures(of: bureau))
    }

    @Test func `the last one dropped is found out by a checkpoint`() async throws {
        let bureau = try await judged("甲.txt")
        let sender = sender(bureau)
        journal.hasOlder = true
        journal.drops = ["1"]
        await sender.deliver(at: bureau.now)
        journal.drops = []
        for _ in 0..<6 { await deliver(sender, bureau) }
        #expect(journal.numbers == ["1", "1"])
        #expect(bureau.daemonStatus.figures == figures(of: bureau))
    }

    @Test func `what the journal shows within a second needs no checkpoint`() async throws {
        let bureau = try await judged("甲.txt")
        let sender = sender(bureau)
        journal.hasOlder = true
        for name in ["乙.txt", "丙.txt"] {
            journal.isStopped = true
            try bureau.drop("accepted \(name) 2024", as: name)
            await bureau.work()
            await sender.deliver(at: bureau.now)
            bureau.wait(.milliseconds(200))
            await sender.deliver(at: bureau.now)
            journal.isStopped = false
            await deliver(sender, bureau)
        }
        #expect(bureau.daemonStatus.figures == figures(of: bureau))
        #expect(journal.checkpoints == 0)
    }

    @Test func `what is still on its way is not sent again, however long that takes`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt")
        let sender = sender(bureau)
        journal.hasOlder = true
        journal.isStopped = true
        for _ in 0..<20 { await deliver(sender, bureau) }
        #expect(journal.numbers == [])
        journal.isStopped = false
        for _ in 0..<5 { await deliver(sender, bureau) }
        #expect(journal.numbers == ["1", "2"])
        #expect(bureau.daemonStatus.figures == figures(of: bureau))
    }

    @Test func `a run that follows a killed one waits until the journal has taken what was on its way`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt")
        journal.isStopped = true
        try bureau.sabotage("CREATE TRIGGER full BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'killed'); END")
        await sender(bureau).deliver(at: bureau.now)
        try bureau.sabotage("DROP TRIGGER full")
        journal.hasOlder = true
        let next = try await Bureau(scratch: bureau.scratch)
        let sender = sender(next)
        for _ in 0..<3 { await deliver(sender, next) }
        journal.isStopped = false
        for _ in 0..<5 { await deliver(sender, next) }
        #expect(journal.numbers == ["1", "2"])
        #expect(next.daemonStatus.figures == figures(of: next))
    }

    @Test func `what the journal has let go of is not sent again`() async throws {
        let bureau = try await judged("甲.txt", "乙.txt")
        let sender = sender(bureau)
        await sender.deliver(at: bureau.now)
        journal.vacuum(upTo: UInt64(bureau.now.date.timeIntervalSince1970 * 1_000_000) + 1)
        for _ in 0..<5 { await deliver(sender, bureau) }
        #expect(journal.numbers == ["1", "2"])
        #expect(bureau.daemonStatus.figures == figures(of: bureau))
    }

    /// Lets time pass, so that there is another look into the journal, and delivers.
    private func deliver(_ sender: JournalSender, _ bureau: Bureau) async {
        bureau.wait(.seconds(3))
        await sender.deliver(at: bureau.now)
    }

    /// The figures of a ledger that owes the journal nothing.
    private func figures(of bureau: Bureau) -> Figures {
        var figures = bureau.daemonStatus.figures
        (figures.unsent, figures.unconfirmed) = (0, 0)
        return figures
    }

    /// A bureau with accepted reports in files of these names.
    private func judged(_ names: String...) async throws -> Bureau {
        let bureau = try await Bureau()
        for name in names {
            try bureau.drop("accepted \(name) 2024", as: name)
            await bureau.work()
        }
        return bureau
    }

    private func sender(_ bureau: Bureau, alwaysPrints: Bool = false, retriesAtEnd: Bool = false) -> JournalSender {
        JournalSender(
            bureau.context, journal: journal, alwaysPrints: alwaysPrints, retriesAtEnd: retriesAtEnd,
            output: { [printed] in printed.append($0) })
    }
}

/// Lines that were printed.
private final class Lines: Sendable {
    private let lines = Mutex<[String]>([])

    var all: [String] { lines.withLock(\.self) }

    func append(_ line: String) {
        lines.withLock { $0.append(line) }
    }
}
