import Fixtures
import Foundation
import GRDB
import Linux
import Office
import SystemPackage
import Testing

@testable import Ledger

@Suite("What a rebuilt ledger knows of the ways that persons have chosen") struct RebuiltDecisionsTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let now = Date(timeIntervalSince1970: 1_800_000_000)
    private let person = Decider(uid: 1, account: "a")
    private let own = String(repeating: "a", count: 32)
    private let other = String(repeating: "b", count: 32)

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["state", "rebuilt"] { try scratch.makeFolder(folder) }
        ledger = try Ledger(in: FilePath(scratch.path("state")))
    }

    private func rebuilt() throws -> Ledger {
        try Ledger(rebuiltFrom: scratch.path("state"), in: scratch.path("rebuilt"))
    }

    private func confirm(_ ledgerID: String, replaced: String? = nil) async throws {
        var junction = Junction(ledger: ledgerID, number: 3, link: String(repeating: "c", count: 64))
        junction.replaced = replaced.map { Junction.Identity(link: $0, content: $0) }
        let trouble = FoundTrouble(.fork, about: "甲县", from: "a", "…", junction: junction)
        try await ledger.show([trouble], of: "a", at: now)
        #expect(try await ledger.confirm("甲县", why: "弄错了", by: person, at: now) != .nothingToConfirm)
    }

    @Test func `what was undone is undone, and the office has the ledger that it had`() async throws {
        try await ledger.follow(own, of: "甲县", from: "a", at: now)
        try await confirm(own, replaced: String(repeating: "d", count: 64))
        try await confirm(other)
        #expect(try ledger.followedOffices().map(\.ledger) == [other])
        guard case .undone = try await ledger.undo("甲县", why: "改正", by: person, at: now) else {
            Issue.record("nothing was undone")
            return
        }
        #expect(try ledger.followedOffices().map(\.ledger) == [own])
        #expect(try ledger.formerLedgers().isEmpty, "it is news again")
        let rebuilt = try rebuilt()
        #expect(try rebuilt.followedOffices() == ledger.followedOffices())
        #expect(try rebuilt.lastConfirmation() == ledger.lastConfirmation())
        #expect(try rebuilt.decisions().mapValues(\.ways) == ledger.decisions().mapValues(\.ways))
    }

    @Test func `a ledger of an office that had none is not followed unasked once that is undone`() async throws {
        try await confirm(other)
        #expect(try ledger.followedOffices().map(\.ledger) == [other])
        #expect(try await ledger.undo("甲县", why: "改正", by: person, at: now) != .nothingToUndo)
        #expect(try ledger.followedOffices().isEmpty)
        #expect(try ledger.formerLedgers() == [other])
        #expect(try rebuilt().formerLedgers() == [other])
    }
}
