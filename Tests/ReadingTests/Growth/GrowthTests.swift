import Documents
import Glibc
import Reading
import Testing

/// Reading takes time in proportion to the size of a document, whatever stands in it.
///
/// The measure is a ratio, not a time: a document eight times as large may take at most twenty times as long. Linear work takes
/// eight times, quadratic work sixty-four. The processor's time of this thread is counted, so a busy machine changes little, and
/// the best of some tries counts.
@Suite(.serialized) struct GrowthTests {
    @Test(arguments: HostileDocument.all)
    func `a document eight times as large takes no more than twenty times as long`(document: HostileDocument) {
        let small = document.make(1_000)
        let large = document.make(8_000)
        var ratio = Double.infinity
        for _ in 0..<4 where ratio > 20 {
            let least = min(time(small), time(small), time(small))
            ratio = min(ratio, time(large) / max(least, 0.000_2))
        }
        #expect(ratio <= 20, "\(document.name): \(ratio) times as long")
    }

    /// The processor's time, in seconds, that reading takes on this thread.
    private func time(_ document: Document) -> Double {
        let start = now()
        _ = Result { try Reader.report(in: document) }
        return now() - start
    }

    private func now() -> Double {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}
