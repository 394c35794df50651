import Foundation
package import Linux
package import Logging
package import Office
package import Reports
import ServiceLifecycle
package import SystemPackage

/// Writes the status files that the ledger owes. A file that can't be written stays owed.
package actor Publisher: Service {
    private static let retry = Duration.seconds(10)
    /// How many files are looked after in a round.
    private static let round = 2_000

    private let executor = BlockingExecutor("publisher")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let folder: FilePath
    private let ledger: Ledger
    private var roster: Roster
    private let board: Board
    private let pulses: Pulses
    private let bell: Bell
    private var validFor: Duration
    private var letter: Letter
    private let log: Logger
    private var overviewDue: ContinuousClock.Instant?
    /// The pages about all reports were written, and are not to be written again before.
    private var overviewsRest: ContinuousClock.Instant?
    /// The row of the last file that was looked after.
    private var lookedAfter: Int64 = 0
    private var complaint = Complaint("台账读写失败，回执和总览暂不更新，稍后重写。", over: "台账已恢复读写，继续更新回执和总览。")

    /// Pages about all reports are written anew before they are `validFor` old, also when nothing has changed.
    package init(
        folder: FilePath, ledger: Ledger, roster: Roster, board: Board, pulses: Pulses, bell: Bell, validFor: Duration,
        letter: Letter = Letter(), log: Logger
    ) {
        self.folder = folder
        self.ledger = ledger
        self.roster = roster
        self.board = board
        self.pulses = pulses
        self.bell = bell
        self.validFor = validFor
        self.letter = letter
        self.log = log
    }

    package func run() async {
        bell.ring()
        for await _ in bell.rings.cancelOnGracefulShutdown() {
            await publish(at: .now, sparing: true)
            bell.ring(after: nextRound)
        }
        await publish(at: .now)
    }

    /// Goes by other settings; what shows the roster is written anew.
    package func adopt(_ setup: Setup) {
        roster = setup.roster
        validFor = setup.settings.status.validFor
        letter = setup.settings.letter
        overviewDue = nil
        bell.ring()
    }

    private var nextRound: Duration {
        guard let overviewsRest, overviewsRest > .now else { return Self.retry }
        return min(ContinuousClock.now.duration(to: overviewsRest), Self.retry)
    }

    /// Writes all that is owed, or raises an alert. `sparing` lets the pages about all reports rest a while between two
    /// writings.
    package func publish(at now: Moment, sparing: Bool = false) async {
        do {
            if overviewDue.map({ $0 <= now.uptime }) ?? true {
                if overviewDue == nil { try await ledger.wantTables() }
                try await ledger.wantOverview()
                overviewDue = now.uptime + validFor / 2
            }
            let trouble = try await writeOwed(at: now, sparing: sparing)
            try await lookAfterFiles()
            try await ledger.settle([trouble].compactMap(\.self), of: [.statusUnwritable], at: now.date)
            complaint.settle(in: log)
        } catch {
            complaint.raise(error, in: log)
        }
        pulses.beat(.publisher)
    }

    /// Writes what is owed until nothing is, or until the folder does not take it.
    private func writeOwed(at now: Moment, sparing: Bool) async throws -> Alert? {
        let withOverviews = !sparing || overviewsRest.map { $0 <= now.uptime } ?? true
        while case let owed = try await ledger.owedPages(limit: 64, withOverviews: withOverviews), !owed.isEmpty {
            let began = ContinuousClock.now
            // Read after the pages were asked for, so that one reading serves all of them.
            var views = Views()
            for page in owed {
                do {
                    try await ledger.markWritten(page, as: write(page, at: now, &views))
                } catch let error as Errno {
                    return .statusUnwritable(folder, error)
                }
                pulses.beat(.publisher)
            }
            if owed.contains(where: { $0.version == 0 }) {
                // What costs more the more there is must not take most of the time: through a backlog it comes rarely, but
                // before the pages are too old.
                overviewsRest = .now + min(began.duration(to: .now) * 20, validFor / 4)
            }
        }
        return nil
    }

    /// What several pages of a batch show: each is read from the ledger once.
    private struct Views {
        var overview: Overview?
        var register: Register?
        var totals: [Int: Totals] = [:]
    }

    /// Asks for files again that somebody removed or changed since they were written: some in each round, and all in turn.
    private func lookAfterFiles() async throws {
        let files = StatusFolder(path: folder)
        var restamped: [(Ledger.WrittenPage, WrittenFile)] = []
        var changed: [Ledger.WrittenPage] = []
        let pages = try await ledger.writtenPages(after: lookedAfter, limit: Self.round)
        for page in pages {
            switch try? files.look(at: page.path, written: page.written) {
            case .restamped(let file): restamped.append((page, file))
            case .changed: changed.append(page)
            case .unchanged, nil: break
            }
        }
        lookedAfter = pages.count < Self.round ? 0 : pages.last?.row ?? 0
        if let first = changed.first {
            log.warning("结果文件夹中有 \(changed.count) 个文件被删除或改动（如 \(FileName(first.path.string).display)），按台账重写。")
        }
        try await ledger.note(restamped: restamped, changed: changed)
    }

    private func write(
        _ owed: Ledger.OwedPage, at now: Moment, _ views: inout Views
    ) async throws -> WrittenFile {
        switch owed.page {
        case .result:
            let version = try await ledger.version(owed.version)
            return try put(JSON.page(version.result), owed.page, in: version.path)
        case .receipt:
            let version = try await ledger.version(owed.version)
            let previous = try await ledger.version(before: version)
            return try put(
                ReceiptPage.html(for: version, after: previous, letter: letter), owed.page, in: version.path)
        case .status: return try put(StatusFile.json(for: await overview(now, &views)), owed.page)
        case .metrics:
            let alerts = try await ledger.alertList(at: now.date, validFor: validFor, roster: roster)
            return try put(MetricsFile.text(for: await overview(now, &views), alerts: alerts), owed.page)
        case .alerts:
            let alerts = try await ledger.alertList(at: now.date, validFor: validFor, roster: roster)
            return try put(AlertsFile.json(for: alerts, in: roster.deadlines.timeZone), owed.page)
        case .overview: return try put(OverviewPage.html(for: await overview(now, &views)), owed.page)
        case .register(let list): return try put(bytes(of: await register(&views), as: list), owed.page)
        case .totals(let year, let table):
            return try put(bytes(of: await totals(of: year, &views), as: table), owed.page)
        }
    }

    private func bytes(of totals: Totals, as table: Page.Table) throws -> [UInt8] {
        switch table {
        case .json: Array(try TotalsFile.json(for: totals).utf8)
        case .csv: Array(TotalsTable.csv(for: totals).utf8)
        case .html: Array(TotalsPage.html(for: totals).utf8)
        case .xlsx: try TotalsWorkbook.bytes(for: totals)
        }
    }

    private func bytes(of register: Register, as list: Page.List) throws -> [UInt8] {
        switch list {
        case .csv: Array(RegisterTable.csv(for: register).utf8)
        case .xlsx: try RegisterWorkbook.bytes(for: register)
        }
    }

    private func overview(_ now: Moment, _ views: inout Views) async throws -> Overview {
        if let overview = views.overview { return overview }
        let overview = try await ledger.overview(
            at: now.date, validFor: validFor, roster: roster, receiving: board.receiving)
        views.overview = overview
        return overview
    }

    private func totals(of year: Int, _ views: inout Views) async throws -> Totals {
        if let totals = views.totals[year] { return totals }
        let totals = try await ledger.totals(of: year, roster: roster)
        views.totals[year] = totals
        return totals
    }

    private func register(_ views: inout Views) async throws -> Register {
        if let register = views.register { return register }
        let register = try await ledger.register(roster: roster)
        views.register = register
        return register
    }

    private func put(_ text: String, _ page: Page, in path: String = "") throws(Errno) -> WrittenFile {
        try put(Array(text.utf8), page, in: path)
    }

    private func put(_ bytes: [UInt8], _ page: Page, in path: String = "") throws(Errno) -> WrittenFile {
        let place = FilePath(path)
        try Folders.make(place, below: folder)
        let file = folder.pushing(place).appending(page.rawValue)
        try AtomicFile.write(bytes, to: file)
        return try WrittenFile(bytes, at: file)
    }
}
