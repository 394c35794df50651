import Alerts
import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Services
import SystemPackage
import Testing

@Suite struct InboxTests {
    private let scratch: ScratchFolder
    private let inbox: Inbox

    init() throws {
        scratch = try ScratchFolder()
        inbox = Inbox(path: FilePath(scratch.path))
    }

    @Test func `files are met in the inbox and in the folders of bureaus`() throws {
        try scratch.write("甲", to: "年报.txt")
        try scratch.makeFolder("财政局")
        try scratch.write("乙", to: "财政局/年报.txt")
        #expect(Set(inbox.look().files.map(\.path.display)) == ["年报.txt", "财政局/年报.txt"])
    }

    @Test func `hidden files and unfinished uploads are passed over`() throws {
        for name in [".年报.txt", "~$年报.docx", "年报.docx.part"] { try scratch.write("甲", to: name) }
        #expect(inbox.look().files.isEmpty)
        #expect(inbox.look().alerts.isEmpty)
    }

    @Test func `a second level of folders is refused`() throws {
        try scratch.makeFolder("财政局/往年")
        try scratch.write("甲", to: "财政局/往年/年报.txt")
        let listing = inbox.look()
        #expect(listing.files.isEmpty)
        #expect(listing.alerts.map(\.kind) == [.fileRefused])
        #expect(listing.alerts.map(\.subject) == ["财政局/往年"])
    }

    @Test func `a link, a pipe and a folder behind a link are refused and never opened`() throws {
        try FileManager.default.createSymbolicLink(atPath: scratch.path("链接"), withDestinationPath: "/etc/passwd")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("目录"), withDestinationPath: "/etc")
        try scratch.makePipe("管道")
        let listing = inbox.look()
        #expect(listing.files.isEmpty)
        #expect(Set(listing.alerts.map(\.subject)) == ["链接", "目录", "管道"])
        #expect(Set(listing.alerts.map(\.kind)) == [.fileRefused])
    }

    @Test func `an inbox that is not there is unreachable, not empty, and not made`() throws {
        let listing = Inbox(path: FilePath(scratch.path("共享"))).look()
        #expect(!listing.isReachable)
        #expect(listing.alerts.map(\.kind) == [.inboxUnreachable])
        #expect(try scratch.names().isEmpty)
    }
}
