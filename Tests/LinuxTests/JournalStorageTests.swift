import Fixtures
import Linux
import SystemPackage
import Testing

@Suite("Where the journal keeps its entries")
struct JournalStorageTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
        try scratch.makeFolder("etc")
        try scratch.write("0123456789abcdef0123456789abcdef\n", to: "etc/machine-id")
    }

    private var storage: JournalStorage { JournalStorage(below: FilePath(scratch.path)) }

    @Test func `a folder of the machine on the disk outlives a restart, one in memory does not`() throws {
        #expect(storage == .unknown)
        try scratch.makeFolder("run/log/journal/0123456789abcdef0123456789abcdef")
        #expect(storage == .fleeting)
        // Made by hand; journald has not been told yet.
        try scratch.makeFolder("var/log/journal")
        #expect(storage == .fleeting)
        try scratch.makeFolder("var/log/journal/0123456789abcdef0123456789abcdef")
        #expect(storage == .lasting)
    }

    @Test func `a machine without a number has no journal`() throws {
        try scratch.write("", to: "etc/machine-id")
        try scratch.makeFolder("run/log/journal")
        #expect(storage == .unknown)
    }
}
