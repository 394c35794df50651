import Daemon
import Fixtures
import Foundation
import Ledger
import Office
import Reports
import Rules
import Services
import Settings
import SystemPackage
import Testing

@Suite("Judging archived reports once more")
struct RecheckTests {
    private let bureau: Bureau
    private let settings: Settings

    init() async throws {
        bureau = try await Bureau()
        settings = bureau.settings
        // The engine of the tests calls it returned; the real one accepts it.
        let text = "returned 青岚市水利局 2024\n" + TextLayout.tabs.text(of: SampleReport())
        try bureau.drop(text, as: "水利局.txt")
        await bureau.work()
        var other = SampleReport()
        other.agency = "青岚市林业局"
        try bureau.drop("accepted 青岚市林业局 2024\n" + TextLayout.tabs.text(of: other), as: "林业局.txt")
        await bureau.work()
    }

    private func recheck(_ agencies: String..., records: Bool = false) async throws -> [Recheck.Change] {
        try await Recheck(settings: settings, roster: Roster())
            .run(agencies: agencies, records: records, at: bureau.now.date)
    }

    @Test func `what would change is shown, and nothing is changed`() async throws {
        let changes = try await recheck("青岚市水利局")
        #expect(changes.map(\.version.result.verdict) == [.returned])
        #expect(changes.map(\.isChange) == [true])
        #expect(try await bureau.reports().contains("青岚市水利局 2024 v1 returned"))
        #expect(try await bureau.messages(of: .rejudged) == [])
    }

    @Test func `what has changed is recorded, told and shown anew`() async throws {
        let publisher = bureau.publisher()
        await publisher.publish(at: bureau.now)
        let change = try #require(try await recheck("青岚市水利局", records: true).first)
        await publisher.publish(at: bureau.now)
        let verdict = change.now.verdict.rawValue
        #expect(try await bureau.reports().contains("青岚市水利局 2024 v1 \(verdict)"))
        #expect(try await bureau.messages(of: .rejudged).count == 1)
        let json = try bureau.scratch.text(of: "status/reports/2024/青岚市水利局/v1/result.json")
        #expect(json.contains("\"verdict\" : \"\(verdict)\""))
    }

    @Test func `a second look finds nothing new`() async throws {
        _ = try await recheck(records: true)
        #expect(try await recheck().allSatisfy { !$0.isChange })
    }

    @Test func `a copy that is damaged keeps no other from being looked at`() async throws {
        let archive = bureau.scratch.path("state/archive")
        let sha256 = try #require(try await bureau.versions().first { $0.agency == "青岚市水利局" }).result.sha256
        let folder = "\(archive)/\(sha256.prefix(2))"
        let name = try #require(
            try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix(sha256) })
        #expect(name.hasSuffix(".zst"))
        var bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        bytes[bytes.count / 2] ^= 1
        try bytes.write(to: URL(filePath: "\(folder)/\(name)"))
        var lost: [String] = []
        let changes = try await Recheck(settings: settings, roster: Roster())
            .run(records: true, at: bureau.now.date) { lost.append($0.agency) }
        #expect(lost == ["青岚市水利局"])
        #expect(changes.map(\.version.agency) == ["青岚市林业局"])
        #expect(try await bureau.reports().contains("青岚市水利局 2024 v1 returned"))
    }

    @Test func `without names all agencies are looked at`() async throws {
        #expect(try await recheck().count == 2)
    }
}
