import Foundation
package import Linux
package import Logging
import ServiceLifecycle
import SystemPackage

/// Gives the ledger's records to the journal, in their order, and prints results where there is none.
///
/// Nothing else in the daemon waits for the journal. A record that it does not take stays in the ledger.
package actor JournalSender: Service {
    private static let batch = 64

    private let executor = BlockingExecutor("journal")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let journal: any EntryTaker
    private let ledger: Ledger
    private let pulses: Pulses
    private let bell: Bell
    private let alwaysPrints: Bool
    private let log: Logger
    private let output: @Sendable (String) -> Void
    private var complaint = Complaint("台账读写失败，日志暂不送出，稍后重试。", over: "台账已恢复读写，继续送出日志。")
    /// What was sent or shown and could not be marked so: never to be repeated by this run.
    private var unmarked: [Ledger.Mark: [Record]] = [:]
    /// What an earlier run left has been looked for in the journal.
    private var isReconciled = false
    private var isAbsent = false
    /// Records are left that the journal did not take.
    private var isBehind = false

    /// Prints results with `output`, a line each: always, or only where there is no journal.
    package init(
        journal: any EntryTaker = Journal(), ledger: Ledger, pulses: Pulses, bell: Bell, alwaysPrints: Bool = false,
        log: Logger, output: @escaping @Sendable (String) -> Void
    ) {
        self.journal = journal
        self.ledger = ledger
        self.pulses = pulses
        self.bell = bell
        self.alwaysPrints = alwaysPrints
        self.log = log
        self.output = output
    }

    package func run() async {
        bell.ring()
        for await _ in bell.rings.cancelOnGracefulShutdown() {
            await deliver(at: .now)
            bell.ring(after: isBehind ? .seconds(2) : .seconds(30))
        }
        await deliver(at: .now)
    }

    /// Delivers what the journal takes now, and prints what a person is to see.
    package func deliver(at now: Moment) async {
        isBehind = true
        do {
            noteState()
            try await catchUp(at: now)
            if isAbsent || alwaysPrints { try await show(at: now) }
            if !isAbsent { try await send(at: now) }
            complaint.settle(in: log)
        } catch {
            complaint.raise(error, in: log)
        }
        pulses.beat(.journal)
    }

    private func send(at now: Moment) async throws {
        try await reconcile(at: now)
        while journal.state == .ready {
            let records = try await ledger.records(without: .sent, limit: Self.batch)
            isBehind = !records.isEmpty
            guard isBehind else { return }
            let sent = records.prefix { give($0) }
            try await mark(Array(sent), .sent, at: now)
            pulses.beat(.journal)
            guard sent.count == records.count else { return }
        }
    }

    /// Marks what an earlier run had sent and could not mark any more: it is in the journal, and never more than one batch.
    private func reconcile(at now: Moment) async throws {
        guard !isReconciled, journal.state == .ready else { return }
        let records = try await ledger.records(without: .sent, limit: Self.batch)
        try await mark(records.filter { journal.holds($0.identity) }, .sent, at: now)
        isReconciled = true
    }

    /// Gives one record to the journal; false where it does not take it now.
    private func give(_ record: Record) -> Bool {
        guard journal.state == .ready else { return false }
        do throws(Errno) {
            try journal.send(record.journalFields)
            return true
        } catch {
            log.error("日志记录 \(record.number) 暂未送出：\(error.reason)。记录保存在台账中，稍后重试。")
            return false
        }
    }

    private func show(at now: Moment) async throws {
        while case let records = try await ledger.records(without: .shown, limit: Self.batch), !records.isEmpty {
            for record in records where record.entry.event.isResult { output(record.entry.message) }
            try await mark(records, .shown, at: now)
        }
    }

    /// Marks what is done, now or before the next delivery.
    private func mark(_ records: [Record], _ mark: Ledger.Mark, at now: Moment) async throws {
        unmarked[mark] = records
        try await catchUp(at: now)
    }

    private func catchUp(at now: Moment) async throws {
        for (mark, records) in unmarked {
            try await ledger.mark(records, mark, at: now.date)
            unmarked[mark] = nil
        }
    }

    /// Says once that there is no journal, and once that there is one again.
    private func noteState() {
        let isAbsentNow = journal.state == .absent
        guard isAbsentNow != isAbsent else { return }
        isAbsent = isAbsentNow
        if isAbsent {
            log.warning("没有系统日志（journald）：结果改为逐行输出，日志记录保存在台账中，日志恢复后补送。")
        } else {
            log.notice("系统日志已可用，正在补送记录。")
        }
    }
}
