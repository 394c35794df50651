import Fixtures
import Foundation
import Glibc
import SystemPackage
import Testing

@testable import Linux

@Suite("Which files are being written") struct OpenWritersTests {
    private let scratch: ScratchFolder
    private let hints: Hints
    private let watch: Hints.Watch

    init() throws {
        scratch = try ScratchFolder()
        hints = try Hints(signalling: WakeSignal())
        watch = try hints.watch(Directory(FilePath(scratch.path)))
    }

    private var names: Set<String> { Set(hints.writers(in: watch).written.map(\.display)) }

    private func open(_ name: String) throws -> FileDescriptor {
        try FileDescriptor.open(
            FilePath(scratch.path(name)), .writeOnly, options: [.create], permissions: [.ownerReadWrite])
    }

    @Test func `a file is being written from the first byte until it is closed`() throws {
        let file = try open("年报.txt")
        #expect(names == [], "it is empty")
        try file.writeAll("一".utf8)
        #expect(names == ["年报.txt"])
        #expect(names == ["年报.txt"])
        try file.close()
        #expect(names == [])
    }

    @Test func `it stays so under another name`() throws {
        let file = try open("年报.part")
        try file.writeAll("一".utf8)
        try FileManager.default.moveItem(atPath: scratch.path("年报.part"), toPath: scratch.path("年报.txt"))
        #expect(names == ["年报.txt"])
        try file.close()
        #expect(names == [])
    }

    @Test func `a link to a file that is whole is not being written, nor is one that was removed`() throws {
        try scratch.write("甲", to: "年报.filepart")
        try FileManager.default.linkItem(atPath: scratch.path("年报.filepart"), toPath: scratch.path("年报.txt"))
        try FileManager.default.removeItem(atPath: scratch.path("年报.filepart"))
        #expect(names == [])
        let file = try open("年报.txt")
        try file.writeAll("一".utf8)
        try FileManager.default.removeItem(atPath: scratch.path("年报.txt"))
        #expect(names == [])
        try file.close()
    }

    @Test func `what is read only is not being written`() throws {
        try scratch.write("甲", to: "年报.txt")
        let file = try FileDescriptor.open(FilePath(scratch.path("年报.txt")), .readOnly, options: .closeOnExec)
        #expect(names == [])
        try file.close()
    }

    @Test func `who has a file open is counted, also where it is emptied by opening it`() throws {
        var writers = hints.writers(in: watch)
        try scratch.write("甲", to: "年报.txt")
        let files = try (1...2).map { _ in
            try FileDescriptor.open(FilePath(scratch.path("年报.txt")), .writeOnly, options: [.truncate, .closeOnExec])
        }
        try files[0].writeAll("一".utf8)
        #expect(names == ["年报.txt"])
        try files[1].close()
        writers = hints.writers(in: watch)
        #expect(writers.written == [])
        #expect(writers.held == [FileName("年报.txt")])
        try files[0].writeAll("二".utf8)
        #expect(names == ["年报.txt"])
        try files[0].close()
        // Programs that other tests begin have it open as well, until they are what they become.
        repeat { writers = hints.writers(in: watch) } while !writers.written.union(writers.held).isEmpty
    }

    @Test func `who read an old file of a name says nothing of the new one`() throws {
        try scratch.write("甲", to: "年报.txt")
        let reader = try FileDescriptor.open(FilePath(scratch.path("年报.txt")), .readOnly, options: .closeOnExec)
        try FileManager.default.removeItem(atPath: scratch.path("年报.txt"))
        let file = try open("年报.txt")
        try file.writeAll("一".utf8)
        try reader.close()
        #expect(names == ["年报.txt"])
        try file.close()
        #expect(names == [])
    }

    @Test func `that a file was closed that was open before is told once`() throws {
        let file = try open("年报.txt")
        try file.writeAll("一".utf8)
        let later = try Hints(signalling: WakeSignal())
        let watch = try later.watch(Directory(FilePath(scratch.path)))
        #expect(watch.isNew)
        #expect(try !later.watch(Directory(FilePath(scratch.path))).isNew)
        try file.close()
        #expect(later.writers(in: watch).closed.map(\.display) == ["年报.txt"])
        #expect(later.writers(in: watch).closed == [])
    }

    @Test(arguments: [IN_Q_OVERFLOW, IN_IGNORED])
    func `nothing is known any more once events were lost, or a folder is gone`(mask: CInt) {
        var writers = OpenWriters()
        let isNew = writers.begin(1)
        #expect(isNew)
        let name = FileName("年报.txt")
        let isNews = writers.take(OpenWriters.Event(watch: 1, mask: Int(IN_MODIFY), name: name))
        #expect(!isNews)
        #expect(writers.written(in: 1) == [name])
        let isLossNews = writers.take(OpenWriters.Event(watch: 1, mask: Int(mask)))
        #expect(isLossNews)
        #expect(writers.written(in: 1) == [])
    }

    @Test(arguments: [[UInt8](), Array(repeating: 255, count: 15), Array(repeating: 255, count: 40)])
    func `bytes that are no events are none`(bytes: [UInt8]) {
        #expect(OpenWriters.Event.all(in: bytes[...]).count <= 1)
    }
}
