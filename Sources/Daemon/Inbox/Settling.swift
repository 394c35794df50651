import Linux

/// Tells when files are whole: when they have not changed for a while.
///
/// Size alone says little, since some writers set the full size first and the modification time last; the stamp has
/// also what only the system sets. An empty file is given far longer, since it is most likely about to be filled.
package struct Settling: Sendable {
    private struct Wait {
        var stamp: FileStamp
        var since: ContinuousClock.Instant
    }

    private let quiet: Duration
    private let patience: Duration
    private var waits: [InboxPath: Wait] = [:]

    package init(quiet: Duration, patience: Duration) {
        self.quiet = quiet
        self.patience = patience
    }

    /// The files that are still being waited for.
    package var waiting: Set<InboxPath> { Set(waits.keys) }

    /// Takes in what a look met and gives the files that are whole, which are waited for no longer.
    ///
    /// A file that the look did not meet any more is forgotten.
    package mutating func observe(_ files: [Sighting], at now: ContinuousClock.Instant) -> [Sighting] {
        let before = waits
        waits = [:]
        return files.filter { file in
            var wait = before[file.path] ?? Wait(stamp: file.stamp, since: now)
            if wait.stamp != file.stamp { wait = Wait(stamp: file.stamp, since: now) }
            guard wait.since + time(for: file.stamp) > now else { return true }
            waits[file.path] = wait
            return false
        }
    }

    /// Waits for a file once more: it was about to be read and had changed.
    package mutating func restart(_ file: Sighting, at now: ContinuousClock.Instant) {
        waits[file.path] = Wait(stamp: file.stamp, since: now)
    }

    /// How long from now until the next file may be whole; `nil` when none is waited for.
    package func nextDue(after now: ContinuousClock.Instant) -> Duration? {
        waits.values.map { max(.zero, now.duration(to: $0.since + time(for: $0.stamp))) }.min()
    }

    private func time(for stamp: FileStamp) -> Duration { stamp.size == 0 ? max(patience, quiet) : quiet }
}
