import Fixtures
import Glibc
import Linux
import SystemPackage
import Testing

@Suite struct FileLockTests {
    private let scratch: ScratchFolder

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `a second holder learns who the first one is`() throws {
        let path = FilePath(scratch.path("lock"))
        let lock = try FileLock(path)
        #expect(throws: FileLock.Refusal.held(by: Int(getpid()))) { _ = try FileLock(path) }
        withExtendedLifetime(lock) {}
    }

    @Test func `a lock that was let go can be had`() throws {
        let path = FilePath(scratch.path("lock"))
        try { _ = try FileLock(path) }()
        _ = try FileLock(path)
    }

    @Test func `a folder that is missing is said so`() {
        #expect(throws: FileLock.Refusal.failed(.noSuchFileOrDirectory)) {
            _ = try FileLock(FilePath(scratch.path("none/lock")))
        }
    }
}
