import Alerts
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import Reports
import Services
import Settings
import SystemPackage
import Testing

@testable import Daemon

/// A folder for each body, written from a real ledger into real folders.
@Suite("Each body sees its own results")
struct ReturnsPublisherTests {
    private let bureau: Bureau
    private static let roster = Roster([
        Agency(name: "财政局", otherNames: ["财政"], folder: "cz"), Agency(name: "水利局"), Agency(name: "民政局"),
    ])
    private static let pages = ["回执.html", "回执.txt"]

    init() async throws {
        bureau = try await Bureau()
        try bureau.scratch.makeFolder("returns")
    }

    private func configuration(_ roster: Roster = roster, in folder: String? = "returns") -> Configuration {
        var settings = Settings()
        settings.returns.folder = folder.map { FilePath(bureau.scratch.path($0)) }
        return Configuration(settings: settings, roster: roster)
    }

    private func publisher(_ roster: Roster = roster, in folder: String? = "returns") -> ReturnsPublisher {
        ReturnsPublisher(configuration(roster, in: folder), bureau.context)
    }

    private func text(_ folder: String, in root: String = "returns") throws -> String {
        try bureau.scratch.text(of: "\(root)/\(folder)/回执.txt")
    }

    /// The inode of every file: a file that was written is another one.
    private func inodes() throws -> [String: UInt64] {
        var inodes: [String: UInt64] = [:]
        for folder in try bureau.scratch.names(in: "returns") {
            for page in Self.pages {
                let path = FilePath(bureau.scratch.path("returns/\(folder)/\(page)"))
                inodes["\(folder)/\(page)"] = try FileStamp(path.stat()).inode
            }
        }
        return inodes
    }

    private func drop(_ text: String, as name: String) async throws {
        try bureau.drop(text, as: name)
        await bureau.work()
    }

    private func turnClock(to day: String) throws {
        let date = try Date("\(day)T00:00:00+08:00", strategy: .iso8601)
        bureau.wait(.seconds(date.timeIntervalSince(bureau.now.date)))
    }

