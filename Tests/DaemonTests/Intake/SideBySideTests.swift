import Daemon
import Fixtures
import Foundation
import Ledger
import Linux
import Services
import Testing

/// Files that are read side by side.
@Suite struct `Files side by side` {
    /// Those who have come, and who waits until enough have.
    private actor Gathering {
        private var come: [String] = []
        private var waiting: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
        private(set) var inside = 0
        private(set) var mostInside = 0

        func come(_ name: String) {
            come.append(name)
            (waiting, inside) = (
                waiting.filter { wait in
                    guard come.count >= wait.count else { return true }
                    wait.continuation.resume()
                    return false
                }, inside + 1
            )
            mostInside = max(mostInside, inside)
        }

        func leave() { inside -= 1 }

        var names: [String] { come }

        func wait(for count: Int) async {
            guard come.count < count else { return }
            await withCheckedContinuation { waiting.append((count, $0)) }
        }
    }

    /// The engine, where each file says that it has come and waits for so many others if its name is `name`.
    private func engine(_ gathering: Gathering, of count: Int, for name: String? = nil) -> Engine.Check {
        { submission, depth in
            await gathering.come(submission.file)
            if name == nil || submission.file == name { await gathering.wait(for: count) }
            await gathering.leave()
            return try await Engine.check(submission, depth)
        }
    }

    @Test func `are as many as there are readers`() async throws {
        let bureau = try await Bureau(readers: 2)
        let gathering = Gathering()
        // Neither is done before the other one has begun.
        try await bureau.check(by: engine(gathering, of: 2))
        for body in ["甲局", "乙局", "丙局", "丁局"] { try bureau.drop("accepted \(body) 2024", as: "\(body).txt") }
        await bureau.work()
        #expect(try await bureau.reports().count == 4)
        #expect(await gathering.mostInside == 2)
    }

    @Test func `do not wait for one that takes long`() async throws {
        let bureau = try await Bureau(readers: 2)
        let gathering = Gathering()
        // It is done after all others have begun.
        try await bureau.check(by: engine(gathering, of: 6, for: "慢局.txt"))
        for body in ["慢局", "甲局", "乙局", "丙局", "丁局", "戊局"] {
            try bureau.drop("accepted \(body) 2024", as: "\(body).txt")
        }
        await bureau.work()
        #expect(try await bureau.reports().count == 6)
    }

    /// No time that is given to a document is to end this: what ends it is a restart.
    @Test(arguments: 1...3) func `end the signs of life of the intake where one never ends`(slots: Int) async throws {
        let bureau = try await Bureau(readers: slots)
        let (hung, others) = (Gathering(), Gathering())
        try await bureau.check { submission, depth in
            if submission.file == "慢局.txt" { await hung.wait(for: 1) }
            let checked = try await Engine.check(submission, depth)
            await others.come(submission.file)
            return checked
        }
        let allowance = Duration.seconds(60)
        bureau.liveness.allow([.intake: allowance])
        try bureau.drop("accepted 慢局 2024", as: "慢局.txt")
        for body in ["甲局", "乙局"] { try bureau.drop("accepted \(body) 2024", as: "\(body).txt") }
        await bureau.look()
        bureau.wait(.seconds(2))
        let (intake, listing, now) = (bureau.intake, bureau.inbox.look(), bureau.now)
        let work = Task { await intake.take(listing, at: now) }
        // With one slot the others wait for it; with more they are done, and the slot is missed all the same.
        if slots > 1 { await others.wait(for: 2) }
        var mark = ContinuousClock.now
        repeat {
            mark = .now
            // The intake is free to do what it has to do.
            _ = await intake.nextRound(at: mark)
        } while bureau.liveness.stalled(at: mark + allowance).isEmpty
        #expect(bureau.liveness.stalled(at: mark + allowance) == [.intake], "no sign since, however long it takes")
        await hung.come("")
        await work.value
        #expect(bureau.liveness.stalled(at: .now) == [])
        #expect(try await bureau.reports().count == 3)
    }

    @Test func `are read while another one is judged`() async throws {
        let bureau = try await Bureau(readers: 1)
        let gathering = Gathering()
        try await bureau.read { submission, depth in
            await gathering.come(submission.file)
            let checked = try await Engine.check(submission, depth)
            return {
                // Its reader has the other one already.
                if submission.file == "甲局.txt" { await gathering.wait(for: 2) }
                return checked
            }
        }
        for body in ["甲局", "乙局"] { try bureau.drop("accepted \(body) 2024", as: "\(body).txt") }
        await bureau.work()
        #expect(try await bureau.reports().count == 2)
    }

    @Test func `are of different folders`() async throws {
        let bureau = try await Bureau(readers: 3)
        let gathering = Gathering()
        try await bureau.check(by: engine(gathering, of: 1))
        try bureau.scratch.makeFolder("inbox/甲局")
        for number in 1...3 { try bureau.drop("accepted 甲局 2024 \(number)", as: "甲局/\(number).txt") }
        await bureau.work()
        #expect(await gathering.mostInside == 1)
        #expect(try await bureau.reports() == ["甲局 2024 v3 accepted"])
    }

    @Test func `that are equal are one report`() async throws {
        let bureau = try await Bureau(readers: 4)
        let gathering = Gathering()
        try await bureau.check(by: engine(gathering, of: 1))
        for number in 1...4 { try bureau.drop("accepted 甲局 2024", as: "\(number).txt") }
        await bureau.work()
        #expect(await gathering.names.count == 1)
        #expect(try await bureau.reports() == ["甲局 2024 v1 accepted"])
        #expect(try await bureau.messages(of: .duplicate).count == 3)
    }

    @Test func `share no death with one over which runs died`() async throws {
        let first = try await Bureau(readers: 2)
        try first.drop("accepted 甲局 2024", as: "甲.txt")
        try first.drop("accepted 乙局 2024", as: "乙.txt")
        // A run dies with both in hand.
        for file in first.inbox.look().files {
            let content = try first.archive.keep(file, from: first.inbox)
            _ = try await first.ledger.begin(Arrival(file: file, content: content, at: first.now.date))
        }
        let gathering = Gathering()
        try await first.check(by: engine(gathering, of: 1))
        await first.work()
        #expect(await gathering.mostInside == 1)
        #expect(try await first.reports() == ["乙局 2024 v1 accepted", "甲局 2024 v1 accepted"])
    }
}
