import Daemon
import Fixtures
import Foundation
import GRDB
import Linux
import Logging
import Office
import Reports
import Rules
import Settings
import SystemPackage
import Testing

@testable import Ledger

/// How the ledger finds the texts of other reports that are like a new one's.
@Suite("Texts that are alike, among many")
struct LikeTextsTests {
    private let scratch: ScratchFolder
    private let ledger: Ledger
    private let began = Date(timeIntervalSince1970: 1_736_300_000)
    private static let likeness = Thresholds().likeness

    init() throws {
        scratch = try ScratchFolder()
        try scratch.makeFolder("state")
        ledger = try Self.open(scratch)
    }

    private static func open(_ scratch: ScratchFolder) throws -> Ledger {
        try Ledger(in: FilePath(scratch.path("state")))
    }

    /// Takes down a report with a text, at a minute.
    private func record(_ agency: String, _ text: String, at minute: Int, year: Int = 2024) async throws {
        let name = "\(agency)-\(year)-\(minute).txt"
        let digits = SHA256.digits(of: Array(name.utf8))
        let arrival = Arrival(
            file: ObservedFile(
                path: InboxPath(name: FileName(name)),
                stamp: FileStamp(device: 1, inode: 1, size: 1, modified: 1, changed: 1)),
            content: Content(sha256: digits, size: 1), at: began + Double(minute * 60))
        var result = ReportResult(file: name, sha256: digits, bytes: 1, format: "txt", verdict: .accepted)
        (result.agency, result.year) = (agency, year)
        try await ledger.record(arrival, CheckedReport(result: result, texts: [.overview: text]))
    }

    /// The agencies whose texts may be like one that comes last of all, or at a minute.
    private func twins(
        of text: String, from agency: String = "水利局", at minute: Int = 10_000, likeness: Int = likeness,
        in ledger: Ledger? = nil
    ) async throws -> [String] {
        try (ledger ?? self.ledger).context(
            for: KnowledgeQuery(
                Filing(year: 2024, agency: agency), texts: [.overview: text],
                receivedAt: began + Double(minute * 60), likeness: likeness)
        ).others.map(\.agency)
    }

    @Test func `of many reports only those are read that may be alike`() async throws {
        var random = Seeded(1)
        for number in 1...40 { try await record("第\(number)中学", random.letters(200), at: number) }
        let text = random.letters(200)
        try await record("林业局", text.prefix(190) + random.letters(10), at: 41)
        for number in 42...50 { try await record("第\(number)中学", random.letters(200), at: number) }
        #expect(try await twins(of: text) == ["林业局"])
        // Words in another section are another matter.
        let others = try ledger.context(
            for: KnowledgeQuery(
                Filing(year: 2024, agency: "水利局"), texts: [.problems: text], receivedAt: .distantFuture,
                likeness: Self.likeness)
        ).others
        #expect(others.isEmpty)
    }

    /// What is meant by alike, without any sketch: each text is compared with each other one.
    @Test(arguments: [Sketch.leastLikeness, likeness, 95])
    func `whatever is as alike as is asked for is found`(likeness: Int) async throws {
        var random = Seeded(likeness)
        let common = random.letters(600)
        /// A text that has a part of the words that many have.
        func text() -> String {
            let share = Int.random(in: 0...600, using: &random)
            let own = random.letters(Int.random(in: 0...200, using: &random))
            return String(common.prefix(share)) + own + String(common.suffix(600 - share))
        }
        var texts: [(agency: String, text: String)] = []
        for number in 1...100 {
            let new = text()
            let alike = texts.filter { Shingles([$0.text]).likeness(to: Shingles([new])) >= likeness }.map(\.agency)
            let found = Set(try await twins(of: new, likeness: likeness))
            #expect(found.isSuperset(of: alike) || found.count == 32)
            try await record("第\(number)中学", new, at: number)
            texts.append(("第\(number)中学", new))
        }
    }

