import Fixtures
import Foundation
import Linux
import SystemPackage
import Testing

@Suite struct DirectoryTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `names come back as the bytes they are`() throws {
        try scratch.write("", to: "换\n行")
        try scratch.makeFolder("财政局")
        let names = try Directory(FilePath(scratch.path)).names()
        #expect(Set(names) == [FileName("换\n行"), FileName("财政局")])
    }

    @Test func `a listing can be asked for again`() throws {
        let directory = try Directory(FilePath(scratch.path))
        #expect(try directory.names().isEmpty)
        try scratch.write("", to: "a")
        #expect(try directory.names() == [FileName("a")])
    }

    @Test func `a link is told as a link and never opened`() throws {
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: "/etc/passwd")
        let directory = try Directory(FilePath(scratch.path))
        #expect(try directory.status(of: FileName("link")).type == .symbolicLink)
        #expect(throws: Errno.tooManySymbolicLinkLevels) { _ = try directory.open(FileName("link")).status() }
        #expect(throws: Errno.self) { _ = try Directory(FileName("link"), in: directory).status() }
    }

    @Test func `a pipe without a writer is opened without waiting`() throws {
        try scratch.makePipe("pipe")
        let directory = try Directory(FilePath(scratch.path))
        #expect(try directory.open(FileName("pipe")).status().type == .fifo)
    }

    @Test func `an open file is known also when its name is gone`() throws {
        try scratch.write("甲", to: "a")
        let directory = try Directory(FilePath(scratch.path))
        let file = try directory.open(FileName("a"))
        try FileManager.default.removeItem(atPath: scratch.path("a"))
        #expect(try file.read(upTo: 10) == Array("甲".utf8))
        #expect(try file.read(upTo: 10).isEmpty)
        #expect(try file.status().linkCount == 0)
    }

    @Test func `a folder that is not there is said so`() {
        #expect(throws: Errno.noSuchFileOrDirectory) { _ = try Directory(FilePath(scratch.path("none"))).names() }
    }
}
