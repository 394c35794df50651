import CKernel
import Glibc
package import SystemPackage

/// A program that has loaded all it needs and forks a child a task: none of them pays for the loading.
///
/// This is the side that asks; the program answers with `ForkService`. A request is bytes with three open files, which become the
/// child's standard ones, and the answer is how the child ended. One task at a time. When the value ends, the program is killed, and a
/// child that still runs with it.
package struct ForkServer: ~Copyable {
    private let connection: Descriptor
    private let complaint: Pipe
    private let program: ChildProcess

    /// Starts the program, which loads meanwhile. Throws where it can't be started.
    ///
    /// The environment, `NAME=value`, is all that the program gets of one.
    package init(_ path: FilePath, _ arguments: [String] = [], environment: [String] = []) throws(Errno) {
        var ends: [CInt] = [-1, -1]
        try syscall { unsafe kernel_socket_pair(&ends) }
        let (near, far) = (ends[0], ends[1])
        let connection = Descriptor(owning: near)
        let complaint = try Pipe()
        program = try ChildProcess(
            path.string, [path.string] + arguments, environment, input: Descriptor(owning: far),
            output: complaint.writer,
            standardError: complaint.writer)
        self.connection = connection
        self.complaint = complaint
    }

    /// Has a task done, and never beyond the bounds. Throws `connectionReset` where the program ended instead: `lastWords` may say why.
    /// Where the run is over time or over its output the child may still go on: let the value end then.
    ///
    /// It blocks the thread meanwhile: call it on a `BlockingExecutor`.
    package func run(
        _ request: [UInt8], reading input: borrowing Descriptor, within bounds: Program.Bounds
    ) throws(Errno) -> ProgramRun {
        let output = try Pipe()
        let standardError = try Pipe()
        do throws(Errno) {
            try connection.send(request, with: [input.raw, output.writer.raw, standardError.writer.raw])
        } catch .brokenPipe {
            throw .connectionReset
        }
        var run = ProgramRun()
        guard try run.collect(output, standardError, until: connection, within: bounds) else { return run }
        guard let answer = try connection.receive(upTo: 4), answer.count == 4 else { throw .connectionReset }
        run.end = Program.End(waited: unsafe answer.withUnsafeBytes { unsafe $0.loadUnaligned(as: CInt.self) })
        return run
    }

    /// What the program itself has said, which it does when it can't serve.
    package func lastWords() throws(Errno) -> [UInt8] {
        try complaint.reader.available()
    }
}

/// Does the tasks of a `ForkServer`, whose connection is descriptor 0.
package enum ForkService {
    /// Whether descriptor 0 is such a connection.
    package static var isAsked: Bool {
        var status = stat()
        return unsafe fstat(STDIN_FILENO, &status) == 0 && status.st_mode & S_IFMT == S_IFSOCK
    }

    /// Forks a child for each request, which does the task, and ends the process when the client is gone.
    ///
    /// It warms up, so that each child has what that loads and makes: at once where nobody asks yet, else with the second request. A
    /// client that asks once only does not wait for what it has no use for.
    ///
    /// This process must have one thread only: a child has no other.
    package static func serve(warmingUp warmUp: () -> Void, task: (_ request: [UInt8]) -> Never) -> Never {
        // It lives long: what it inherited by chance, as the end of a pipe, would be kept open as long.
        _ = kernel_close_from(UInt32(STDERR_FILENO + 1))
        let connection = Descriptor.standardInput
        do throws(Errno) {
            var isWarm = false
            if try !connection.isReadable(within: 0) {
                warmUp()
                isWarm = true
            }
            for number in 1... {
                var files: [CInt] = [-1, -1, -1]
                guard let request = try connection.receive(upTo: 1 << 16, with: &files) else { break }
                if !isWarm, number > 1 {
                    warmUp()
                    isWarm = true
                }
                try fork(files, for: connection) { task(request) }
            }
            _exit(0)
        } catch {
            _exit(error == .connectionReset ? 0 : EXIT_FAILURE)
        }
    }

    /// Has a child do a task with these standard files, and tells the client how it ended.
    private static func fork(
        _ files: [CInt], for connection: borrowing Descriptor, _ task: () -> Never
    ) throws(Errno) {
        let own = getpid()
        let child = try syscall { kernel_fork() }
        if child == 0 {
            // Where the parent has ended before this took hold, nobody waits for an answer.
            guard kernel_die_with_parent() == 0, getppid() == own else { _exit(EXIT_FAILURE) }
            for (number, file) in files.enumerated() where dup2(file, CInt(number)) == -1 { _exit(EXIT_FAILURE) }
            task()
        }
        for file in files { close(file) }
        let end = Descriptor(owning: try syscall { kernel_process_descriptor(child) })
        var watched = [end.raw, connection.raw].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        try syscall { unsafe poll(&watched, 2, -1) }
        // A client that is gone, or asks for more, wants no answer to this: the child ends with this process.
        guard watched[1].revents == 0 else { throw .connectionReset }
        var status: CInt = 0
        try syscall { unsafe waitpid(child, &status, 0) }
        try connection.send(unsafe withUnsafeBytes(of: status) { unsafe [UInt8]($0) }, with: [])
    }
}

extension Descriptor {
    /// Sends a message with open files.
    fileprivate func send(_ message: [UInt8], with files: [CInt]) throws(Errno) {
        try syscall { unsafe kernel_send(raw, message, message.count, files, UInt32(files.count)) }
    }

    /// The next message; `nil` where the other end is closed.
    fileprivate func receive(upTo count: Int) throws(Errno) -> [UInt8]? {
        var none: [CInt] = []
        return try receive(upTo: count, with: &none)
    }

    /// The next message, with as many open files as there is room for; `nil` where the other end is closed.
    fileprivate func receive(upTo count: Int, with files: inout [CInt]) throws(Errno) -> [UInt8]? {
        var message = [UInt8](repeating: 0, count: count)
        let expected = UInt32(files.count)
        let received = try syscall { unsafe kernel_receive(raw, &message, count, &files, expected) }
        return received == 0 ? nil : Array(message.prefix(received))
    }

    fileprivate func isReadable(within milliseconds: CInt) throws(Errno) -> Bool {
        var watched = pollfd(fd: raw, events: Int16(POLLIN), revents: 0)
        return try syscall { unsafe poll(&watched, 1, milliseconds) } > 0
    }
}
