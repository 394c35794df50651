import Daemon
import Fixtures
import Ledger
import Linux
import Office
import Rules
import Services
import SystemPackage
import Testing

/// The daemon dies with a file in its hands, as it does when it is killed or loses its power, and begins again.
@Suite struct `A death of the daemon` {
    private let scratch: ScratchFolder

    init() throws { scratch = try ScratchFolder() }

    /// A daemon dies so many times in the judging of a file that lies in the inbox; then there is another.
    private func daemon(after deaths: Int, over name: String) async throws -> Bureau {
        var bureau = try await Bureau(scratch: scratch)
        for _ in 0..<deaths {
            let file = try #require(bureau.inbox.look().files.first { $0.path.name == FileName(name) })
            let content = try bureau.archive.keep(file, from: bureau.inbox)
            _ = try await bureau.ledger.begin(Arrival(file: file, content: content, at: bureau.now.date))
            bureau = try await Bureau(scratch: scratch)
        }
        return bureau
    }

    /// The engine of the tests, but that it can't judge what is set aside: the file is only identified.
    private static let failing: Engine.Check = { submission, depth in
        if depth == .judged { throw Errno.ioError }
        return try await Engine.check(submission, depth)
    }

    @Test(arguments: [1, 2]) func `is not held against the file`(deaths: Int) async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let bureau = try await daemon(after: deaths, over: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(try await bureau.alerts().isEmpty)
        // It is forgotten, too.
        let next = try await daemon(after: 0, over: "年报.txt")
        #expect(try await next.ledger.suspects(at: next.now.date).isEmpty)
    }

    @Test func `puts the file behind all others`() async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/小.txt")
        try scratch.write("accepted 水利局 2024 其余都是多余的话", to: "inbox/大.txt")
        let bureau = try await daemon(after: 1, over: "小.txt")
        await bureau.work()
        #expect(
            try await bureau.messages(of: .judged) == [
                "合格：水利局 2024 第 1 版（大.txt）", "合格：财政局 2024 第 1 版（小.txt）",
            ])
    }

    @Test func `three times over one file sets it aside, and it is judged alone when nothing else waits`() async throws
    {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let bureau = try await daemon(after: 3, over: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["财政局 2024 v1 accepted"])
        #expect(try await bureau.alerts().isEmpty)
        #expect(try await bureau.messages(of: .judged, .rejudged).count == 2)
    }

    @Test func `over and over is a fault of ours, with an alert, until the file has been judged`() async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let third = try await daemon(after: 3, over: "年报.txt")
        try await third.check(by: Self.failing)
        await third.work()
        #expect(try await third.reports() == ["财政局 2024 v1 failed"])
        #expect(try await third.alerts() == ["judging-failed"])

        let fourth = try await daemon(after: 1, over: "年报.txt")
        try scratch.write("returned 水利局 2024", to: "inbox/另一份.txt")
        await fourth.work()
        fourth.wait(.seconds(50))
        await fourth.look()
        #expect(try await fourth.reports() == ["水利局 2024 v1 returned", "财政局 2024 v1 failed"])
        #expect(try await fourth.alerts() == ["judging-failed"])
        fourth.wait(.seconds(10))
        await fourth.look()
        #expect(try await fourth.reports() == ["水利局 2024 v1 returned", "财政局 2024 v1 accepted"])
        await fourth.look()
        #expect(try await fourth.alerts().isEmpty)
        #expect(try await fourth.ledger.suspects(at: fourth.now.date).isEmpty)
    }

    @Test func `is not needed for what failed to be judged again, where the ledger was made anew`() async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let third = try await daemon(after: 3, over: "年报.txt")
        try await third.check(by: Self.failing)
        await third.work()
        for content in try await third.ledger.suspects(at: third.now.date).keys {
            try await third.ledger.forgetFailures(of: content)
        }
        let next = try await daemon(after: 0, over: "年报.txt")
        await next.work()
        #expect(try await next.reports() == ["财政局 2024 v1 accepted"])
    }

    @Test func `over a file that even its reading brings down leaves it filed by its name`() async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let bureau = try await daemon(after: 4, over: "年报.txt")
        await bureau.work()
        #expect(try await bureau.reports() == ["年报 未知年度 v1 failed"])
    }

    @Test func `over a file that was taken away is forgotten`() async throws {
        try scratch.makeFolder("inbox")
        try scratch.write("accepted 财政局 2024", to: "inbox/年报.txt")
        let bureau = try await daemon(after: 3, over: "年报.txt")
        try bureau.remove("年报.txt")
        await bureau.work()
        #expect(try await bureau.alerts().isEmpty)
        #expect(try await bureau.ledger.suspects(at: bureau.now.date).isEmpty)
    }
}
