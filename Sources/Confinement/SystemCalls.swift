import CSeccomp
import Glibc
import SystemPackage

/// The sandbox layer around system calls. What is not named here is refused with EPERM: a library that asks for something it can do
/// without goes on without it.
enum SystemCalls {
    /// To read a file that is open, or one that Landlock lets be opened.
    private static let reading = [
        "read", "readv", "pread64", "lseek", "fstat", "newfstatat", "stat", "lstat", "statx", "access", "faccessat",
        "faccessat2", "readlink", "readlinkat", "getcwd", "getdents64", "close", "poll", "ppoll",
    ]
    /// What fcntl may do: say what a descriptor is, have it closed, and copy one. Locks, leases, seals, sizes of pipes and owners of
    /// signals are not for who reads a file.
    private static let descriptorCommands = [F_GETFD, F_SETFD, F_GETFL, F_DUPFD_CLOEXEC]
    /// To answer.
    private static let writing = ["write", "writev"]
    private static let memory = ["brk", "mmap", "mprotect", "mremap", "munmap", "madvise", "membarrier"]
    /// Locks, time and chance, of the process alone.
    private static let own = [
        "futex", "set_robust_list", "rseq", "sched_yield", "sched_getaffinity", "rt_sigaction", "rt_sigprocmask",
        "rt_sigreturn", "sigaltstack", "restart_syscall", "clock_gettime", "clock_getres", "clock_nanosleep",
        "gettimeofday", "nanosleep", "time", "times", "getrandom", "getpid", "gettid", "getuid", "geteuid", "getgid",
        "getegid", "getrlimit", "getrusage", "sysinfo", "uname", "exit", "exit_group",
    ]
    /// Nothing that reads documents comes near these. Whoever calls them has taken the process over, and it ends.
    private static let hostile = [
        "execve", "execveat", "ptrace", "process_vm_readv", "process_vm_writev", "mount", "umount2", "pivot_root",
        "chroot",
        "unshare", "setns", "bpf", "perf_event_open", "userfaultfd", "io_uring_setup", "io_uring_enter", "keyctl",
        "add_key", "request_key", "init_module", "finit_module", "kexec_load", "open_by_handle_at",
    ]

    // The macros of seccomp.h, which Swift does not see.
    private static let allow: UInt32 = 0x7fff_0000
    private static let killProcess: UInt32 = 0x8000_0000
    private static func refuse(_ error: CInt) -> UInt32 { 0x0005_0000 | UInt32(error) }

    /// Sets the layer up.
    static func enforce() throws(Confinement.Failure) {
        guard let filter = unsafe seccomp_init(refuse(EPERM)) else {
            throw Confinement.Failure(fence: "seccomp", error: .noMemory)
        }
        defer { unsafe seccomp_release(filter) }
        for name in reading + writing + memory + own { try unsafe add(allow, name, to: filter) }
        for name in hostile { try unsafe add(killProcess, name, to: filter) }

        // Opened to be read only, also where the kernel has no Landlock.
        let changing = UInt64(O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND)
        try unsafe add(allow, "open", where: [mask(1, changing, 0)], to: filter)
        try unsafe add(allow, "openat", where: [mask(2, changing, 0)], to: filter)
        for command in descriptorCommands {
            try unsafe add(allow, "fcntl", where: [mask(1, UInt64(UInt32.max), UInt64(command))], to: filter)
        }
        // A signal to itself, by which abort() ends it; a limit to be asked for, not to be set.
        try unsafe add(allow, "tgkill", where: [mask(0, .max, UInt64(getpid()))], to: filter)
        try unsafe add(allow, "prlimit64", where: [mask(2, .max, 0)], to: filter)
        try check(unsafe seccomp_load(filter))
    }

    private static func mask(_ argument: UInt32, _ bits: UInt64, _ value: UInt64) -> scmp_arg_cmp {
        scmp_arg_cmp(arg: argument, op: SCMP_CMP_MASKED_EQ, datum_a: bits, datum_b: value)
    }

    private static func add(
        _ action: UInt32, _ name: String, where conditions: [scmp_arg_cmp] = [], to filter: scmp_filter_ctx
    ) throws(Confinement.Failure) {
        let number = unsafe seccomp_syscall_resolve_name(name)
        // Not known to this libseccomp: then it is refused, as all that is not named.
        guard number != -1 else { return }
        let count = UInt32(conditions.count)
        try check(unsafe seccomp_rule_add_array(filter, action, number, count, conditions))
    }

    /// libseccomp answers with the negated errno.
    private static func check(_ answer: CInt) throws(Confinement.Failure) {
        guard answer == 0 else { throw Confinement.Failure(fence: "seccomp", error: Errno(rawValue: -answer)) }
    }
}