    @Test func `an office that asks for less than sketches can tell gets every text`() async throws {
        var random = Seeded(2)
        for number in 1...5 { try await record("第\(number)中学", random.letters(200), at: number) }
        #expect(try await twins(of: random.letters(200), likeness: Sketch.leastLikeness).isEmpty)
        #expect(try await twins(of: random.letters(200), likeness: Sketch.leastLikeness - 1).count == 5)
    }

    @Test func `a few words that many have in common are not looked for`() async throws {
        var random = Seeded(10)
        let words = random.letters(90)
        for number in 1...3 { try await record("第\(number)中学", words, at: number) }
        #expect(try await sketches().isEmpty)
        #expect(try await twins(of: words).isEmpty)
        #expect(try await ledger.nextToRejudge(at: .distantFuture) == nil)
    }

    @Test func `of hundreds of copies the oldest are compared, and none that came later`() async throws {
        var random = Seeded(3)
        let text = random.letters(120)
        for number in 1...260 { try await record("第\(number)中学", text, at: number) }
        let twins = try await twins(of: text)
        #expect(twins == (1...32).map { "第\($0)中学" })
        #expect(try await self.twins(of: text, from: "第3中学", at: 3) == ["第1中学", "第2中学"])
        #expect(try await self.twins(of: text, from: "第1中学", at: 1).isEmpty)
    }

    @Test func `of those that came at one moment the names of the agencies decide, in whatever order they were judged`()
        async throws
    {
        var random = Seeded(9)
        let text = random.letters(200)
        for agency in ["丙局", "甲局", "乙局"] { try await record(agency, text, at: 1) }
        let names = ["丙局", "甲局", "乙局"].sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        for (place, name) in names.enumerated() {
            #expect(try await twins(of: text, from: name, at: 1) == Array(names[..<place]))
        }
        // Judged before one which they may be copied from: the later two of the first, and the last once more.
        let judgedEarly = try #require(try await ledger.nextToRejudge(at: .distantFuture))
        #expect(judgedEarly.version.agency != names[0])
    }

    @Test func `another year, the own report and what a newer version replaced are no twins`() async throws {
        var random = Seeded(4)
        let text = random.letters(200)
        try await record("林业局", text, at: 1)
        try await record("民政局", text, at: 2, year: 2023)
        try await record("水利局", text, at: 3)
        #expect(try await twins(of: text) == ["林业局"])
        try await record("林业局", random.letters(200), at: 4)
        #expect(try await twins(of: text).isEmpty)
        // Hundreds of versions of one report stand in nobody's way.
        #expect(try await sketches().count == 3)
    }

    @Test func `a report that is judged again is found by its new text`() async throws {
        var random = Seeded(5)
        let (old, new) = (random.letters(200), random.letters(200))
        try await record("林业局", old, at: 1)
        let kept = try #require(try await ledger.archivedVersions().first)
        try await ledger.replace(
            kept, by: CheckedReport(result: kept.version.result, texts: [.overview: new]), at: began + 120)
        #expect(try await twins(of: old).isEmpty)
        #expect(try await twins(of: new) == ["林业局"])
    }

    @Test func `a ledger of an earlier edition finds the texts that it has`() async throws {
        var random = Seeded(6)
        let text = random.letters(200)
        try await record("林业局", text, at: 1)
        let before = try await sketches()
        try await DatabaseQueue(path: scratch.path("state/ledger.sqlite")).write { database in
            try database.execute(
                sql: """
                    DROP TABLE sketch; DELETE FROM grdb_migrations WHERE identifier IN ('sketches', 'sketch-blocks')
                    """)
        }
        let upgraded = try Self.open(scratch)
        #expect(try await twins(of: text, in: upgraded) == ["林业局"])
        #expect(try await sketches() == before)
    }

