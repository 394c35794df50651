import Glibc
import SystemPackage

/// What came of running a program.
package struct ProgramRun: Sendable {
    package var end = Program.End.overTime
    /// What it wrote to standard output.
    package var output: [UInt8] = []
    /// The beginning of what it wrote to standard error.
    package var standardError: [UInt8] = []
}

extension ProgramRun {
    /// Takes what comes out of the pipes until `end` is readable. `false` where the bounds were reached before, as `end` says then.
    ///
    /// Our own copies of the writers stay open, so the pipes do not end: the process does.
    mutating func collect(
        _ output: borrowing Pipe, _ standardError: borrowing Pipe, until end: borrowing Descriptor,
        within bounds: Program.Bounds
    ) throws(Errno) -> Bool {
        let deadline = ContinuousClock.now + bounds.time
        while true {
            let left = deadline - .now
            guard left > .zero else {
                self.end = .overTime
                return false
            }
            let hasEnded = try Self.wait(for: end, output.reader, standardError.reader, atMost: left)
            self.output += try output.reader.available()
            self.standardError += try standardError.reader.available().prefix(
                bounds.standardError - self.standardError.count)
            guard self.output.count <= bounds.output else {
                self.end = .overOutput
                return false
            }
            if hasEnded { return true }
        }
    }

    /// Waits until there is something to read or the process has ended, which it tells.
    private static func wait(
        for end: borrowing Descriptor, _ output: borrowing Descriptor, _ standardError: borrowing Descriptor,
        atMost time: Duration
    ) throws(Errno) -> Bool {
        var watched = [end.raw, output.raw, standardError.raw].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        // Rounded up: a wait that ends before its time would turn into a busy one.
        let milliseconds = CInt(clamping: Int(time / .milliseconds(1)) + 1)
        let count = nfds_t(watched.count)
        try syscall { unsafe poll(&watched, count, milliseconds) }
        return watched[0].revents != 0
    }
}