    @Test func `before anything came each has a page that says until when it is awaited`() async throws {
        await publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "returns") == ["cz", "民政局", "水利局"].sorted())
        #expect(try bureau.scratch.names(in: "returns/水利局") == Self.pages)
        #expect(try text("水利局").contains("尚未收到 2024 年度报告，请于 2025年1月31日前报送。"))
        #expect(try await bureau.ledger.areReturnsWritten())
        #expect(try await bureau.alerts().isEmpty)
    }

    @Test func `a link that comes to lead into the inbox is refused, and nothing is written there`() async throws {
        let link = bureau.scratch.path("link")
        let lead = { (folder: String) in
            try? FileManager.default.removeItem(atPath: link)
            try FileManager.default.createSymbolicLink(
                atPath: link, withDestinationPath: bureau.scratch.path(folder))
        }
        var next = configuration(in: "link")
        next.settings.inbox.path = FilePath(bureau.scratch.path("inbox"))
        let publisher = ReturnsPublisher(next, bureau.context)
        try lead("returns")
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "returns").count == 3)
        for folder in ["inbox", "inbox/水利局"] {
            try bureau.scratch.makeFolder(folder)
            try lead(folder)
            try await drop("returned 财政局 2024 \(folder.count)", as: "财政.txt")
            bureau.wait(.seconds(120))
            await publisher.publish(at: bureau.now)
            #expect(try bureau.scratch.names(in: "inbox").filter { $0 != "水利局" } == ["财政.txt"])
            #expect(try await bureau.alerts() == ["returns-unwritable"])
        }
        #expect(try bureau.scratch.names(in: "inbox/水利局").isEmpty)
        try lead("returns")
        bureau.wait(.seconds(120))
        await publisher.publish(at: bureau.now)
        #expect(try text("cz").contains("退回修改"))
        #expect(try await bureau.alerts().isEmpty)
    }

    @Test func `is off by default, and writes nothing`() async throws {
        await publisher(in: nil).publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "returns").isEmpty)
        #expect(Settings().returns.folder == nil)
    }

    @Test func `folders and files are for the service and for whom an administrator lets in`() async throws {
        await publisher().publish(at: bureau.now)
        let mode = { (path: String) in
            try FilePath(bureau.scratch.path("returns/\(path)")).stat().permissions.rawValue & 0o7777
        }
        #expect(try mode("水利局") == 0o750)
        #expect(try mode("水利局/回执.html") == 0o640)
        try bureau.scratch.permit(0o2751, "returns/水利局")
        try await drop("accepted 水利局 2024", as: "水利.txt")
        await publisher().publish(at: bureau.now)
        #expect(try mode("水利局") == 0o2751)
    }

    @Test func `one report writes the files of one body`() async throws {
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        let before = try inodes()
        try await drop("returned 财政局 2024", as: "年报.txt")
        await publisher.publish(at: bureau.now)
        let after = try inodes()
        #expect(Set(after.filter { before[$0.key] != $0.value }.keys) == ["cz/回执.html", "cz/回执.txt"])
        #expect(try text("cz").contains("请按回执修改后，于 2025年1月13日前重新报送。"))
        #expect(try text("cz").contains("六栏之和与总计不符"))
    }

    @Test func `time writes what it changes, once`() async throws {
        let publisher = publisher()
        try await drop("accepted 财政局 2024", as: "年报.txt")
        await publisher.publish(at: bureau.now)
        let first = try inodes()
        try turnClock(to: "2025-01-31")
        await publisher.publish(at: bureau.now)
        #expect(try inodes() == first)
        try turnClock(to: "2025-02-01")
        await publisher.publish(at: bureau.now)
        let second = try inodes()
        #expect(Set(second.filter { first[$0.key] != $0.value }.keys.map { $0.prefix(2) }) == ["水利", "民政"])
        #expect(try text("水利局").contains("已过，请尽快报送"))
        try turnClock(to: "2025-02-02")
        await publisher.publish(at: bureau.now)
        #expect(try inodes() == second)
        try turnClock(to: "2026-01-01")
        await publisher.publish(at: bureau.now)
        #expect(try text("cz").contains("尚未收到 2025 年度报告") && text("cz").contains("2024 年度：第 1 版"))
    }

    @Test func `a clock that goes back makes the files anew`() async throws {
        let publisher = publisher()
        try turnClock(to: "2025-03-01")
        await publisher.publish(at: bureau.now)
        try turnClock(to: "2025-01-08")
        await publisher.publish(at: bureau.now)
        #expect(try text("水利局").contains("请于 2025年1月31日前报送"))
    }

    @Test func `a start writes nothing that is there`() async throws {
        await publisher().publish(at: bureau.now)
        let first = try inodes()
        // As after another edition of the program, which has every page made anew.
        try bureau.sabotage("UPDATE return_page SET basis = 'other'")
        await publisher().publish(at: bureau.now)
        #expect(try inodes() == first)
        #expect(try await bureau.ledger.areReturnsWritten())
    }

    @Test func `what somebody changed or removed is written again`() async throws {
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        let before = try text("水利局")
        try bureau.scratch.write("改", to: "returns/水利局/回执.txt")
        try FileManager.default.removeItem(atPath: bureau.scratch.path("returns/民政局"))
        await publisher.publish(at: bureau.now)
        await publisher.publish(at: bureau.now)
        #expect(try text("水利局") == before)
        #expect(try bureau.scratch.names(in: "returns/民政局") == Self.pages)
    }

    @Test func `the folder is never made, and what is pending comes later`() async throws {
        let (there, away) = (bureau.scratch.path("returns"), bureau.scratch.path("away"))
        try FileManager.default.moveItem(atPath: there, toPath: away)
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts() == ["returns-unwritable"])
        #expect(!FileManager.default.fileExists(atPath: there))
        try FileManager.default.moveItem(atPath: away, toPath: there)
        await publisher.publish(at: bureau.now)
        // It is left alone for a while.
        #expect(try await bureau.alerts() == ["returns-unwritable"])
        bureau.wait(.seconds(60))
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
        #expect(try await bureau.ledger.areReturnsWritten())
    }

    @Test func `a folder in which anybody may move things takes nothing, unless it is sticky`() async throws {
        try bureau.scratch.permit(0o777, "returns")
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts() == ["returns-unwritable"])
        #expect(try bureau.scratch.names(in: "returns").isEmpty)
        try bureau.scratch.permit(0o1777, "returns")
        bureau.wait(.seconds(60))
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
    }

    @Test(arguments: ["a link", "a file", "open to others"])
    func `a body's folder that is not the service's alone takes nothing, and the others go on`(what: String)
        async throws
    {
        try bureau.scratch.makeFolder("elsewhere")
        let place = bureau.scratch.path("returns/水利局")
        switch what {
        case "a link": try FileManager.default.createSymbolicLink(atPath: place, withDestinationPath: "../elsewhere")
        case "a file": try bureau.scratch.write("", to: "returns/水利局")
        default:
            try bureau.scratch.makeFolder("returns/水利局")
            try bureau.scratch.permit(0o770, "returns/水利局")
        }
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts() == ["returns-refused"])
        let alert = try #require(try await bureau.overview().alerts.first)
        #expect(alert.subject == place && alert.message.contains(what == "open to others" ? "chmod g-w,o-w" : "请移走它"))
        #expect(try bureau.scratch.names(in: "elsewhere").isEmpty)
        #expect(try bureau.scratch.names(in: "returns/民政局") == Self.pages)

        try FileManager.default.removeItem(atPath: place)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.alerts().isEmpty)
        #expect(try bureau.scratch.names(in: "returns/水利局") == Self.pages)
    }

    @Test func `a folder in the place of a file is told as one`() async throws {
        try bureau.scratch.makeFolder("returns/水利局/回执.txt")
        await publisher().publish(at: bureau.now)
        let alert = try #require(try await bureau.overview().alerts.first)
        #expect(alert.kind == "returns-refused" && alert.message.contains("“回执.txt”是文件夹"))
        #expect(alert.message.contains("请移走它"))
    }

    @Test func `nothing is written through a link in a body's folder`() async throws {
        try bureau.scratch.makeFolder("returns/水利局")
        try bureau.scratch.write("不动", to: "victim")
        for name in Self.pages + [".回执.html.draft"] {
            try FileManager.default.createSymbolicLink(
                atPath: bureau.scratch.path("returns/水利局/\(name)"), withDestinationPath: "../../victim")
        }
        await publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.text(of: "victim") == "不动")
        #expect(try bureau.scratch.names(in: "returns/水利局") == Self.pages)
        #expect(try text("水利局").contains("尚未收到"))
    }

    @Test func `what a kill has left half is replaced`() async throws {
        try bureau.scratch.makeFolder("returns/水利局")
        try bureau.scratch.write("半", to: "returns/水利局/.回执.txt.draft")
        await publisher().publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "returns/水利局") == Self.pages)
    }

    @Test func `turned off it stays as it is, moved it is written at the new place`() async throws {
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        let first = try inodes()
        await publisher.adopt(configuration(in: nil))
        try await drop("returned 财政局 2024", as: "年报.txt")
        await publisher.publish(at: bureau.now)
        #expect(try inodes() == first)
        #expect(try await bureau.ledger.areReturnsWritten())

        try bureau.scratch.makeFolder("new")
        await publisher.adopt(configuration(in: "new"))
        await publisher.publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "new").count == 3)
        #expect(try text("cz", in: "new").contains("退回修改"))
        #expect(try inodes() == first)
    }

    @Test func `a body that has left the roster keeps its folder as it is, one that has come gets one`() async throws {
        let publisher = publisher()
        await publisher.publish(at: bureau.now)
        let last = try text("水利局")
        await publisher.adopt(configuration(Roster([Agency(name: "水务局"), Agency(name: "民政局")])))
        try await drop("returned 水利局 2024", as: "年报.txt")
        await publisher.publish(at: bureau.now)
        #expect(try text("水利局") == last)
        #expect(try bureau.scratch.names(in: "returns/水务局") == Self.pages)
    }

    @Test func `two bodies with one folder get none`() async throws {
        let roster = Roster([
            Agency(name: "财政局", folder: "CZ"), Agency(name: "出租局", folder: "cz"), Agency(name: "民政局"),
            Agency(name: "档案局", folder: "../外"),
        ])
        await publisher(roster).publish(at: bureau.now)
        #expect(try bureau.scratch.names(in: "returns") == ["民政局"])
        #expect(try await bureau.alerts() == ["returns-refused", "returns-refused", "returns-refused"])
    }

    @Test func `of many bodies one is written when its report has come`() async throws {
        let roster = Roster((1...300).map { Agency(name: "第\($0)小学") })
        let publisher = publisher(roster)
        await publisher.publish(at: bureau.now)
        #expect(try await bureau.ledger.areReturnsWritten())
        try await drop("returned 第7小学 2024", as: "年报.txt")
        #expect(
            try await bureau.ledger.pendingReturns(at: bureau.now.date, limit: .max).map(\.agency) == ["第7小学", "第7小学"])
        await publisher.adopt(configuration(roster))
        await publisher.publish(at: bureau.now)
        #expect(try text("第7小学").contains("退回修改") && text("第8小学").contains("尚未收到"))
    }
}
