import CKernel
import Glibc

/// The sandbox layer around files: of all there is, the process can read what libraries load late, and nothing else.
enum Landlock {
    /// Modules and tables of character sets (gconv), and those of fonts in PDF (poppler-data).
    private static let readable = [
        "/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/share/poppler", "/etc/ld.so.cache",
    ]

    // From linux/landlock.h: its macros have a form that Swift does not see. A right is known from a version on.
    private static let readFile: UInt64 = 1 << 2
    private static let readFolder: UInt64 = 1 << 3
    private static let network: UInt64 = 0b11
    private static let scopes: UInt64 = 0b11

    /// All rights on files that a version of the kernel's Landlock can forbid.
    private static func files(in version: CInt) -> UInt64 {
        let count =
            switch version {
            case ..<2: 13
            case 2: 14
            case 3, 4: 15
            default: 16
            }
        return (1 << count) - 1
    }

    /// Sets the layer up. A kernel without Landlock is no failure: seccomp stands there alone. So it does in a container, and under a systemd,
    /// that does not know these calls and refuses them: no file would ever be read there.
    static func enforce() throws(Confinement.Failure) {
        let version = kernel_landlock_version()
        // Not built in, not switched on, or not known.
        if version == -1, [ENOSYS, EOPNOTSUPP, EPERM].contains(errno) { return }
        try fence("Landlock") { version }
        let rules = try fence("Landlock") {
            kernel_landlock_rules(files(in: version), version >= 4 ? network : 0, version >= 6 ? scopes : 0)
        }
        defer { close(rules) }
        for path in readable { try allow(path, rules) }
        try fence("Landlock") { kernel_landlock_enforce(rules) }
    }

    private static func allow(_ path: String, _ rules: CInt) throws(Confinement.Failure) {
        let place = unsafe open(path, O_RDONLY | O_CLOEXEC)
        // What this machine has not needs no permission.
        guard place != -1 else { return }
        defer { close(place) }
        var status = stat()
        try fence("Landlock") { unsafe fstat(place, &status) }
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        try fence("Landlock") { kernel_landlock_allow(rules, place, isFolder ? readFile | readFolder : readFile) }
    }
}
