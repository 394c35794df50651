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

    @Test func `two who write at the same time do not take each other's copies`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in ["incoming", "desk"] {
                let archive = try Archive(in: FilePath(scratch.path), limit: 100, draft: writer)
                group.addTask {
                    for number in 0..<40 {
                        let bytes = Array("\(writer) \(number)".utf8)
                        let content = try archive.keep(bytes)
                        #expect(try archive.document(of: content).open().read(limit: 100) == bytes)
                    }
                }
            }
            try await group.waitForAll()
        }
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

    @Test func `a text is kept compressed, and expands to what it was`() throws {
        let archive = try Archive(in: FilePath(scratch.path), limit: 1_000_000)
        let text = String(repeating: "政府信息公开工作年度报告。", count: 2000)
        let content = try archive.keep(try file(text), from: inbox)
        #expect(content.sha256 == SHA256.digits(of: Array(text.utf8)))
        #expect(try scratch.names(in: "archive/\(content.sha256.prefix(2))") == [content.sha256 + ".zst"])
        #expect(try archive.document(of: content).open().readAll() == Array(text.utf8))
        let room = try room()
        #expect(room < text.utf8.count / 10)
    }

    @Test func `a copy that an earlier edition kept plain is read, and is replaced when the bytes come again`() throws {
        let archive = try Archive(in: FilePath(scratch.path), limit: 1_000_000)
        let text = String(repeating: "政府信息公开工作年度报告。", count: 2000)
        let sha256 = SHA256.digits(of: Array(text.utf8))
        try scratch.makeFolder("archive/\(sha256.prefix(2))")
        try scratch.write(text, to: "archive/\(sha256.prefix(2))/\(sha256)")
        let content = Content(sha256: sha256, size: text.utf8.count)
        #expect(try archive.document(of: content).open().readAll() == Array(text.utf8))
        #expect(try archive.keep(try file(text), from: inbox) == content)
        #expect(try scratch.names(in: "archive/\(sha256.prefix(2))") == [sha256 + ".zst"])
        #expect(try archive.document(of: content).open().readAll() == Array(text.utf8))
    }

    @Test(arguments: [0, 1 << 20]) func `a file of holes takes next to no room, and is read with them`(noise: Int)
        throws
    {
        let archive = try Archive(in: FilePath(scratch.path), limit: 100_000_000)
        let path = scratch.path("inbox/年报.docx")
        var state: UInt64 = 1
        let bytes = (0..<noise).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: state >> 40)
        }
        try Data(bytes).write(to: URL(filePath: path))
        try FileHandle(forWritingTo: URL(filePath: path)).truncate(atOffset: 50_000_000)
        let content = try archive.keep(try #require(inbox.look().files.first), from: inbox)
        #expect(content.size == 50_000_000)
        let room = try room()
        #expect(room < noise + 300_000)
        let copy = try archive.document(of: content).open()
        #expect(try copy.status().size == 50_000_000)
        #expect(try copy.read(limit: noise + 1000).prefix(noise) == bytes[...])
    }

    @Test func `a copy that was damaged or grew is said to be unreadable and expands to nothing`() throws {
        let archive = try Archive(in: FilePath(scratch.path), limit: 1_000_000)
        let text = String(repeating: "政府信息公开工作年度报告。", count: 2000)
        let content = try archive.keep(try file(text), from: inbox)
        let path = scratch.path("archive/\(content.sha256.prefix(2))/\(content.sha256).zst")
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: path))
        #expect(throws: Errno.ioError) { _ = try archive.document(of: content).open() }
        let other = try archive.keep(try file(String(repeating: "零", count: 300_000)), from: inbox)
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(
            atPath: scratch.path("archive/\(other.sha256.prefix(2))/\(other.sha256).zst"), toPath: path)
        #expect(throws: Errno.ioError) { _ = try archive.document(of: content).open() }
    }

    /// The room that the archive takes on the disk, in bytes.
    private func room() throws -> Int {
        let files = FileManager.default.enumerator(atPath: scratch.path("archive"))?.allObjects as? [String] ?? []
        return try files.map { FilePath(scratch.path("archive/\($0)")) }.map { try $0.stat() }
            .filter { $0.type == .regular }.map { Int($0.blocksAllocated) * 512 }.reduce(0, +)
    }

    private func file(_ text: String) throws -> ObservedFile {
        try scratch.write(text, to: "inbox/年报.txt")
        return try #require(inbox.look().files.first)
    }
}
