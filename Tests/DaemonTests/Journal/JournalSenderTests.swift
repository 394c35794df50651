import Daemon
import Linux
import Logging
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
        #expect(bureau.board.figures.unsent == 0)
        #expect(printed.all.isEmpty)
    }

    @Test func `without a journal results are printed once and kept until there is one`() async throws {
        journal.state = .absent
        let bureau = try await judged("年报.txt")
        await sender(bureau).deliver(at: bureau.now)
        await sender(bureau).deliver(at: bureau.now)
        #expect(printed.all == ["合格：年报.txt 2024 第 1 版（年报.txt）"])
        #expect(bureau.board.figures.unsent == 1)

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
        #expect(bureau.board.figures.unsent == 0)
    }

    @Test func `what an earlier run sent and could not mark is found in the journal, and not sent again`() async throws
    {
        let bureau = try await judged("甲.txt", "乙.txt")
        try bureau.sabotage("CREATE TRIGGER full BEFORE UPDATE ON record BEGIN SELECT RAISE(ABORT, 'killed'); END")
        await sender(bureau).deliver(at: bureau.now)
        try bureau.sabotage("DROP TRIGGER full")
        try bureau.drop("accepted 丙 2024", as: "丙.txt")
        await bureau.work()
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1", "2", "3"])
        #expect(bureau.board.figures.unsent == 0)
    }

    @Test func `the records of another ledger in the same journal are not taken for its own`() async throws {
        await sender(try await judged("甲.txt")).deliver(at: Moment.now)
        await sender(try await judged("乙.txt")).deliver(at: Moment.now)
        #expect(journal.numbers == ["1", "1"])
    }

    @Test func `an entry that the journal refuses is not lost`() async throws {
        let bureau = try await judged("甲.txt")
        journal.refusal = .noMemory
        await sender(bureau).deliver(at: bureau.now)
        #expect(bureau.board.figures.unsent == 1)
        journal.refusal = nil
        await sender(bureau).deliver(at: bureau.now)
        #expect(journal.numbers == ["1"])
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

    private func sender(_ bureau: Bureau, alwaysPrints: Bool = false) -> JournalSender {
        JournalSender(
            journal: journal, ledger: bureau.ledger, pulses: bureau.pulses, bell: Bell(), alwaysPrints: alwaysPrints,
            log: .silent, output: { [printed] in printed.append($0) })
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

/// A journal that stands as the test says and keeps the numbers of the records it took.
private final class TestJournal: EntryTaker {
    private struct State {
        var state = Journal.State.ready
        var room = Int.max
        var refusal: Errno?
        var numbers: [String] = []
        var entries: [Set<String>] = []
    }

    private let inner = Mutex(State())

    var numbers: [String] { inner.withLock(\.numbers) }

    var state: Journal.State {
        get { inner.withLock { $0.numbers.count < $0.room ? $0.state : .busy } }
        set { inner.withLock { $0.state = newValue } }
    }

    /// How many entries it takes in all.
    var room: Int {
        get { inner.withLock(\.room) }
        set { inner.withLock { $0.room = newValue } }
    }

    /// Why it takes none.
    var refusal: Errno? {
        get { inner.withLock(\.refusal) }
        set { inner.withLock { $0.refusal = newValue } }
    }

    func send(_ fields: [(name: String, value: String)]) throws(Errno) {
        if let refusal { throw refusal }
        inner.withLock { state in
            state.numbers += fields.filter { $0.name == "NIANBAO_RECORD" }.map(\.value)
            state.entries.append(Set(fields.map { "\($0.name)=\($0.value)" }))
        }
    }

    func holds(_ fields: [(name: String, value: String)]) -> Bool {
        let wanted = fields.map { "\($0.name)=\($0.value)" }
        return inner.withLock { $0.entries.contains { $0.isSuperset(of: wanted) } }
    }
}
