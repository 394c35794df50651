import Alerts
import Fixtures
import Foundation
import GRDB
import Linux
import SystemPackage
import Testing

@testable import Ledger

@Suite("What a rebuilt ledger knows of alerts") struct RebuiltAttentionTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["state", "rebuilt"] { try scratch.makeFolder(folder) }
        ledger = try Self.open(scratch.path("state"))
    }

    private static func open(_ path: String) throws -> Ledger {
        try Ledger(in: FilePath(path))
    }

    private func number(_ subject: String, in ledger: Ledger) async throws -> Int64 {
        try #require(try await ledger.alerts().first { $0.alert.subject == subject }?.id)
    }

    private func rebuilt() throws -> Ledger {
        try Ledger(rebuiltFrom: scratch.path("state"), in: scratch.path("rebuilt"))
    }

    @Test func `an alert that somebody sees to is still seen to, and one of an agency keeps its subject`() async throws
    {
        try await ledger.reconcileAlerts(
            [
                Alert(.reportOverdue, "青岚市水利局 2026", "未报送"), Alert(.reportOverdue, "青岚市民政局 2026", "未报送"),
                Alert(.channelFailing, "群", "送不出"),
            ], of: [.reportOverdue, .channelFailing], at: now)
        // Overdue reports begin as pending; they hold a while later.
        try await ledger.advance(at: now + 3600, morning: nil, Notices())
        #expect(
            try await ledger.acknowledge(number("青岚市水利局 2026", in: ledger), why: "已电话联系", at: now + 3600))
        let before = try await ledger.alerts().map { [$0.alert.kind.rawValue, $0.alert.subject, $0.stage.rawValue] }
        let after = try await rebuilt().alerts().map { [$0.alert.kind.rawValue, $0.alert.subject, $0.stage.rawValue] }
        #expect(Set(after) == Set(before))
        #expect(after.contains(["report-overdue", "青岚市水利局 2026", "acknowledged"]))
    }

    @Test func `what is muted stays muted, an alert of a number under the number that it has now`() async throws {
        // This one is told of nowhere while it is pending: the numbers of those after it are others in the new ledger.
        try await ledger.reconcileAlerts([Alert(.reportOverdue, "青岚市民政局 2026", "未报送")], of: [.reportOverdue], at: now)
        try await ledger.reconcileAlerts([Alert(.channelFailing, "群", "送不出")], of: [.channelFailing], at: now)
        try await ledger.advance(at: now + 3600, morning: nil, Notices())
        try await ledger.reconcileAlerts([], of: [.reportOverdue], at: now + 3600)
        let failing = try await number("群", in: ledger)
        let until = now + 86_400.25
        try await ledger.mute(String(failing), until: until, shown: "明天", why: "正在换地址", at: now + 3600)
        try await ledger.mute("disk-low", until: until - 60, shown: "明天", why: "", at: now + 3600)
        try await ledger.mute("disk-low", until: until, shown: "明天", why: "扩容中", at: now + 3601)
        let copy = try rebuilt()
        let mutes = try await copy.mutes(at: now + 7200).sorted { $0.target < $1.target }
        #expect(mutes.map(\.target) == [String(try await number("群", in: copy)), "disk-low"])
        #expect(mutes.map(\.why) == ["正在换地址", "扩容中"])
        let kept = try await ledger.mutes(at: now + 7200)
        #expect(Set(mutes.map(\.until)) == Set(kept.map(\.until)))
    }
}