    @Test func `a text is in no record, and a ledger made anew takes it from the archive`() async throws {
        var random = Seeded(7)
        for number in 1...5 { try await record("第\(number)中学", random.letters(200), at: number) }
        try await record("第1中学", random.letters(200), at: 6)
        let records = try await queue().read {
            try Row.fetchAll($0, sql: "SELECT * FROM record").map(StoredRecord.init)
        }
        let texts = try await queue().read { try String.fetchAll($0, sql: "SELECT text FROM passage ORDER BY version") }
        #expect(!records.contains { record in texts.contains { record.fields.contains($0.prefix(20)) } })
        let expected = try await sketches()
        #expect(expected.count == 5)
        try await queue().write { database in
            try database.execute(
                sql: "DELETE FROM sketch; DELETE FROM passage; DELETE FROM arrival; DELETE FROM version")
            for record in records { try Ledger.apply(record, into: database) }
        }
        #expect(try await sketches() == [])
        let missing = try await ledger.versionsWithoutTexts(limit: 10)
        #expect(missing.map(\.version.version) == [1, 1, 1, 1, 1, 2])
        // In whatever order: only a report's newest version is compared with.
        for (kept, text) in zip(missing, texts).reversed() { try await ledger.restore([.overview: text], of: kept) }
        #expect(try await sketches() == expected)
        #expect(try await ledger.versionsWithoutTexts(limit: 10).isEmpty)
    }

    @Test func `the text of a version that was history from the start is compared with nothing`() async throws {
        var random = Seeded(8)
        let (text, draft) = (random.letters(200), random.letters(200))
        for (minute, text) in [text, draft].enumerated() { try await record("林业局", text, at: minute) }
        try await queue().write { database in
            let ids = try Int64.fetchAll(database, sql: "SELECT id FROM version ORDER BY id")
            try Ledger.supersede(ids[1], by: ids[0], database)
            try database.execute(
                sql: "DELETE FROM sketch; DELETE FROM passage; INSERT INTO missing_text SELECT id FROM version")
        }
        let missing = try await ledger.versionsWithoutTexts(limit: 10)
        for (kept, text) in zip(missing, [text, draft]) { try await ledger.restore([.overview: text], of: kept) }
        #expect(try await twins(of: text) == ["林业局"])
        #expect(try await twins(of: draft).isEmpty)
        #expect(try await sketches().count == 1)
    }

    @Test func `texts that records of an earlier edition hold are taken from them, without numbers of persons`()
        async throws
    {
        try await record("林业局", "甲", at: 1)
        let digest = String(repeating: "a", count: 64)
        let facts =
            #"{"content":"\#(digest)","name":"YQ==","device":0,"inode":0,"size":0,"modified":0,"changed":0,"#
            + #""texts":{"1":"电话13800138000"}}"#
        try await queue().write { database in
            let record = try #require(
                try StoredRecord.fetchOne(database, sql: "SELECT * FROM record WHERE event = 'judged'"))
            var fields = try JSONDecoder().decode([String: String].self, from: Data(record.fields.utf8))
            fields["FACTS"] = facts
            fields["AGENCY"] = "水利局"
            let old = StoredRecord(
                number: 99, event: record.event, priority: record.priority, message: record.message,
                fields: String(decoding: try JSONEncoder().encode(fields), as: UTF8.self), at: record.at)
            try Ledger.apply(old, into: database)
        }
        let texts = try await queue().read { try String.fetchAll($0, sql: "SELECT text FROM passage ORDER BY version") }
        #expect(texts == ["甲", "电话138******00"])
        #expect(try await ledger.versionsWithoutTexts(limit: 10).isEmpty)
    }

    /// The sketches in the ledger, each with its year, its section and its version.
    private func sketches() async throws -> Set<String> {
        try await queue().read { database in
            let rows = try Row.fetchAll(database, sql: "SELECT year, section, sketches FROM sketch")
            let entries = rows.flatMap { row in
                let bytes = Array(row["sketches"] as Data)
                return stride(from: 0, to: bytes.count, by: 8 + Sketch.size).map { start in
                    "\(row["year"] as String) \(row["section"] as Int) \(bytes[start..<start + 8 + Sketch.size])"
                }
            }
            #expect(Set(entries).count == entries.count)
            return Set(entries)
        }
    }

    private func queue() throws -> DatabaseQueue { try DatabaseQueue(path: scratch.path("state/ledger.sqlite")) }
}
