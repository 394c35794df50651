import Foundation

/// Which of the records that were sent did arrive: what a look into the journal proves, and what it does not.
///
/// The journal takes entries in the order in which they were sent. Where one is found, everything sent before it has been
/// taken or dropped by now: what is missing of that is lost. What was sent after the last one found may still be on its
/// way, as long as it takes; to send it again would double it. Where nothing follows, a checkpoint is sent to be found.
package struct Reconciliation: Sendable {
    /// A record that was sent, or that an earlier run may have sent, and that was not found yet.
    package struct Flight: Sendable, Equatable {
        package let number: Int
        /// When it was sent, in microseconds since 1970.
        package let sent: UInt64
    }

    /// What is known after a look.
    package struct Outcome: Sendable, Equatable {
        package var confirmed: [Int] = []
        package var lost: [Int] = []
    }

    /// An entry that is there to be found only.
    private struct Checkpoint {
        let token: String
        /// How many flights there were before it.
        var after: Int
        let sent: ContinuousClock.Instant
    }

    /// A checkpoint that was not found within this time may have been dropped; another one is tried.
    private static let patience = Duration.seconds(10)

    /// In the order of sending.
    package private(set) var flights: [Flight]
    private var checkpoint: Checkpoint?

    /// Of the records that await confirmation, the token of the checkpoint that is under way.
    package var token: String? { checkpoint?.token }

    /// Begins with what earlier runs left.
    package init(flights: [Flight]) {
        self.flights = flights
    }

    package mutating func sent(_ number: Int, at time: UInt64) {
        flights.append(Flight(number: number, sent: time))
    }

    /// The records of the next look, the oldest first.
    package func next(limit: Int) -> [Int] { flights.prefix(limit).map(\.number) }

    /// Whether only a checkpoint can tell what became of what is left.
    package func needsCheckpoint(at now: ContinuousClock.Instant) -> Bool {
        guard !flights.isEmpty else { return false }
        return checkpoint.map { $0.sent + Self.patience <= now } ?? true
    }

    package mutating func sentCheckpoint(_ token: String, at now: ContinuousClock.Instant) {
        checkpoint = Checkpoint(token: token, after: flights.count, sent: now)
    }

    /// Takes in what a look found of the records it looked for. `oldest` is when the oldest entry in the journal was
    /// taken: of what was sent before, the journal has let go, and nobody sends it again.
    package mutating func found(
        _ found: Set<Int>, of looked: [Int], hasCheckpoint: Bool, oldest: UInt64
    ) -> Outcome {
        let last = flights.lastIndex { found.contains($0.number) } ?? -1
        let decided = max(last + 1, hasCheckpoint ? checkpoint?.after ?? 0 : 0)
        let wanted = Set(looked)
        var outcome = Outcome()
        var left: [Flight] = []
        var dropped = 0
        for (index, flight) in flights.enumerated() {
            let isDecided = index < decided && wanted.contains(flight.number)
            if found.contains(flight.number) || (isDecided && flight.sent < oldest) {
                outcome.confirmed.append(flight.number)
            } else if isDecided {
                outcome.lost.append(flight.number)
            } else {
                left.append(flight)
                continue
            }
            if index < checkpoint?.after ?? 0 { dropped += 1 }
        }
        flights = left
        checkpoint?.after -= dropped
        if hasCheckpoint, checkpoint?.after == 0 { checkpoint = nil }
        return outcome
    }
}
