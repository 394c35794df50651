package import Ledger
package import Settings

/// How much is taken in of each sender within a day, so that one bureau, or a program gone mad there, can't fill the archive for all.
/// What is over it waits in the inbox.
package struct Quota: Sendable {
    /// Where bureaus have no folders of their own, so many of them may share an account.
    private static let bureaus = 100
    /// What was taken within this time counts, in seconds.
    package static let span = 86_400.0

    private let limit: FolderQuota
    private var used: [Sender: Usage]
    /// The files that are over it, with their senders.
    private var overdrawn: [InboxPath: Sender] = [:]

    /// `used` is what was taken in of each sender within `span`.
    package init(_ limit: FolderQuota, used: [Sender: Usage] = [:]) {
        self.limit = limit
        self.used = used
    }

    /// The files of these that may be taken in; the others wait.
    mutating func admit(_ files: some Sequence<ObservedFile>) -> [ObservedFile] {
        files.filter { admits($0) }
    }

    /// Whether a file may be taken in; if not, it waits.
    mutating func admits(_ file: ObservedFile) -> Bool {
        let sender = Sender(file)
        let (limit, used) = (limit(of: sender), used[sender] ?? Usage())
        let isUnder = used.files < limit.files && used.bytes < limit.bytes
        overdrawn[file.path] = isUnder ? nil : sender
        return isUnder
    }

    /// Counts a file that was taken in with `bytes` bytes.
    mutating func take(_ file: ObservedFile, bytes: Int) {
        var usage = used[Sender(file)] ?? Usage()
        usage.files += 1
        usage.bytes = usage.bytes.addingReportingOverflow(bytes).partialValue
        used[Sender(file)] = usage
    }

    /// The files that are over it.
    var waiting: Set<InboxPath> { Set(overdrawn.keys) }

    /// The senders of files that wait, how many do, and what was taken of each.
    var full: [(sender: Sender, waiting: Int, used: Usage)] {
        Dictionary(grouping: overdrawn.values) { $0 }.map { ($0.key, $0.value.count, used[$0.key] ?? Usage()) }
    }

    private func limit(of sender: Sender) -> FolderQuota {
        guard sender.folder == nil else { return limit }
        let most = Int.max / Self.bureaus
        return FolderQuota(
            files: min(limit.files, most) * Self.bureaus, bytes: min(limit.bytes, most) * Self.bureaus)
    }
}
