import CKernel
import Glibc
package import ReaderInterface
package import SystemPackage

/// What a process keeps of its rights while it reads a document: little memory and time, the files that character sets and
/// fonts lie in, and the system calls that reading takes.
///
/// Each layer stands by itself, since a hole in one is likelier than in all of them.
package struct Confinement: Sendable {
    /// The layer that could not be set up.
    package struct Failure: Error, Sendable {
        package let fence: String
        package let error: Errno

        /// What is wrong, in Chinese.
        package var description: String { "隔离措施“\(fence)”没有设成：\(error)" }
    }

    private let limits: Limits

    package init(_ limits: Limits) {
        self.limits = limits
    }

    /// Puts up all fences around this process, for good. Nothing else may run in it yet: a thread that is there already would
    /// stay outside. Where it throws, the process must not read anything.
    package func enforce() throws(Failure) {
        try fence("随主程序结束") { kernel_die_with_parent() }
        try fence("关闭其他文件") { kernel_close_from(UInt32(STDERR_FILENO + 1)) }
        try limit(RLIMIT_AS, to: limits.memory)
        try limit(RLIMIT_CPU, to: max(1, (limits.milliseconds + 999) / 1000))
        try limit(RLIMIT_NOFILE, to: 64)
        try limit(RLIMIT_CORE, to: 0)
        // Where the answer goes into a file, by hand; the daemon takes it from a pipe.
        try limit(RLIMIT_FSIZE, to: limits.answerBytes)
        try fence("no_new_privs") { kernel_no_new_privileges() }
        try Landlock.enforce()
        try SystemCalls.enforce()
    }

    /// Limits a resource. Over the limit of time the process gets SIGXCPU, which tells what it was.
    private func limit(_ resource: __rlimit_resource, to value: Int) throws(Failure) {
        let spare = resource == RLIMIT_CPU ? 1 : 0
        var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value + spare))
        try fence("资源上限") { unsafe setrlimit(__rlimit_resource_t(resource.rawValue), &limit) }
    }
}

/// Sets up a layer by a system call that answers -1 where it can't.
@discardableResult
func fence(_ name: String, _ call: () -> CInt) throws(Confinement.Failure) -> CInt {
    let answer = call()
    guard answer != -1 else { throw Confinement.Failure(fence: name, error: Errno(rawValue: errno)) }
    return answer
}
