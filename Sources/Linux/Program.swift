import Glibc
package import SystemPackage

/// Another program, run with a file for its input; it inherits nothing else of ours.
package struct Program: Sendable {
    /// How much a run may take.
    package struct Bounds: Sendable {
        package var time: Duration
        /// Bytes of standard output; one more ends the program.
        package var output: Int
        /// Bytes of standard error that are kept; the rest is dropped.
        package var standardError: Int

        package init(time: Duration, output: Int, standardError: Int) {
            self.time = time
            self.output = output
            self.standardError = standardError
        }
    }

    /// How a run ended.
    package enum End: Sendable, Hashable {
        case exited(Int32)
        /// By a signal that was not ours.
        case signalled(Int32)
        /// We ended it: it took too long, or said too much.
        case overTime
        case overOutput
    }

    private let path: FilePath
    private let arguments: [String]
    private let environment: [String]

    /// The environment, `NAME=value`, is all that the program gets of one.
    package init(_ path: FilePath, arguments: [String] = [], environment: [String] = []) {
        self.path = path
        self.arguments = arguments
        self.environment = environment
    }

    /// Runs it to its end, and never beyond the bounds. Throws where it can't be started.
    ///
    /// It blocks the thread meanwhile: call it on a `BlockingExecutor`.
    package func run(reading input: borrowing Descriptor, within bounds: Bounds) throws(Errno) -> ProgramRun {
        let deadline = ContinuousClock.now + bounds.time
        let output = try Pipe()
        let standardError = try Pipe()
        var child = try ChildProcess(
            path.string, [path.string] + arguments, environment, input: input, output: output.writer,
            standardError: standardError.writer)

        var run = ProgramRun()
        while true {
            let left = deadline - .now
            // The child is ended with the value that stands for it.
            guard left > .zero else { return run }
            // Our own copies of the writers stay open, so the pipes do not end: the process does.
            let hasEnded = try Self.wait(for: child.end, output.reader, standardError.reader, atMost: left)
            run.output += try Self.read(output.reader)
            run.standardError += try Self.read(standardError.reader).prefix(
                bounds.standardError - run.standardError.count)
            guard run.output.count <= bounds.output else {
                run.end = .overOutput
                return run
            }
            if hasEnded {
                run.end = try child.wait()
                return run
            }
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

    /// What is there now, a pipe's worth at the most.
    private static func read(_ pipe: borrowing Descriptor) throws(Errno) -> [UInt8] {
        do throws(Errno) {
            return try pipe.read(upTo: 1 << 16)
        } catch .resourceTemporarilyUnavailable {
            return []
        }
    }
}
