import Services
import Testing

@Suite struct `A start that takes long` {
    /// Hands on what it is told.
    private struct Listener: Notifier {
        let told: AsyncStream<String>.Continuation
        var watchdogInterval: Duration? { nil }
        func notify(_ state: String) { told.yield(state) }
    }

    private let told: AsyncStream<String>
    private let listener: Listener

    init() {
        let (told, continuation) = AsyncStream.makeStream(of: String.self)
        self.told = told
        listener = Listener(told: continuation)
    }

    @Test func `asks for more time while it goes on, and no longer`() async {
        let last = await LongStart(listener, interval: .milliseconds(20)).run {
            var words: [String] = []
            for await word in told.prefix(2) { words.append(word) }
            return words.last
        }
        #expect(last?.hasPrefix("EXTEND_TIMEOUT_USEC=60000\nSTATUS=") == true)
    }

    @Test func `asks for none beyond the longest`() async {
        // Each start has a timer of its own: when the second has rung three times, the first would have.
        let quiet = LongStart(listener, interval: .milliseconds(1), longest: .zero)
        let (other, continuation) = AsyncStream.makeStream(of: String.self)
        await quiet.run {
            await LongStart(Listener(told: continuation), interval: .milliseconds(5)).run {
                for await _ in other.prefix(3) {}
            }
        }
        listener.told.finish()
        for await word in told { Issue.record("\(word)") }
    }
}
