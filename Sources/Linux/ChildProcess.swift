import CKernel
package import Glibc
package import SystemPackage

/// Another program that this process has started. Where it still runs when the value ends, it is killed; none is left a zombie.
struct ChildProcess: ~Copyable {
    private let number: pid_t
    /// Readable once the process has ended.
    let end: Descriptor
    private var isReaped = false

    /// Starts a program with these three files and no others that are ours. It gets every signal, whichever we block or ignore,
    /// and none that a terminal sends to us.
    init(
        _ path: String, _ arguments: [String], _ environment: [String], input: borrowing Descriptor,
        output: borrowing Descriptor, standardError: borrowing Descriptor
    ) throws(Errno) {
        let started = try Self.start(path, arguments, environment, [input.raw, output.raw, standardError.raw])
        let end = kernel_process_descriptor(started)
        guard end != -1 else {
            let error = Errno(rawValue: Glibc.errno)
            Self.stop(started)
            throw error
        }
        number = started
        self.end = Descriptor(owning: end)
    }

    deinit {
        if !isReaped { Self.stop(number) }
    }

    private static func stop(_ number: pid_t) {
        kill(number, SIGKILL)
        _ = waitpid(number, nil, 0)
    }

    /// Starts a program with its standard files in order.
    private static func start(
        _ path: String, _ arguments: [String], _ environment: [String], _ standard: [CInt]
    ) throws(Errno) -> pid_t {
        var files = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&files)
        defer { unsafe _ = posix_spawn_file_actions_destroy(&files) }
        for (number, file) in standard.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&files, file, CInt(number))
        }
        return try unsafe Spawning.start(path, arguments, environment, &files)
    }

    /// Waits until it has ended, and tells how.
    mutating func wait() throws(Errno) -> Program.End {
        var answer: CInt = 0
        let number = number
        try syscall { unsafe waitpid(number, &answer, 0) }
        isReaped = true
        return Program.End(waited: answer)
    }
}

extension Program.End {
    /// What wait(2) answers, taken apart as its macros do, which Swift does not see.
    package init(waited answer: CInt) {
        let signal = answer & 0x7f
        self = signal == 0 ? .exited((answer >> 8) & 0xff) : .signalled(signal)
    }
}

/// How each program that we start begins: as the leader of a process group, so that it gets none of the signals that a terminal sends to us,
/// and with every signal as the system has it, whichever we block or ignore.
package enum Spawning {
    /// Starts a program with what is said of its files.
    package static func start(
        _ path: String, _ arguments: [String], _ environment: [String], _ files: inout posix_spawn_file_actions_t
    ) throws(Errno) -> CInt {
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe _ = posix_spawnattr_destroy(&attributes) }
        var (none, all) = (sigset_t(), sigset_t())
        unsafe sigemptyset(&none)
        unsafe sigfillset(&all)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setsigdefault(&attributes, &all)
        let flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP
        unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

        var started: CInt = 0
        let failure = unsafe withCStrings(arguments) { arguments in
            unsafe withCStrings(environment) { environment in
                unsafe posix_spawn(&started, path, &files, &attributes, arguments, environment)
            }
        }
        guard failure == 0 else { throw Errno(rawValue: failure) }
        return started
    }
}
