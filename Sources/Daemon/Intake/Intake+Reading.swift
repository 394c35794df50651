import Ledger
import Linux
import ServiceLifecycle
import Services

/// As many files as there are readers are read side by side, and are judged and recorded one by one.
extension Intake {
    /// A file that is in hand, and what came of reading it: what judges it, or why nothing does.
    struct Reading: Sendable {
        let arrival: Arrival
        let outcome: Result<Judge, any Error>
    }

    /// The files that are in hand: their bytes are kept, and they have no result yet.
    private struct InHand {
        /// Whom a reader reads, or has read.
        var begun: [Arrival] = []
        /// Kept while all readers read, so that the one that is done first has the next one at once.
        var ahead: Arrival?
        /// Read and not judged yet: while it is judged, its reader reads another one.
        var read: Reading?

        var reading: Int { begun.count - (read == nil ? 0 : 1) }
        var folders: [FileName] { (begun + [ahead].compactMap(\.self)).compactMap(\.file.path.folder) }
    }

    /// Takes files from the inbox to the ledger until a moment, and gives back those that are left. As many are read at a time as there are
    /// readers, and each is judged and recorded when it has been read: one that takes long keeps a reader, and nobody else waits for it.
    func judge(_ files: [ObservedFile], until end: ContinuousClock.Instant, at now: ClockReading) async
        -> [ObservedFile]
    {
        var left = files[...]
        if !left.isEmpty { inboxFiles = InboxFiles(present) }
        await withTaskGroup(of: Reading.self) { group in
            var inHand = InHand()
            while true {
                context.liveness.progress(.intake)
                let mayGoOn = mayGoOn(at: now)
                if !mayGoOn, let arrival = inHand.ahead.take() { left.insert(arrival.file, at: left.startIndex) }
                if mayGoOn, inHand.ahead == nil, .now < end, let file = next(of: &left, beside: inHand) {
                    inHand.ahead = await keep(file, at: now)
                } else if inHand.reading < parts.readers, let arrival = inHand.ahead {
                    while mustWait(arrival, for: inHand.begun), await finishOne(of: &group, &inHand, at: now) {}
                    inHand.ahead = nil
                    guard let work = await begin(arrival, at: now) else { continue }
                    inHand.begun.append(arrival)
                    group.addTask { Reading(arrival: arrival, outcome: await Self.outcome(of: work)) }
                } else {
                    guard await finishOne(of: &group, &inHand, at: now) else { break }
                }
            }
        }
        return Array(left)
    }

    private func mayGoOn(at now: ClockReading) -> Bool {
        obstacleRetry.allows(at: now.uptime) && !Task.isShuttingDownGracefully && !Task.isCancelled
    }

    /// Takes the next file out of those that are left; `nil` where none can be taken in hand now. Of a folder one is at a time, so that a
    /// bureau's files are judged in their order.
    private func next(of left: inout ArraySlice<ObservedFile>, beside inHand: InHand) -> ObservedFile? {
        let folders = inHand.folders
        while let index = left.firstIndex(where: { $0.path.folder.map(folders.contains) != true }) {
            let file = left.remove(at: index)
            guard quota.admits(file) else { continue }
            quota.take(file, bytes: min(file.stamp.size, parts.archive.limit))
            return file
        }
        return nil
    }

    /// Bytes that are in hand already are known once these are judged. A file over which runs died is in hand alone: no other one's death
    /// is held against it, nor its own against others.
    private func mustWait(_ arrival: Arrival, for inHand: [Arrival]) -> Bool {
        let isSuspect = { [suspects] (arrival: Arrival) in suspects[arrival.content.key] != nil }
        return inHand.contains { $0.content.key == arrival.content.key || isSuspect($0) }
            || isSuspect(arrival) && !inHand.isEmpty
    }

    /// Judges and records a file that has been read, or waits for one to be read; false where none is in hand.
    private func finishOne(
        of group: inout TaskGroup<Reading>, _ inHand: inout InHand, at now: ClockReading
    ) async -> Bool {
        guard let reading = inHand.read.take() else {
            inHand.read = await group.next()
            return inHand.read != nil
        }
        await finish(reading, at: now)
        inHand.begun.removeAll { $0.file.path == reading.arrival.file.path }
        noteObstacle(at: now)
        return true
    }

    static func outcome(of work: Work) async -> Result<Judge, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }
}
