package import Ledger
import Linux

/// Tells when files are whole: when they have not changed for a while.
///
/// Size alone says little, since some writers set the full size first and the modification time last; the stamp has
/// also what only the system sets. An empty file is given far longer, since it is most likely about to be filled; so is one that
/// somebody has open in an office program.
package struct WriteCompletion: Sendable {
    private struct Wait {
        var stamp: FileStamp
        var since: ContinuousClock.Instant
        var isEdited = false
    }

    private var quiet: Duration
    private var patience: Duration
    private var waits: [InboxPath: Wait] = [:]

    package init(quiet: Duration, patience: Duration) {
        self.quiet = quiet
        self.patience = patience
    }

    /// Waits by other times, also for what is being waited for.
    package mutating func adopt(quiet: Duration, patience: Duration) {
        (self.quiet, self.patience) = (quiet, patience)
    }

    /// The files that are still being waited for.
    package var waiting: Set<InboxPath> { Set(waits.keys) }

    /// The files of these that are not known to be whole.
    package func unsettled(at now: ContinuousClock.Instant) -> Set<InboxPath> {
        Set(waits.filter { $0.value.since + time(for: $0.value) > now }.keys)
    }

    /// Takes in what a look met and gives the files that are whole, which are waited for no longer.
    ///
    /// A file that the look did not meet any more is forgotten.
    package mutating func observe(
        _ files: [ObservedFile], edited: Set<InboxPath> = [], at now: ContinuousClock.Instant
    ) -> [ObservedFile] {
        let before = waits
        waits = [:]
        return files.filter { file in
            var wait = before[file.path] ?? Wait(stamp: file.stamp, since: now)
            if wait.stamp != file.stamp { wait = Wait(stamp: file.stamp, since: now) }
            wait.isEdited = edited.contains(file.path)
            guard wait.since + time(for: wait) > now else { return true }
            waits[file.path] = wait
            return false
        }
    }

    /// Gives files back that are whole and that nobody has had time for: the next look gives them again, at once.
    package mutating func postpone(_ files: some Sequence<ObservedFile>, at now: ContinuousClock.Instant) {
        for file in files { waits[file.path] = Wait(stamp: file.stamp, since: now - patience - quiet) }
    }

    /// Waits for a file once more: it was about to be read and had changed.
    package mutating func restart(_ file: ObservedFile, at now: ContinuousClock.Instant) {
        waits[file.path] = Wait(stamp: file.stamp, since: now)
    }

    /// How long from now until the next file may be whole; `nil` when none is waited for.
    package func nextDue(after now: ContinuousClock.Instant) -> Duration? {
        waits.values.map { max(.zero, now.duration(to: $0.since + time(for: $0))) }.min()
    }

    private func time(for wait: Wait) -> Duration {
        wait.stamp.size == 0 || wait.isEdited ? max(patience, quiet) : quiet
    }
}
