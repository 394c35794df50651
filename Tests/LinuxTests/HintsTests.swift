import Fixtures
import Foundation
import Linux
import SystemPackage
import Testing

@Suite(.timeLimit(.minutes(15))) struct HintsTests {
    private let scratch: ScratchFolder
    private let bell = Bell()

    init() throws {
        scratch = try ScratchFolder()
    }

    @Test func `a new file rings`() async throws {
        let hints = try Hints(ringing: bell)
        try hints.watch(Directory(FilePath(scratch.path)))
        try scratch.write("甲", to: "a")
        #expect(await heard())
        withExtendedLifetime(hints) {}
    }

    @Test func `a folder that takes the place of a watched one is watched from the next look on`() async throws {
        let hints = try Hints(ringing: bell)
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
        for _ in 1...5 { bell.ring() }
        bell.ring(after: .milliseconds(1))
        #expect(await heard())
        #expect(await heard())
    }

    /// Waits for the next ring.
    private func heard() async -> Bool {
        for await _ in bell.rings { return true }
        return false
    }
}
