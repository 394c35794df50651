import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import SystemPackage
import Testing

@Suite struct ArchiveTests {
    private let scratch: ScratchFolder
    private let archive: Archive
    private let inbox: Inbox

    init() throws {
        scratch = try ScratchFolder()
        try scratch.makeFolder("inbox")
        inbox = Inbox(path: FilePath(scratch.path("inbox")))
        archive = try Archive(in: FilePath(scratch.path), limit: 100)
    }

    @Test func `a file is copied under its hash`() throws {
        let content = try archive.keep(try file("甲"), from: inbox)
        #expect(content.sha256 == SHA256.digits(of: Array("甲".utf8)))
        #expect(content.size == 3)
        #expect(try archive.document(of: content).open().read(limit: 100) == Array("甲".utf8))
        #expect(try scratch.names(in: "archive/\(content.sha256.prefix(2))") == [content.sha256])
        #expect(try scratch.names(in: "archive") == [String(content.sha256.prefix(2))])
    }

    @Test func `a file that was written to since it was met is not taken`() throws {
        let file = try file("甲")
        try scratch.write("甲乙", to: "inbox/年报.txt")
        #expect(throws: Archive.Failure.changed) { _ = try archive.keep(file, from: inbox) }
        #expect(try scratch.names(in: "archive").isEmpty)
    }

    @Test func `a file that is gone is said so`() throws {
        let file = try file("甲")
        try FileManager.default.removeItem(atPath: scratch.path("inbox/年报.txt"))
        #expect(throws: Archive.Failure.vanished) { _ = try archive.keep(file, from: inbox) }
    }

    @Test func `a link in place of the file that was met is not followed`() throws {
        let file = try file("甲")
        try FileManager.default.removeItem(atPath: scratch.path("inbox/年报.txt"))
        try FileManager.default.createSymbolicLink(
            atPath: scratch.path("inbox/年报.txt"), withDestinationPath: "/etc/passwd")
        #expect(throws: Archive.Failure.changed) { _ = try archive.keep(file, from: inbox) }
    }

    @Test func `a file over the limit is known without being read`() throws {
        let file = try file(String(repeating: "a", count: 101))
        let content = try archive.keep(file, from: inbox)
        #expect(content.sha256.isEmpty)
        #expect(content.size == 101)
        #expect(try archive.keep(file, from: inbox) == content)
        #expect(try scratch.names(in: "archive").isEmpty)
    }

    @Test func `an archive that can't be written is our own trouble`() throws {
        let file = try file("甲")
        try FileManager.default.removeItem(atPath: scratch.path("archive"))
        #expect(throws: Archive.Failure.unwritable(.noSuchFileOrDirectory)) {
            _ = try archive.keep(file, from: inbox)
        }
    }

    private func file(_ text: String) throws -> ObservedFile {
        try scratch.write(text, to: "inbox/年报.txt")
        return try #require(inbox.look().files.first)
    }
}
