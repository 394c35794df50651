import Glibc

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
}
