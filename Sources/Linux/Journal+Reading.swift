import Glibc
package import SystemPackage

extension Journal {
    /// Some fields of each entry that this account has written to this machine's journal and that has all of one of the given lists; of
    /// several values for one field, one is enough. It is one reading: what is found was there together. Nothing where this account may
    /// not read it.
    package func entries(
        with lists: [(name: String, value: String)]..., showing names: Set<String>
    ) throws(Errno) -> [[String: String]] {
        let reader = try JournalSource.machine(account: geteuid()).open()
        try reader.find(any: lists)
        var entries: [[String: String]] = []
        while let entry = try reader.next({ names.contains(String($0)) }) { entries.append(entry) }
        return entries
    }

    /// When the oldest entry that can be read was taken, in microseconds since 1970; `nil` where none can be.
    package func oldest() throws(Errno) -> UInt64? { try JournalSource.machine(account: geteuid()).open().oldest() }
}
