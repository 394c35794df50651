import Foundation
import Glibc
import Linux
import ReaderInterface
import SystemPackage

/// What a worker can do wrong, and what a worker in the wrong hands would try.
enum Deed: String {
    case tell, parent, warmth
    case sleep, spin, recurse, hoard
    case signal, exit, complain
    case flood, babble, otherEdition, answer
    case open, create, list, socket, execute, fork, thread, trace, limit, control
    case decode, files

    /// Does it, and tells what came of it, where it comes back.
    func done(with detail: String) -> String {
        switch self {
        case .tell, .parent, .warmth: return detail
        case .sleep: while true { _ = poll(nil, 0, -1) }
        case .spin: while true {}
        case .recurse: return String(Self.depth(of: 1))
        case .hoard:
            var hoard: [[UInt8]] = []
            while true { hoard.append([UInt8](repeating: 1, count: 1 << 20)) }
        case .signal:
            _ = raise(Int32(detail) ?? SIGKILL)
            return "alive"
        case .exit: Glibc.exit(Int32(detail) ?? 1)
        case .complain:
            let complaint = Descriptor.standardError
            for _ in 0..<1000 { try? complaint.write([UInt8](repeating: 0x41, count: 1000)) }
            Glibc.exit(1)
        case .flood:
            let output = Descriptor.standardOutput
            while true { try? output.write([UInt8](repeating: 0x20, count: 1 << 16)) }
        case .babble: Self.say("no answer at all")
        case .otherEdition: Self.say(#"{"schema": "nianbao.report/9"}"#)
        case .answer: Self.say(detail)
        case .open: return Self.tried(unsafe Glibc.open(detail, O_RDONLY))
        case .create: return Self.tried(unsafe Glibc.open(detail, O_WRONLY | O_CREAT, 0o600))
        case .list: return unsafe opendir(detail) == nil ? Self.tried(-1) : "done"
        case .socket: return Self.tried(Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0))
        case .execute: return Self.tried(unsafe execv("/bin/true", [nil]))
        case .fork:
            var child = pid_t()
            return unsafe posix_spawn(&child, "/bin/true", nil, nil, [nil], [nil]) == 0 ? "done" : "refused"
        case .thread:
            var thread = pthread_t()
            return unsafe pthread_create(&thread, nil, { _ in nil }, nil) == 0 ? "done" : "refused"
        case .trace: return Self.tried(Glibc.kill(getppid(), 0))
        case .limit:
            var more = rlimit(rlim_cur: .max, rlim_max: .max)
            return Self.tried(unsafe setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &more))
        case .control: return Self.tried(fcntl(STDOUT_FILENO, Int32(detail) ?? F_GETFD, 0))
        case .files:
            return (0..<1024).filter { fcntl($0, F_GETFD) != -1 }.map(String.init).joined(separator: " ")
        case .decode: return GB18030.text(of: [0xd6, 0xd0, 0xce, 0xc4]) ?? "refused"
        }
    }

    private static func tried(_ answer: Int32) -> String { answer == -1 ? "refused: \(errno)" : "done" }

    private static func depth(of number: Int) -> Int { number == 0 ? 0 : 1 + depth(of: number + 1) }

    private static func say(_ words: String) -> Never {
        try? Descriptor.standardOutput.write(Array(words.utf8))
        Glibc.exit(0)
    }
}
