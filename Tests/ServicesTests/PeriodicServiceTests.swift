import Linux
import Services
import Testing

@Suite("A service that works in rounds") struct PeriodicServiceTests {
    /// Works so many rounds, with a pause that nobody waits for but for the next signal.
    private actor Counter: PeriodicService {
        nonisolated let wake = WakeSignal()
        private(set) var rounds = 0
        private let enough: Int

        init(enough: Int) {
            self.enough = enough
        }

        func round() async -> Duration? {
            rounds += 1
            // What is signalled during a round is one more round, however often.
            for _ in 1...3 { wake.signal() }
            return rounds < enough ? .seconds(3600) : nil
        }
    }

    @Test func `begins by itself, goes on with each signal, and ends when there is nothing left to do`() async {
        let counter = Counter(enough: 5)
        await counter.run()
        #expect(await counter.rounds == 5)
    }
}
