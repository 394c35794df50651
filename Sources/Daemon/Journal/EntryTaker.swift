package import Linux
package import SystemPackage

/// What takes journal entries.
package protocol EntryTaker: Sendable {
    /// How it stands towards one more entry.
    var state: Journal.State { get }

    /// Takes an entry.
    func send(_ fields: [(name: String, value: String)]) throws(Errno)
}

extension Journal: EntryTaker {}
