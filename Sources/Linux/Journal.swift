import CSystemd
import Glibc
package import SystemPackage

/// The systemd journal, to write to.
package struct Journal: Sendable {
    /// How the journal stands towards one more entry.
    package enum State: Sendable, Hashable {
        /// It takes an entry at once.
        case ready
        /// It is there and does not keep up; an entry would wait.
        case busy
        /// There is none.
        case absent
    }

    private static let socket = "/run/systemd/journal/socket"

    package init() {}

    /// How the journal stands now. To be asked before each entry: where there is no journal, libsystemd calls an
    /// entry sent, and where it is stopped, sending never returns.
    package var state: State {
        let raw = Glibc.socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard raw >= 0 else { return .absent }
        let probe = Descriptor(owning: raw)
        guard connect(probe.raw, to: Self.socket) else { return .absent }
        var request = pollfd(fd: probe.raw, events: Int16(POLLOUT), revents: 0)
        return unsafe poll(&request, 1, 0) > 0 ? .ready : .busy
    }

    /// Sends one entry. Names are in capitals; values may hold line breaks.
    package func send(_ fields: [(name: String, value: String)]) throws(Errno) {
        let entries = fields.map { Array("\($0.name)=\($0.value)".utf8) }
        var bytes = Array(entries.joined())
        let answer = unsafe bytes.withUnsafeMutableBytes { buffer in
            var start = buffer.baseAddress
            var vector = unsafe [iovec]()
            for entry in entries {
                unsafe vector.append(unsafe iovec(iov_base: start, iov_len: entry.count))
                unsafe start = start?.advanced(by: entry.count)
            }
            return unsafe sd_journal_sendv(vector, CInt(vector.count))
        }
        guard answer >= 0 else { throw Errno(rawValue: -answer) }
    }

    /// Connects a socket to a path.
    private func connect(_ raw: CInt, to path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
        return unsafe withUnsafeBytes(of: &address) { bytes in
            guard let start = bytes.baseAddress else { return false }
            let pointer = unsafe start.assumingMemoryBound(to: sockaddr.self)
            return unsafe Glibc.connect(raw, pointer, socklen_t(bytes.count)) == 0
        }
    }
}
