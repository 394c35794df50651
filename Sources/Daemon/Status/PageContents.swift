import Foundation
import Ledger
import Linux
import Office
import Reports
import SystemPackage

/// What stands in status files, as the ledger has it when the first of them is asked for: one reading serves all files of a batch that
/// show the same and follow each other.
final class PageContents {
    private let context: DaemonContext
    private let plan: Publisher.Plan
    private let date: Date

    private var read = Read()

    /// What has been read already.
    private struct Read {
        var overview: Overview?
        var alerts: AlertList?
        var register: Register?
        var totals: [Int: Totals] = [:]
        var years: Years?
        var version: (row: Int64, version: ReportVersion)?
    }

    init(_ context: DaemonContext, _ plan: Publisher.Plan, at date: Date) {
        self.context = context
        self.plan = plan
        self.date = date
    }

    /// The bytes of a file, and the folder of it below the status folder.
    func bytes(of pending: Ledger.PendingPage) throws -> (bytes: [UInt8], folder: String) {
        switch pending.page {
        case .result:
            let version = try version(pending.version)
            return (Array(try JSON.page(version.result).utf8), version.path)
        case .receipt:
            let version = try version(pending.version)
            let page = ReceiptPage.html(
                for: version, after: try context.ledger.version(before: version), letter: plan.letter)
            return (Array(page.utf8), version.path)
        case .status: return (Array(try StatusFile.json(for: overview()).utf8), "")
        case .metrics: return (Array(try MetricsFile.text(for: overview(), alerts: alerts()).utf8), "")
        case .alerts: return (Array(try AlertsFile.json(for: alerts(), in: plan.roster.deadlines.timeZone).utf8), "")
        case .overview: return (Array(try OverviewPage.html(for: overview()).utf8), "")
        case .register(let list): return (try bytes(of: register(), as: list), "")
        case .totals(let year, let table): return (try bytes(of: totals(of: year), as: table), "")
        case .waivers:
            let bytes = try WaiverSheet.bytes(
                for: context.ledger.waiverLines(), ledger: context.ledger.id, folder: plan.desk?.string)
            return (bytes, "")
        case .deskResults:
            let files = try context.ledger.deskFiles(limit: DeskPage.files)
            let page = DeskPage.html(
                for: files.newest, of: files.count, folder: plan.desk?.string, notes: context.status.deskNotes,
                in: plan.roster.deadlines.timeZone)
            return (Array(page.utf8), "")
        case .years: return (Array(YearsPage.html(for: try years()).utf8), "")
        case .agencyYears(let agency):
            return (Array(YearsPage.html(for: try context.ledger.years(of: agency, roster: plan.roster)).utf8), "")
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

    /// A version's files follow each other.
    private func version(_ row: Int64) throws -> ReportVersion {
        if let last = read.version, last.row == row { return last.version }
        let version = try context.ledger.version(row)
        read.version = (row, version)
        return version
    }

    private func overview() throws -> Overview {
        try alone(\.overview) {
            try context.ledger.overview(
                at: date, validFor: plan.validFor, roster: plan.roster, receiving: context.status.receiving)
        }
    }

    private func alerts() throws -> AlertList {
        try once(\.alerts) { try context.ledger.alertList(at: date, validFor: plan.validFor, roster: plan.roster) }
    }

    private func register() throws -> Register {
        try alone(\.register) { try context.ledger.register(roster: plan.roster) }
    }

    private func totals(of year: Int) throws -> Totals {
        try alone(\.totals[year]) { try context.ledger.totals(of: year, roster: plan.roster) }
    }

    private func years() throws -> Years { try alone(\.years) { try context.ledger.years(roster: plan.roster) } }

    /// The same of what there is much of: nothing else of that kind is held beside it.
    private func alone<Value>(
        _ place: WritableKeyPath<Read, Value?>, _ make: () throws -> Value
    ) rethrows -> Value {
        if read[keyPath: place] == nil {
            (read.overview, read.register, read.totals, read.years) = (nil, nil, [:], nil)
            Memory.giveBackFreed()
        }
        return try once(place, make)
    }

    private func once<Value>(
        _ place: WritableKeyPath<Read, Value?>, _ make: () throws -> Value
    ) rethrows -> Value {
        if let value = read[keyPath: place] { return value }
        let value = try make()
        read[keyPath: place] = value
        return value
    }
}
