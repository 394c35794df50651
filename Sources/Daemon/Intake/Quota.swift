package import Ledger
package import Linux
package import Settings

/// How much is taken in of each folder within a day, so that one bureau's share, or a program gone mad there, can't fill the archive for
/// all. What is over it waits in the inbox.
package struct Quota: Sendable {
    /// Where bureaus have no folders of their own, so many of them share the inbox itself.
    private static let bureaus = 100
    /// What was taken within this time counts, in seconds.
    package static let span = 86_400.0

    private let limit: FolderQuota
    private var used: [FileName?: FolderUsage]
    /// The files that are over it.
    private(set) var waiting: Set<InboxPath> = []

    /// `used` is what was taken in of each folder within `span`; `nil` stands for the inbox itself.
    package init(_ limit: FolderQuota, used: [FileName?: FolderUsage] = [:]) {
        self.limit = limit
        self.used = used
    }

    /// The files of these that may be taken in; the others wait.
    mutating func admit(_ files: some Sequence<ObservedFile>) -> [ObservedFile] {
        files.filter { admits($0) }
    }

    /// Whether a file may be taken in; if not, it waits.
    mutating func admits(_ file: ObservedFile) -> Bool {
        let (limit, used) = (limit(of: file.path.folder), used[file.path.kept.folder] ?? FolderUsage())
        let isUnder = used.files < limit.files && used.bytes < limit.bytes
        if isUnder { waiting.remove(file.path) } else { waiting.insert(file.path) }
        return isUnder
    }

    /// Counts a file that was taken in with `bytes` bytes.
    mutating func take(_ file: ObservedFile, bytes: Int) {
        var usage = used[file.path.kept.folder] ?? FolderUsage()
        usage.files += 1
        usage.bytes = usage.bytes.addingReportingOverflow(bytes).partialValue
        used[file.path.kept.folder] = usage
    }

    /// The folders in which files wait, how many do, and what was taken of each.
    var full: [(folder: FileName?, waiting: Int, used: FolderUsage)] {
        Dictionary(grouping: waiting, by: \.kept.folder).map { ($0.key, $0.value.count, used[$0.key] ?? FolderUsage()) }
    }

    private func limit(of folder: FileName?) -> FolderQuota {
        guard folder == nil else { return limit }
        let most = Int.max / Self.bureaus
        return FolderQuota(
            files: min(limit.files, most) * Self.bureaus, bytes: min(limit.bytes, most) * Self.bureaus)
    }
}
