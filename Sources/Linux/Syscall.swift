import Glibc
import SystemPackage

/// Makes a system call, again where a signal interrupted it, and throws its errno where it answers -1.
@discardableResult
func syscall<Answer: FixedWidthInteger>(_ call: () -> Answer) throws(Errno) -> Answer {
    while true {
        let answer = call()
        guard answer == -1 else { return answer }
        let error = Errno(rawValue: Glibc.errno)
        guard error == .interrupted else { throw error }
    }
}
