package import Foundation
import Linux
import SystemPackage

/// Another program that a test runs.
///
/// Foundation's `Process` lists this process' descriptors at each start, and reads past the end of the list once there are some
/// 1,360 of them, which as many tests at once can have.
package final class ChildProgram {
    /// What a standard file of the program is.
    package enum Stream {
        /// That of this process.
        case inherited
        /// Nothing comes from there, and what goes there is dropped.
        case null
        case pipe(Pipe)
    }

    package var path: String
    package var arguments: [String]
    /// All that the program gets of an environment; `nil` is this process' own.
    package var environment: [String: String]?
    package var standardInput = Stream.inherited
    package var standardOutput = Stream.inherited
    package var standardError = Stream.inherited

    package private(set) var number: pid_t = 0
    private var end: Program.End?

    package init(_ path: String = "", _ arguments: [String] = []) {
        self.path = path
        self.arguments = arguments
    }

    deinit {
        guard number != 0, end == nil else { return }
        kill(number, SIGKILL)
        waitUntilExit()
    }

    /// Runs a program, and waits until it has ended.
    package static func run(_ path: String, _ arguments: String...) throws {
        let program = ChildProgram(path, arguments)
        try program.run()
        program.waitUntilExit()
    }

    /// Starts it, in a process group of its own. It has no open file of this process but the standard ones, and gets every signal.
    package func run() throws {
        let streams = [standardInput, standardOutput, standardError]
        var files = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&files)
        defer { unsafe _ = posix_spawn_file_actions_destroy(&files) }
        for (file, stream) in streams.enumerated() {
            switch stream {
            case .inherited: break
            case .null: unsafe posix_spawn_file_actions_addopen(&files, Int32(file), "/dev/null", O_RDWR, 0)
            case .pipe(let pipe):
                unsafe posix_spawn_file_actions_adddup2(&files, pipe.end(for: file).fileDescriptor, Int32(file))
            }
        }
        // Foundation's pipes stay open in a program that is started.
        let names = try Directory("/proc/self/fd").names().map { String(decoding: $0.bytes, as: UTF8.self) }
        for file in names.compactMap({ Int32($0) }) where file > 2 {
            unsafe posix_spawn_file_actions_addclose(&files, file)
        }
        let environment = environment ?? ProcessInfo.processInfo.environment
        number = try unsafe Spawning.start(path, [path] + arguments, environment.map { "\($0)=\($1)" }, &files)
        // Only the program's own copies are left, so that a pipe ends with it.
        for (file, stream) in streams.enumerated() {
            if case .pipe(let pipe) = stream { try pipe.end(for: file).close() }
        }
    }

    /// Asks it to end.
    package func terminate() {
        if end == nil { kill(number, SIGTERM) }
    }

    /// Waits until it has ended. It blocks the thread.
    package func waitUntilExit() {
        guard end == nil else { return }
        var answer: Int32 = 0
        while unsafe waitpid(number, &answer, 0) == -1, errno == EINTR {}
        end = Program.End(waited: answer)
    }

    /// Its exit status, or the number of the signal that has ended it; 0 while it runs.
    package var terminationStatus: Int32 {
        switch end {
        case .exited(let number), .signalled(let number): number
        default: 0
        }
    }

    /// Whether a signal has ended it.
    package var isSignalled: Bool {
        if case .signalled = end { true } else { false }
    }
}

extension Pipe {
    /// The end that a program has as this standard file.
    fileprivate func end(for file: Int) -> FileHandle { file == 0 ? fileHandleForReading : fileHandleForWriting }
}
