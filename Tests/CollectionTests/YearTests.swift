import Fixtures
import Foundation
import Office
import Reports
import Rules
import Testing

@testable import Collection
@testable import Ledger

/// The years that are shown of an office, as its own pages show them.
@Suite(.enabled(if: JournalFiles.canBeMade, "needs systemd-journal-remote")) struct YearTests {
    /// 5 January and 20 February 2026.
    private static let newYear = Date(timeIntervalSince1970: 1_767_600_000)
    private static let spring = Date(timeIntervalSince1970: 1_771_574_400)

    private let province: Province
    private let county: County

    init() async throws {
        province = try Province()
        county = try await County("青岚市", in: province.scratch, at: Province.now)
        try await county.expect(["财政局", "水利局"])
    }

    private func send() async throws { try province.send(try await county.records(), from: "qinglan") }

    private func year(_ ledger: Ledger, at date: Date) throws -> [Int] {
        let years = try #require(try ledger.collectedOffice("青岚市", at: date)).years
        let year = try #require(years.first { $0.year == "2025" }, "\(years)")
        return [year.expected, year.missing, year.overdue]
    }

    @Test func `a year that falls due is shown though nothing comes`() async throws {
        for body in ["财政局", "水利局"] { try await county.judge(body) }
        try await send()
        try await province.collect()
        let ledger = try await province.collect(at: Self.newYear)
        #expect(try year(ledger, at: Self.newYear) == [2, 2, 0])
        #expect(try ledger.bodies(of: "青岚市").contains("财政局 2024 accepted"))
        let later = try await province.collect(at: Self.spring)
        #expect(try year(later, at: Self.spring) == [2, 0, 2])
    }

    @Test func `a year of which nothing came is not shown once it is over`() async throws {
        try await send()
        #expect(try await province.collect().bodies(of: "青岚市") == ["财政局 2024 overdue", "水利局 2024 overdue"])
        let ledger = try await province.collect(at: Self.newYear)
        #expect(try ledger.bodies(of: "青岚市").allSatisfy { $0.contains("2025") })
    }

    @Test func `a report that takes the place of one of another year leaves nothing there`() async throws {
        try await county.judge("财政局", .unreadable, year: nil, in: "a.txt")
        try await send()
        let unread = "财政局 \(Filing.unknownYear) unreadable"
        #expect(try await province.collect().bodies(of: "青岚市").contains(unread))
        try await county.judge("财政局", in: "a.txt")
        try await send()
        #expect(
            try await province.collect().bodies(of: "青岚市") == ["财政局 2024 accepted", "水利局 2024 overdue"])
    }
}
