import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Office
import Services
import SystemPackage
import Testing

@Suite("Whether the inbox is the inbox") struct MountIdentityTests {
    @Test func `an empty folder in the place of a full one is an alert, and holds back until the old one is back`()
        async throws
    {
        let bureau = try await judged()
        try bureau.exchangeInbox(for: "leer")
        await bureau.work()
        #expect(try await bureau.alerts() == ["inbox-replaced"])
        #expect(try await !bureau.ledger.isInboxTrusted())
        try bureau.exchangeInbox(for: "old")
        await bureau.work()
        #expect(try await bureau.alerts() == [])
        #expect(try await bureau.ledger.isInboxTrusted())
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `a restart does not take the empty folder for the inbox`() async throws {
        let bureau = try await judged()
        try bureau.exchangeInbox(for: "leer")
        let next = try await Bureau(scratch: bureau.scratch)
        await next.work()
        #expect(try await next.alerts() == ["inbox-replaced"])
    }

    @Test func `files in another folder are judged, and it is not trusted before somebody says so`() async throws {
        let bureau = try await judged()
        try bureau.exchangeInbox(for: "leer")
        try bureau.drop("accepted 水利局 2024", as: "水利局.txt")
        await bureau.work()
        #expect(try await bureau.reports().contains("水利局 2024 v1 accepted"))
        try await bureau.restart()
        #expect(try await bureau.alerts() == ["inbox-replaced"])
        try await bureau.ledger.forgetInbox()
        await bureau.work()
        #expect(try await bureau.alerts() == [])
    }

    @Test func `the same share mounted anew is the inbox, since its files are known`() throws {
        let memory = InboxMemory(path: "/i", place: InboxPlace(device: 1, inode: 2, magic: 3), held: true)
        var listing = InboxListing()
        listing.place = InboxPlace(device: 9, inode: 2, magic: 3)
        listing.files = [
            ObservedFile(
                path: InboxPath(name: FileName("a")),
                stamp: FileStamp(device: 9, inode: 1, size: 1, modified: 1, changed: 1))
        ]
        let trust = MountIdentity(listing, path: "/i", memory: memory) { _ in true }
        #expect(
            trust == .trusted(InboxMemory(path: "/i", place: InboxPlace(device: 9, inode: 2, magic: 3), held: true)))
        #expect(MountIdentity(listing, path: "/i", memory: memory) { _ in false } == .replaced)
    }

    @Test func `a folder that was emptied by hand stays the inbox`() async throws {
        let bureau = try await judged()
        try bureau.remove("年报.txt")
        await bureau.work()
        #expect(try await bureau.alerts() == [])
    }

    @Test func `a file that somebody edits is waited for until that is over`() async throws {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "财政局年报.txt")
        try bureau.drop("", as: "~$局年报.txt")
        await bureau.work()
        await bureau.work()
        #expect(try await bureau.reports() == [])
        #expect(bureau.daemonStatus.receiving.map(\.name) == ["财政局年报.txt"])
        try bureau.remove("~$局年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test(arguments: ["~$局年报.txt", ".~lock.财政局年报.txt#", ".~政局年报.txt", "~$财政局年报.txt"])
    func `the marks of the office programs are known`(lock: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("", to: "财政局年报.txt")
        try scratch.write("", to: "水利局.txt")
        try scratch.write("", to: lock)
        let edited = Inbox(path: FilePath(scratch.path)).look().edited
        #expect(edited.keys.map(\.display) == ["财政局年报.txt"])
    }

    @Test func `a file that never stands still is an alert, and is judged when it does`() async throws {
        let bureau = try await Bureau()
        for number in 0..<4 {
            try bureau.drop("accepted 财政局 2024 " + String(repeating: "x", count: number), as: "年报.txt")
            await bureau.look()
            bureau.wait(Bureau.patience / 2)
        }
        try bureau.drop("accepted 财政局 2024 ", as: "年报.txt")
        await bureau.look()
        #expect(try await bureau.alerts() == ["file-receiving"])
        await bureau.work()
        #expect(try await bureau.alerts() == [])
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
    }

    /// A bureau with one report that was judged.
    private func judged() async throws -> Bureau {
        let bureau = try await Bureau()
        try bureau.drop("accepted 财政局 2024", as: "年报.txt")
        await bureau.work()
        return bureau
    }
}

extension Bureau {
    /// Puts another folder in the place of the inbox, which is kept as `old`; `old` puts it back.
    fileprivate func exchangeInbox(for name: String) throws {
        let files = FileManager.default
        if name == "old" {
            try files.removeItem(atPath: scratch.path("inbox"))
            try files.moveItem(atPath: scratch.path("old"), toPath: scratch.path("inbox"))
        } else {
            try files.moveItem(atPath: scratch.path("inbox"), toPath: scratch.path("old"))
            try scratch.makeFolder("inbox")
        }
    }
}
