import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import ReaderInterface
import Services
import SystemPackage
import Testing

/// The office's folder with what takes in its workbooks, beside a bureau's reports.
final class OfficeDesk {
    let reports: DecidedReports
    private let reader: any GridReader
    private var intake: DeskIntake
    private var now: ClockReading

    var bureau: Bureau { reports.bureau }

    init(reader: any GridReader = Readers.shared) async throws {
        reports = try await DecidedReports()
        self.reader = reader
        try reports.bureau.scratch.makeFolder("desk")
        try reports.bureau.scratch.permit(0o770, "desk")
        now = reports.bureau.now
        intake = Self.intake(reports.bureau, reader)
    }

    private static func intake(_ bureau: Bureau, _ reader: any GridReader) -> DeskIntake {
        DeskIntake(
            DeskIntake.Parts(
                folder: Inbox(path: FilePath(bureau.scratch.path("desk"))), archive: bureau.archive,
                context: bureau.context, reader: reader, limits: Limits()),
            pace: Intake.Pace(settle: .seconds(2), patience: Bureau.patience, scanInterval: .seconds(30)))
    }

    /// Ends what takes the workbooks in, which forgets all it has in memory, and begins another.
    func restart() { intake = Self.intake(bureau, reader) }

    func put(_ bytes: [UInt8], as name: String) throws {
        try Data(bytes).write(to: URL(filePath: bureau.scratch.path("desk/\(name)")))
    }

    func look() async { await intake.look(at: now) }

    func wait(_ duration: Duration) {
        now.uptime += duration
        now.date += duration / .seconds(1)
    }

    /// Looks, lets what is there settle, and looks again.
    func work() async {
        await look()
        wait(.seconds(2))
        await look()
    }

    /// Puts a workbook there and has it taken; what came of it.
    @discardableResult
    func hand(in bytes: [UInt8], as name: String = "核销单.xlsx") async throws -> [DeskFile] {
        try put(bytes, as: name)
        await work()
        return try files()
    }

    func files() throws -> [DeskFile] { try bureau.ledger.deskFiles(limit: 100).newest }

    /// 核销单 as the status folder has it.
    func list() async throws -> [UInt8] {
        await publish()
        return [UInt8](try Data(contentsOf: URL(filePath: bureau.scratch.path("status/核销单.xlsx"))))
    }

    func resultPage() async throws -> String {
        await publish()
        return try bureau.scratch.text(of: "status/核销结果.html")
    }

    private func publish() async {
        await bureau.publisher().publish(at: ClockReading(uptime: .now, date: bureau.now.date))
    }

    static let hasLibreOffice = FileManager.default.isExecutableFile(atPath: "/usr/bin/soffice")

    /// A workbook as LibreOffice saves it.
    static func resaved(_ book: [UInt8]) throws -> [UInt8] {
        let scratch = try ScratchFolder()
        try Data(book).write(to: URL(filePath: scratch.path("book.xlsx")))
        let office = ChildProgram(
            "/usr/bin/soffice",
            [
                "-env:UserInstallation=file://\(scratch.path("profile"))", "--headless", "--convert-to", "xlsx",
                "--outdir", scratch.path("saved"), scratch.path("book.xlsx"),
            ])
        office.standardOutput = .null
        office.standardError = .null
        try office.run()
        office.waitUntilExit()
        return [UInt8](try Data(contentsOf: URL(filePath: scratch.path("saved/book.xlsx"))))
    }

    /// The current list with these lines filled in, by the rule of the finding.
    func filled(_ entries: KeyValuePairs<String, (wish: String, why: String)>) async throws -> [UInt8] {
        var book = try FilledBook(await list())
        for (rule, entry) in entries { try book.fill(rule, entry.wish, entry.why) }
        return book.bytes()
    }
}
