import Foundation
package import Linux
package import Logging
import Office
package import Reports
import ServiceLifecycle
package import SystemPackage

/// Writes the status files that the ledger owes. A file that can't be written stays owed.
package actor Publisher: Service {
    private static let retry = Duration.seconds(10)

    private let executor = BlockingExecutor("publisher")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let folder: FilePath
    private let ledger: Ledger
    private let roster: Roster
    private let board: Board
    private let pulses: Pulses
    private let bell: Bell
    private let validFor: Duration
    private let log: Logger
    private var overviewDue: ContinuousClock.Instant?
    private var complaint = Complaint("台账读写失败，回执和总览暂不更新，稍后重写。", over: "台账已恢复读写，继续更新回执和总览。")

    /// Pages about all reports are written anew before they are `validFor` old, also when nothing has changed.
    package init(
        folder: FilePath, ledger: Ledger, roster: Roster, board: Board, pulses: Pulses, bell: Bell, validFor: Duration,
        log: Logger
    ) {
        self.folder = folder
        self.ledger = ledger
        self.roster = roster
        self.board = board
        self.pulses = pulses
        self.bell = bell
        self.validFor = validFor
        self.log = log
    }

    package func run() async {
        bell.ring()
        for await _ in bell.rings.cancelOnGracefulShutdown() {
            await publish(at: .now)
            bell.ring(after: Self.retry)
        }
        await publish(at: .now)
    }

    /// Writes all that is owed, or raises an alert.
    package func publish(at now: Moment) async {
        do {
            if overviewDue.map({ $0 <= now.uptime }) ?? true {
                if overviewDue == nil { try await ledger.wantTotals() }
                try await ledger.wantOverview()
                overviewDue = now.uptime + validFor / 2
            }
            let trouble = try await writeOwed(at: now)
            try await ledger.settle([trouble].compactMap(\.self), of: [.statusUnwritable], at: now.date)
            complaint.settle(in: log)
        } catch {
            complaint.raise(error, in: log)
        }
        pulses.beat(.publisher)
    }

    /// Writes what is owed until nothing is, or until the folder does not take it.
    private func writeOwed(at now: Moment) async throws -> Alert? {
        while case let owed = try await ledger.owedPages(limit: 64), !owed.isEmpty {
            // Read after the pages were asked for, so that one reading serves all of them.
            var views = Views()
            for page in owed {
                do {
                    try await write(page, at: now, &views)
                } catch let error as Errno {
                    return .statusUnwritable(folder, error)
                }
                try await ledger.markWritten(page)
                pulses.beat(.publisher)
            }
        }
        return nil
    }

    /// What several pages of a batch show: each is read from the ledger once.
    private struct Views {
        var overview: Overview?
        var totals: [Int: Totals] = [:]
    }

    private func write(_ owed: Ledger.OwedPage, at now: Moment, _ views: inout Views) async throws {
        switch owed.page {
        case .result:
            let version = try await ledger.version(owed.version)
            try put(JSON.page(version.result), owed.page, in: version.path)
        case .receipt:
            let version = try await ledger.version(owed.version)
            try put(ReceiptPage.html(for: version), owed.page, in: version.path)
        case .status:
            try put(StatusFile.json(for: await overview(now, &views)), owed.page)
        case .alerts:
            let alerts = try await ledger.alertList(at: now.date, validFor: validFor, roster: roster)
            try put(AlertsFile.json(for: alerts, in: roster.deadlines.timeZone), owed.page)
        case .overview:
            try put(OverviewPage.html(for: await overview(now, &views)), owed.page)
        case .totals(let year, let table):
            try put(text(of: await totals(of: year, &views), as: table), owed.page)
        }
    }

    private func text(of totals: Totals, as table: Page.Table) throws -> String {
        switch table {
        case .json: try TotalsFile.json(for: totals)
        case .csv: TotalsTable.csv(for: totals)
        case .html: TotalsPage.html(for: totals)
        }
    }

    private func overview(_ now: Moment, _ views: inout Views) async throws -> Overview {
        if let overview = views.overview { return overview }
        let overview = try await ledger.overview(at: now.date, validFor: validFor, receiving: board.receiving)
        views.overview = overview
        return overview
    }

    private func totals(of year: Int, _ views: inout Views) async throws -> Totals {
        if let totals = views.totals[year] { return totals }
        let totals = try await ledger.totals(of: year, roster: roster)
        views.totals[year] = totals
        return totals
    }

    private func put(_ text: String, _ page: Page, in path: String = "") throws(Errno) {
        let place = FilePath(path)
        try Folders.make(place, below: folder)
        try AtomicFile.write(Array(text.utf8), to: folder.pushing(place).appending(page.rawValue))
    }
}
