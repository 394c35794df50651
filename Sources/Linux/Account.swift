import Glibc
package import SystemPackage

/// The accounts of this machine.
package enum Account {
    /// The name of an account, or its number where it has no name here.
    package static func name(of number: UInt32) -> String {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let size = buffer.count
        let answer = unsafe getpwuid_r(number, &entry, &buffer, size, &found)
        guard answer == 0, unsafe found != nil, let name = unsafe entry.pw_name else { return String(number) }
        return unsafe String(cString: name)
    }

    /// The name of the account this process runs as.
    package static var own: String { name(of: geteuid()) }

    /// Who works with this process: the account that logged in, else the one that asked sudo, else the real one; and the real one.
    /// To be asked before it goes on as another account.
    package static var person: (number: UInt32, through: UInt32) {
        let real = getuid()
        // The kernel keeps it over su and sudo; the highest number says that nobody logged in.
        let login = (try? Descriptor(reading: "/proc/self/loginuid").readAll()).flatMap(number)
        if let login, login != .max { return (login, real) }
        let sudo = unsafe getenv("SUDO_UID").flatMap { unsafe UInt32(String(cString: $0)) }
        return (sudo ?? real, real)
    }

    private static func number(_ bytes: [UInt8]) -> UInt32? {
        UInt32(String(decoding: bytes, as: UTF8.self).filter { !$0.isWhitespace })
    }

    /// The account to which a file or folder belongs, where this is root and it is not root's; `nil` otherwise, and where there is none.
    package static func foreignOwner(of path: FilePath) throws(Errno) -> UInt32? {
        guard geteuid() == 0, let status = try Folders.status(of: path, followingLinks: true) else { return nil }
        let owner = status.userID.rawValue
        return owner == 0 ? nil : owner
    }

    /// Whether this account may read and write a file, and enter a folder, as far as rights go: true also where there is none.
    package static func mayChange(_ path: FilePath, isFolder: Bool = false) -> Bool {
        guard unsafe access(path.string, R_OK | W_OK | (isFolder ? X_OK : 0)) != 0 else { return true }
        return ![EACCES, EPERM].contains(errno)
    }

    /// Whether a process is in a group of this machine; `nil` where either can't be seen.
    package static func isIn(_ group: String, process: Int) -> Bool? {
        guard let entry = unsafe getgrnam(group),
            let status = try? Descriptor(reading: FilePath("/proc/\(process)/status")).readAll()
        else { return nil }
        let number = unsafe String(entry.pointee.gr_gid)
        let lines = String(decoding: status, as: UTF8.self).split(separator: "\n").filter {
            $0.hasPrefix("Gid:") || $0.hasPrefix("Groups:")
        }
        guard !lines.isEmpty else { return nil }
        return lines.contains { $0.split(whereSeparator: \.isWhitespace).contains(Substring(number)) }
    }

    /// Goes on as another account, in its groups and in one more where the machine has it. It is for good, and for root only.
    package static func become(_ number: UInt32, alsoIn group: String) throws(Errno) {
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        let size = buffer.count
        let answer = unsafe getpwuid_r(number, &entry, &buffer, size, &found)
        // An account without a name, as in a container, has no groups either.
        let isKnown = unsafe answer == 0 && found != nil
        let own = isKnown ? unsafe entry.pw_gid : gid_t(number)
        var groups = isKnown ? unsafe Self.groups(of: entry.pw_name, own) : [own]
        if let further = unsafe getgrnam(group) { unsafe groups.append(further.pointee.gr_gid) }
        try syscall { unsafe setgroups(groups.count, groups) }
        try syscall { setgid(own) }
        try syscall { setuid(number) }
    }

    private static func groups(of name: UnsafePointer<CChar>, _ own: gid_t) -> [gid_t] {
        var count: CInt = 1_024
        var groups = [gid_t](repeating: own, count: Int(count))
        guard unsafe getgrouplist(name, own, &groups, &count) >= 0 else { return [own] }
        return Array(groups.prefix(Int(count)))
    }
}
