import Foundation
import Ledger
package import Linux
import Logging
import ServiceLifecycle
package import Services
import SystemPackage

/// Gives the ledger's records to the journal, in their order, and prints results where there is none.
///
/// Nothing else in the daemon waits for the journal. A record that it does not take stays in the context.ledger.
package actor JournalSender: PeriodicService {
    private static let batch = 64
    /// How many records one look into the journal looks for.
    private static let looked = 256
    /// How long to wait for a journal that does not answer.
    private static let patience = Duration.seconds(5)
    /// How long the journal may take, when the daemon ends, to show what it was sent last.
    private static let farewell = Duration.seconds(2)
    private static let lookInterval = Duration.milliseconds(100)
    /// How long the journal may take to show an entry before a checkpoint asks for it: most are there at the second look, and a checkpoint is
    /// an entry more that nobody wants to read.
    private static let allowance = Duration.seconds(1)
    private static let longestPause = Duration.seconds(60)
    /// The errors that are about the record and not about the journal.
    private static let concernsOne: Set<Errno> = [.invalidArgument, .messageTooLong, .argListTooLong]

    private let executor = BlockingExecutor("journal")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let journal: any JournalSink
    private let context: DaemonContext
    package nonisolated let wake: WakeSignal
    private let alwaysPrints: Bool
    private let retriesAtEnd: Bool
    private let output: @Sendable (String) -> Void
    private var failureLog = LatchedLog("台账读写失败，日志暂不送出，稍后重试。", over: "台账已恢复读写，继续送出日志。")
    /// What was sent or shown and could not be marked so: never to be repeated by this run.
    private var unmarked: [Ledger.Mark: [Record]] = [:]
    private let boundedCall = BoundedCall("journal.send")
    /// What was sent and not read back yet; `nil` until what earlier runs left is known.
    private var reconciliation: Reconciliation?
    /// Records of earlier runs may be in the journal or on their way: none of these is sent before that is known.
    private var isInDoubt = true
    private var nextLook: ContinuousClock.Instant?
    /// When this run sent a record last.
    private var lastSent: ContinuousClock.Instant?
    /// Records that the journal dropped are sent again after a pause, which grows while it goes on dropping them.
    private var pause = Duration.zero
    private var resendsFrom: ContinuousClock.Instant?
    /// Through a backlog the records of several reports are sent together.
    private var gathering = Gathering(for: .milliseconds(100))
    private var isBlind = false
    private var isAbsent = false
    /// Records are left that the journal did not take.
    private var isBehind = false

    /// Prints results with `output`, a line each: always, or only where there is no journal. Where nobody comes back in an hour, what rests
    /// after failures is tried once more at the end: `retriesAtEnd`.
    package init(
        _ context: DaemonContext, journal: any JournalSink = Journal(), wake: WakeSignal = WakeSignal(),
        alwaysPrints: Bool = false, retriesAtEnd: Bool = false, output: @escaping @Sendable (String) -> Void
    ) {
        self.context = context
        self.journal = journal
        self.wake = wake
        self.alwaysPrints = alwaysPrints
        self.retriesAtEnd = retriesAtEnd
        self.output = output
    }

    package func round() async -> Duration? {
        if let rest = gathering.rest(at: .now) { return rest }
        await deliver(at: .now)
        gathering.worked(at: .now)
        return nextRound
    }

    /// Delivers the rest, and gives the journal a moment to show that it has all of it: what is known by then need not be found
    /// out by the next run.
    package func finish() async {
        await settle()
        guard retriesAtEnd, !isAbsent, !isInDoubt else { return }
        do {
            _ = try await sendSome(due: .distantFuture, at: .now)
        } catch {
            failureLog.failed(error, in: context.log)
        }
        await settle()
    }

    private func settle() async {
        let end = ContinuousClock.now + Self.farewell
        repeat {
            await deliver(at: .now)
            guard !isAbsent, !isSettled else { return }
            try? await Task.sleep(for: Self.lookInterval)
        } while .now < end
    }

    private var isSettled: Bool { !isBehind && reconciliation?.flights.isEmpty ?? false }

    /// Delivers what the journal takes now, and prints what a person is to see.
    package func deliver(at now: ClockReading) async {
        isBehind = true
        do {
            noteState()
            try await catchUp(at: now)
            if isAbsent || alwaysPrints { try await show(at: now) }
            if !isAbsent { try await send(at: now) }
            failureLog.recovered(in: context.log)
        } catch {
            failureLog.failed(error, in: context.log)
        }
        context.liveness.progress(.journal)
    }

    private var nextRound: Duration {
        if !(reconciliation?.flights.isEmpty ?? true) { return .seconds(1) }
        return isBehind ? .seconds(2) : .seconds(30)
    }

    private func send(at now: ClockReading) async throws {
        if reconciliation == nil {
            reconciliation = Reconciliation(flights: try await context.ledger.doubtful(batch: Self.batch))
        }
        do {
            try await look(at: now)
        } catch let error as Errno {
            // What can't be told now is told by a later look.
            context.log.warning("系统日志暂时读不出来：\(error.reason)。稍后再核对。")
        }
        let mayResend = resendsFrom.map { $0 <= now.uptime } ?? true
        while isReady, try await sendSome(mayResend: mayResend, due: now.date, at: now) {}
    }

    /// Sends the first records that are due by then; false where there are none, or the journal takes no more now.
    private func sendSome(mayResend: Bool = true, due: Date, at now: ClockReading) async throws -> Bool {
        let records = try await context.ledger.records(
            without: .sent, above: isInDoubt ? context.ledger.inherited : 0, fresh: !mayResend, at: due,
            limit: Self.batch)
        isBehind = isInDoubt || !mayResend || !records.isEmpty
        guard !records.isEmpty else { return false }
        let (sent, refused) = give(records)
        for record in sent { reconciliation?.sent(record.number, at: now.date.microseconds) }
        if !sent.isEmpty { lastSent = now.uptime }
        try await mark(sent, .sent, at: now)
        for (record, error) in refused { try await context.ledger.refuse(record, error.reason, at: now.date) }
        context.liveness.progress(.journal)
        return sent.count + refused.count == records.count
    }

    private var isReady: Bool { !boundedCall.isBusy && journal.state == .ready }

    /// Reads back what was sent, and requeues what the journal has dropped.
    private func look(at now: ClockReading) async throws {
        guard var next = reconciliation, !next.flights.isEmpty else {
            isInDoubt = false
            return
        }
        guard nextLook.map({ $0 <= now.uptime }) ?? true else { return }
        guard let oldest = try journal.oldest() else { return try await trust(next.flights, at: now) }
        isBlind = false
        nextLook = now.uptime + Self.lookInterval
        let numbers = next.next(limit: Self.looked)
        let (found, hasCheckpoint) = try find(numbers, next.token)
        let outcome = next.found(found, of: numbers, hasCheckpoint: hasCheckpoint, oldest: oldest)
        let isLate = lastSent.map { $0 + Self.allowance <= now.uptime } ?? true
        if isLate, next.needsCheckpoint(at: now.uptime), let token = sendCheckpoint() {
            next.sentCheckpoint(token, at: now.uptime)
        }
        try await context.ledger.mark(numbers: outcome.confirmed, .confirmed, at: now.date)
        try await context.ledger.requeue(numbers: outcome.lost, at: now.date)
        reconciliation = next
        if next.flights.allSatisfy({ $0.number > context.ledger.inherited }) { isInDoubt = false }
        notePace(outcome, at: now)
    }

    /// Takes what was sent as taken, where this account may not read the journal.
    private func trust(_ flights: [Reconciliation.Flight], at now: ClockReading) async throws {
        if !isBlind { context.log.warning("账户 \(Account.own) 不能读取系统日志，无法核对日志是否收全。请把它加入用户组 systemd-journal。") }
        isBlind = true
        // What was pending in a run that was killed stays pending: sent twice is better than never.
        let pending = Set(try await context.ledger.records(without: .sent, limit: Self.batch).map(\.number))
        try await context.ledger.mark(
            numbers: flights.map(\.number).filter { !pending.contains($0) }, .confirmed, at: now.date)
        reconciliation = Reconciliation(flights: [])
        isInDoubt = false
    }

    private func notePace(_ outcome: Reconciliation.Outcome, at now: ClockReading) {
        guard !outcome.lost.isEmpty else {
            if !outcome.confirmed.isEmpty { (pause, resendsFrom) = (.zero, nil) }
            return
        }
        context.log.warning("系统日志中缺少 \(outcome.lost.count) 条记录，正在补送。")
        resendsFrom = now.uptime + pause
        pause = min(max(pause * 2, .seconds(2)), Self.longestPause)
    }

    /// Looks for records and a checkpoint in one reading: a file of the journal that can't be opened at this moment hides
    /// both of them, and proves nothing.
    private func find(_ numbers: [Int], _ token: String?) throws -> (records: Set<Int>, hasCheckpoint: Bool) {
        let records =
            [(name: "NIANBAO_LEDGER", value: context.ledger.id)]
            + numbers.map { (name: "NIANBAO_RECORD", value: String($0)) }
        let entries = try journal.entries(
            with: records, [(name: "NIANBAO_CHECKPOINT", value: token ?? "")],
            showing: ["NIANBAO_RECORD", "NIANBAO_CHECKPOINT"])
        let found = entries.compactMap { $0["NIANBAO_RECORD"].flatMap { Int($0) } }
        return (Set(found), entries.contains { $0["NIANBAO_CHECKPOINT"] != nil })
    }

    /// Sends an entry that is there to be found, and gives what to find it by.
    private func sendCheckpoint() -> String? {
        let token = UUID().uuidString
        let fields = [
            (name: "MESSAGE", value: "核对日志是否收全。"), (name: "PRIORITY", value: "7"),
            (name: "SYSLOG_IDENTIFIER", value: "nianbao"), (name: "NIANBAO_CHECKPOINT", value: token),
        ]
        guard isReady else { return nil }
        return send(fields) == nil ? token : nil
    }

    /// Gives records to the journal in their order, until it takes no more now. Those that it can't take at all are no reason to end.
    private func give(_ records: [Record]) -> (sent: [Record], refused: [(Record, Errno)]) {
        var sent: [Record] = []
        var refused: [(Record, Errno)] = []
        for record in records {
            guard isReady else { break }
            guard let error = send(record.journalFields) else {
                sent.append(record)
                continue
            }
            context.log.error("日志记录 \(record.number) 暂未送出：\(error.reason)。记录保存在台账中，稍后重试。")
            guard Self.concernsOne.contains(error) else { break }
            refused.append((record, error))
        }
        return (sent, refused)
    }

    /// Sends an entry. One that the journal does not take in time may yet arrive: it counts as sent, and is looked for.
    private func send(_ fields: [(name: String, value: String)]) -> Errno? {
        let journal = journal
        let answer: Errno?? = boundedCall.run(within: Self.patience) {
            do throws(Errno) {
                try journal.send(fields)
                return nil
            } catch {
                return error
            }
        }
        return answer ?? nil
    }

    private func show(at now: ClockReading) async throws {
        while case let records = try await context.ledger.records(without: .shown, limit: Self.batch), !records.isEmpty
        {
            for record in records where record.entry.event.isResult { output(record.entry.message) }
            try await mark(records, .shown, at: now)
        }
    }

    /// Marks what is done, now or before the next delivery.
    private func mark(_ records: [Record], _ mark: Ledger.Mark, at now: ClockReading) async throws {
        unmarked[mark] = records
        try await catchUp(at: now)
    }

    private func catchUp(at now: ClockReading) async throws {
        for (mark, records) in unmarked {
            try await context.ledger.mark(records, mark, at: now.date)
            unmarked[mark] = nil
        }
    }

    /// Says once that there is no journal, and once that there is one again.
    private func noteState() {
        let isAbsentNow = journal.state == .absent
        guard isAbsentNow != isAbsent else { return }
        isAbsent = isAbsentNow
        if isAbsent {
            context.log.warning("没有系统日志（journald）：结果改为逐行输出，日志记录保存在台账中，日志恢复后补送。")
        } else {
            context.log.notice("系统日志已可用，正在补送记录。")
        }
    }
}
