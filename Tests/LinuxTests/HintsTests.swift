import Fixtures
import Foundation
import Linux
import SystemPackage
import Testing

@Suite struct HintsTests {
    private let scratch: ScratchFolder
    private let wake = WakeSignal()

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `a new file rings`() async throws {
        let hints = try Hints(signalling: wake)
        try hints.watch(Directory(FilePath(scratch.path)))
        try scratch.write("甲", to: "a")
        #expect(await heard())
        withExtendedLifetime(hints) {}
    }

    @Test func `a folder that takes the place of a watched one is watched from the next look on`() async throws {
        let hints = try Hints(signalling: wake)
        try scratch.makeFolder("inbox")
        try hints.watch(Directory(FilePath(scratch.path("inbox"))))
        try FileManager.default.removeItem(atPath: scratch.path("inbox"))
        #expect(await heard())

        try scratch.makeFolder("inbox")
        try hints.watch(Directory(FilePath(scratch.path("inbox"))))
        try scratch.write("甲", to: "inbox/a")
        #expect(await heard())
        withExtendedLifetime(hints) {}
    }

    @Test func `many rings before a look are one`() async {
        for _ in 1...5 { wake.signal() }
        wake.signal(after: .milliseconds(1))
        #expect(await heard())
        #expect(await heard())
    }

    /// Waits for the next ring.
    private func heard() async -> Bool {
        for await _ in wake.signals { return true }
        return false
    }
}
