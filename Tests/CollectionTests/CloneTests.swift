import Alerts
import Fixtures
import Foundation
import Office
import Reports
import Testing

@testable import Collection
@testable import Ledger

/// Machines that were cloned from one image have one number.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct CloneTests {
    private static let clone: JournalFiles.Entry = [(name: "_MACHINE_ID", value: "0a")]
    private static let boots = (qinglan: String(repeating: "a", count: 32), haizhou: String(repeating: "b", count: 32))
    private let province: Province
    private let qinglan, haizhou: County

    init() async throws {
        province = try Province()
        qinglan = try await County("青岚市", in: province.scratch, at: Province.now)
        haizhou = try await County("海州市", in: province.scratch, at: Province.now - 200_000)
    }

    /// Something that is no record comes from a machine.
    private func signOfLife(from sender: String, boot: String) throws {
        try JournalFiles.append(
            [[(name: "MESSAGE", value: "报平安")] + Self.clone],
            to: province.scratch.path("journals/remote-\(sender).journal"), in: province.scratch, at: Province.now,
            boot: boot)
    }

    @Test func `of two behind one relay the one that is silent does not hide behind the other`() async throws {
        let offices = ["青岚市", "海州市"].map { OfficeRoster.Office(name: $0, certificate: "city") }
        try province.send(
            try await haizhou.records(), from: "city", by: Province.service + Self.clone,
            at: Province.now - 200_000, boot: Self.boots.haizhou)
        try province.send(
            try await qinglan.records(), from: "city", by: Province.service + Self.clone, boot: Self.boots.qinglan)
        try signOfLife(from: "city", boot: Self.boots.qinglan)
        let ledger = try await province.collect(offices)
        let clones = ["海州市 same-machine", "青岚市 same-machine"]
        #expect(try ledger.wrong() == ["海州市 same-machine", "海州市 silent", "青岚市 same-machine"])
        try signOfLife(from: "city", boot: Self.boots.haizhou)
        #expect(try await province.collect(offices).wrong() == clones)
        // Since a start of which there is no record it can be either.
        try signOfLife(from: "city", boot: String(repeating: "c", count: 32))
        #expect(try await province.collect(offices).wrong() == clones)
    }

    @Test func `whoever sends, it is told until one has another number`() async throws {
        let offices = [("青岚市", "qinglan"), ("海州市", "haizhou")].map {
            OfficeRoster.Office(name: $0, certificate: $1)
        }
        try province.send(try await haizhou.records(), from: "haizhou", by: Province.service + Self.clone)
        try province.send(try await qinglan.records(), from: "qinglan", by: Province.service + Self.clone)
        let ledger = try await province.collect(offices)
        #expect(try ledger.wrong() == ["海州市 same-machine", "青岚市 same-machine"])
        let words = try #require(ledger.troubles().first?.words)
        #expect(words.hasPrefix("海州市的机器与青岚市的机器编号相同") && words.contains("systemd-machine-id-setup"))
        #expect(try await ledger.lasts(.officeUnknown))
        try await qinglan.judge("财政局")
        try province.send(
            try await qinglan.records().suffix(1), from: "qinglan",
            by: Province.service + [(name: "_MACHINE_ID", value: "0b")])
        #expect(try await province.collect(offices).wrong().isEmpty)
    }

    @Test func `what nobody collects any more is no other machine`() async throws {
        let both = [("青岚市", "qinglan"), ("海州市", "haizhou")].map {
            OfficeRoster.Office(name: $0, certificate: $1)
        }
        try province.send(try await haizhou.records(), from: "haizhou", by: Province.service + Self.clone)
        try province.send(try await qinglan.records(), from: "qinglan", by: Province.service + Self.clone)
        #expect(try await province.collect(both).wrong().count == 2)
        #expect(try await province.collect(Array(both.prefix(1))).wrong() == ["haizhou unlisted"])
    }
}
