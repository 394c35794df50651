import Daemon
import Ledger
import Linux
import Testing

@Suite struct WriteCompletionTests {
    private var settling = WriteCompletion(quiet: .seconds(2), patience: .seconds(60))
    private let start = ContinuousClock.now

    @Test mutating func `a file is whole when it stood still long enough between two looks`() {
        #expect(settling.observe([file(size: 10)], at: start).isEmpty)
        #expect(settling.observe([file(size: 10)], at: start + .seconds(1)).isEmpty)
        #expect(settling.observe([file(size: 10)], at: start + .seconds(2)) == [file(size: 10)])
        #expect(settling.waiting.isEmpty)
    }

    @Test(arguments: [
        FileStamp(device: 1, inode: 2, size: 11, modified: 3, changed: 4),
        FileStamp(device: 1, inode: 2, size: 10, modified: 5, changed: 4),
        FileStamp(device: 1, inode: 2, size: 10, modified: 3, changed: 5),
        FileStamp(device: 1, inode: 9, size: 10, modified: 3, changed: 4),
        FileStamp(device: 9, inode: 2, size: 10, modified: 3, changed: 4),
    ])
    mutating func `any change starts the wait again`(changed: FileStamp) {
        _ = settling.observe([file(size: 10)], at: start)
        let other = ObservedFile(path: file(size: 10).path, stamp: changed)
        #expect(settling.observe([other], at: start + .seconds(2)).isEmpty)
        #expect(settling.observe([other], at: start + .seconds(4)) == [other])
    }

    @Test mutating func `an empty file is given more time`() {
        #expect(settling.observe([file(size: 0)], at: start).isEmpty)
        #expect(settling.observe([file(size: 0)], at: start + .seconds(59)).isEmpty)
        #expect(settling.observe([file(size: 0)], at: start + .seconds(60)) == [file(size: 0)])
    }

    @Test mutating func `a file that is gone is waited for no longer`() {
        _ = settling.observe([file(size: 10)], at: start)
        _ = settling.observe([], at: start + .seconds(1))
        #expect(settling.observe([file(size: 10)], at: start + .seconds(2)).isEmpty)
    }

    @Test mutating func `it tells when the next file may be whole`() {
        #expect(settling.nextDue(after: start) == nil)
        _ = settling.observe([file(size: 10)], at: start)
        #expect(settling.nextDue(after: start + .milliseconds(500)) == .milliseconds(1500))
    }

    private func file(size: Int) -> ObservedFile {
        ObservedFile(
            path: InboxPath(name: FileName("年报.txt")),
            stamp: FileStamp(device: 1, inode: 2, size: size, modified: 3, changed: 4))
    }
}
