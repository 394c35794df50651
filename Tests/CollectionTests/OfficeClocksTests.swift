import Foundation
import Ledger
import Office
import Testing

@testable import Collection

/// What the times of entries say of a machine.
@Suite struct OfficeClocksTests {
    private let now = Date(timeIntervalSince1970: 1_739_200_000)

    private func wrong(_ clocks: OfficeClocks, after seconds: TimeInterval = 0) -> [String] {
        clocks.troubles(of: [("青岚市", "qinglan")], at: now + seconds, silence: 1_000, tolerance: 60)
            .map(\.kind.rawValue)
    }

    @Test func `who was never heard of, or not for long, is told of`() {
        var clocks = OfficeClocks()
        #expect(wrong(clocks) == ["unheard"])
        clocks.note(now - 10, heard: now - 10, of: "青岚市", isLive: false, at: now)
        #expect(wrong(clocks).isEmpty)
        #expect(wrong(clocks, after: 990).isEmpty)
        #expect(wrong(clocks, after: 991) == ["silent"])
    }

    @Test func `a clock that is ahead shows at once`() {
        var clocks = OfficeClocks()
        clocks.note(now + 61, heard: now, of: "青岚市", isLive: false, at: now)
        #expect(wrong(clocks) == ["clock"])
        clocks.note(now, heard: now, of: "青岚市", isLive: true, at: now)
        #expect(wrong(clocks).isEmpty)
    }

    @Test func `one that is behind shows when nothing comes sooner, and not while much is made up for`() {
        var (late, catching) = (OfficeClocks(), OfficeClocks())
        for step in 0..<7 {
            let at = now + Double(step)
            late.note(at - 90, heard: at, of: "青岚市", isLive: true, at: at)
            catching.note(at - 90, heard: at, of: "青岚市", isLive: false, at: at)
        }
        #expect(wrong(late, after: 7) == ["clock"])
        #expect(wrong(catching, after: 7).isEmpty)
        late.note(now + 6, heard: now + 6, of: "青岚市", isLive: true, at: now + 7)
        #expect(wrong(late, after: 7).isEmpty)
    }

    @Test func `a clock that was ahead keeps nobody from being silent`() {
        var clocks = OfficeClocks()
        clocks.note(now + 90_000, heard: now - 10, of: "青岚市", isLive: false, at: now)
        #expect(wrong(clocks, after: 991) == ["silent", "clock"])
    }

    @Test func `where nobody knows when anything came it came when it was seen`() {
        var clocks = OfficeClocks()
        clocks.note(now - 2_000, of: "青岚市", isLive: false, at: now)
        #expect(wrong(clocks) == ["silent"])
        clocks.note(now - 1_900, of: "青岚市", isLive: false, at: now + 1)
        #expect(wrong(clocks, after: 1).isEmpty)
        clocks.note(now - 1_900, of: "青岚市", isLive: false, at: now + 1_002)
        #expect(wrong(clocks, after: 1_002) == ["silent"])
    }
}
