import Services
import Testing

@Suite("Work that gathers") struct GatheringTests {
    private let start = ContinuousClock.now

    @Test func `is done at once by who has not worked a moment ago, and rests after it`() {
        var gathering = Gathering(for: .milliseconds(100))
        #expect(gathering.rest(at: start) == nil)
        gathering.worked(at: start)
        #expect(gathering.rest(at: start + .milliseconds(40)) == .milliseconds(60))
        #expect(gathering.rest(at: start + .milliseconds(100)) == nil)
    }
}
