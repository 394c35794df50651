import Fixtures
import Foundation
import Reports
import Testing

/// Sixty bureaus hand in, and everything that people and programs read in the end is what the script says.
@Suite("A January of sixty bureaus", .serialized)
struct JanuaryTests {
    private let january: January

    init() throws { january = try January.played.get() }

    private func status(_ name: String) throws -> String { try january.scratch.text(of: "status/\(name)") }

    private func book(_ name: String) throws -> [String: [[String]]] {
        try Answers.sheets([UInt8](Data(contentsOf: URL(filePath: january.scratch.path("status/\(name)")))))
    }

    @Test func `sixty, each fate among them, and most come through`() {
        #expect(january.bureaus.count == 60 && Set(january.bureaus.map(\.name)).count == 60)
        #expect(january.counted(in: january.year).count == 52)
        #expect(january.years.map { january.counted(in: $0).count }.dropLast().allSatisfy { $0 > 10 })
    }

    // MARK: Totals

    private struct Totals: Decodable {
        struct Disclosure: Decodable {
            var rules: [Int]
            var normativeDocuments: [Int]
            var licensing: Int
            var penalties: Int
            var coercion: Int
            var fees: String

            enum CodingKeys: String, CodingKey {
                case normativeDocuments = "normative_documents"
                case fees = "fees_10k_yuan"
                case rules, licensing, penalties, coercion
            }
        }
        struct Body: Decodable, Hashable {
            var agency: String
            var version: Int?
            var reason: String?
        }
        struct Own: Decodable {
            var agency: String
            var verdict: String
            var differences: [[String: String]]
        }
        var disclosure: Disclosure
        var requests: [String: [Int]]
        var review: [String: [Int]]
        var included: [Body]
        var leftOut: [Body]
        var identities: [[String: String]]
        var own: Own?

        enum CodingKeys: String, CodingKey {
            case leftOut = "left_out"
            case disclosure, requests, review, included, identities, own
        }
    }

    @Test func `the totals are the sum of those that count, whoever is left out and why`() throws {
        for year in january.years {
            let file = try status("totals-\(year).json")
            #expect(try january.run("totals", String(year), "--json").output == file)
            let totals = try Answers.value(file, as: Totals.self)
            let sum = january.sum(of: year)
            let table = totals.disclosure
            let counts = table.rules + table.normativeDocuments + [table.licensing, table.penalties, table.coercion]
            #expect(counts.map(String.init) + [table.fees] == Array(sum.cells.prefix(10)), "\(year)")
            for row in RequestRow.allCases {
                #expect(totals.requests[row.rawValue] == sum.requests[row], "\(year) \(row)")
            }
            for block in ReviewBlock.allCases {
                #expect(totals.review[block.rawValue] == sum.reviews[block], "\(year) \(block)")
            }
            let included = january.counted(in: year).map { bureau, _ in
                let current = january.versions(of: bureau).last { $0.year == String(year) }
                return Totals.Body(agency: bureau.name, version: current?.version)
            }
            #expect(Set(totals.included) == Set(included) && totals.included.count == included.count)
            let leftOut = january.bureaus.filter { january.counted($0, in: year) == nil && !$0.sumsUp }.map { bureau in
                let current = january.versions(of: bureau).last { $0.year == String(year) }
                return Totals.Body(
                    agency: bureau.name, version: current?.version, reason: current == nil ? "missing" : "returned")
            }
            #expect(Set(totals.leftOut) == Set(leftOut) && totals.leftOut.count == leftOut.count)
            #expect(totals.identities.isEmpty)
        }
        let own = try #require(Answers.value(status("totals-\(january.year).json"), as: Totals.self).own)
        #expect(own.agency == Cast.government && own.verdict == "accepted" && own.differences.isEmpty)
    }

    @Test func `the workbook of the totals has every number of every bureau`() throws {
        let sheets = try book("totals-\(january.year).xlsx")
        let sum = january.sum.cells
        #expect(try #require(sheets["逐项"]).dropFirst().map { $0[3] } == sum)
        #expect(try #require(sheets["逐项"]).dropFirst().map { $0[4] } == sum, "the government's own report")
        let bureaus = Dictionary(
            uniqueKeysWithValues: january.counted(in: january.year).map { ($0.bureau.name, $0.figures.cells) })
        let lines = try #require(sheets["各单位"]).dropFirst()
        #expect(lines.last.map { Array($0.suffix(sum.count)) } == sum)
        #expect(lines.count == bureaus.count + 1)
        for line in lines.dropLast() {
            let name = line[0].replacing("（人工录入）", with: "")
            #expect(bureaus[name] == Array(line.dropFirst(2)), "\(name)")
        }
    }

    // MARK: The register, the overview, the commands

    @Test func `the register has a line for every version`() throws {
        let lines = Answers.csv(try status("register.csv"))
        let groups = Dictionary(uniqueKeysWithValues: january.bureaus.map { ($0.name, $0.group) })
        let written = lines.dropFirst().map { line in
            [line[0], line[1], line[2], line[3], line[4], line[5], line[7], line[8]]
        }
        let expected = january.bureaus.flatMap(january.versions).map { version in
            [
                version.year, version.agency, groups[version.agency] ?? "", String(version.version),
                version.isCurrent ? "是" : "否", version.words, version.count(\.errors), version.count(\.warnings),
            ]
        }
        #expect(Set(written) == Set(expected), "\(Set(written).symmetricDifference(expected))")
        #expect(written.count == expected.count)
        for line in lines.dropFirst() where line[4] == "是" {
            let bureau = try #require(january.bureaus.first { $0.name == line[1] })
            let version = try #require(january.versions(of: bureau).last { $0.year == line[0] })
            for word in version.remarks { #expect(line[12].contains(word), "\(line)") }
        }
        let sheet = try #require(book("register.xlsx").values.first)
        #expect(sheet.count == lines.count)
    }

    private struct Status: Decodable {
        struct Year: Decodable {
            var year: String
            var expected: Int
            var submitted: Int
            var missing: Int
            var overdue: Int
            var reports: [String: Int]
        }
        struct Line: Decodable, Hashable {
            var year: String
            var agency: String
            var group: String
            var state: String
            var deadline: String?
            var report: Report?
        }
        struct Report: Decodable, Hashable {
            var year: String
            var agency: String
            var version: Int
            var verdict: String
            var errors: Int
            var warnings: Int
            var waived: Int
            var overruled: String?
            var entered: Bool?
        }
        var counts: [String: Int]
        var currentYear: String
        var years: [Year]
        var agencies: [Line]
        var reports: [Report]

        enum CodingKeys: String, CodingKey {
            case currentYear = "current_year"
            case counts, years, agencies, reports
        }
    }

    private func line(_ bureau: Bureau) -> Status.Line {
        let current = january.versions(of: bureau).last { $0.year == String(january.year) }
        return Status.Line(
            year: String(january.year), agency: bureau.name, group: bureau.group, state: january.state(of: bureau),
            deadline: january.lastDay(of: bureau, for: january.year), report: current.map(report))
    }

    private func report(_ version: January.Version) -> Status.Report {
        Status.Report(
            year: version.year, agency: version.agency, version: version.version, verdict: version.verdict,
            errors: version.errors, warnings: version.warnings, waived: version.waived, overruled: version.overruled,
            entered: version.isEntered ? true : nil)
    }

    @Test func `the status file counts as the script does`() throws {
        let status = try Answers.value(status("status.json"), as: Status.self)
        let year = String(january.year)
        #expect(status.currentYear == year)
        let states = Dictionary(grouping: january.bureaus, by: january.state).mapValues(\.count)
        let own = try #require(status.years.first { $0.year == year })
        #expect(own.expected == 60 && own.missing == 4 && own.submitted == 56)
        #expect(own.overdue == states["overdue"] ?? 0)
        #expect(own.reports.filter { $0.value > 0 } == states.filter { !["overdue", "missing"].contains($0.key) })
        #expect(status.agencies.filter { $0.year == year } == january.bureaus.map(line))
        let current = january.bureaus.flatMap(january.versions).filter(\.isCurrent).map(report)
        #expect(Set(status.reports) == Set(current), "\(Set(status.reports).symmetricDifference(current))")
        #expect(status.reports.count == current.count)
        for year in january.years.dropLast() {
            let standing = try #require(status.years.first { $0.year == String(year) })
            #expect(standing.submitted == january.counted(in: year).count && standing.overdue == 0)
        }
    }

    @Test func `the commands list the same`() throws {
        let year = String(january.year)
        let lines = try Answers.lines(january.run("list", "--year", year, "--json").output, as: Status.Line.self)
        #expect(lines == january.bureaus.map(line))
        let missing = try january.run("missing", "--year", year)
        let absent = january.bureaus.filter { ["missing", "overdue"].contains(january.state(of: $0)) }
        for bureau in january.bureaus {
            #expect(missing.output.contains(bureau.name) == absent.contains { $0.name == bureau.name })
        }
        for bureau in january.bureaus where bureau.slip != nil || [.scanned, .locked].contains(bureau.fate) {
            let history = try Answers.lines(
                january.run("history", bureau.name, "--json").output, as: Status.Report.self)
            #expect(Set(history) == Set(january.versions(of: bureau).map(report)), "\(bureau.name)")
        }
    }

    @Test func `the overview shows each bureau as it stands`() throws {
        let page = Answers.rows(ofPage: try status("index.html"))
        for bureau in january.bureaus {
            let row = try #require(page.first { $0.contains { $0.hasPrefix(bureau.name) } }, "\(bureau.name)")
            let words = January.Version.words(for: january.state(of: bureau))
            #expect(row.contains { $0.contains(words) }, "\(row)")
        }
    }
}

extension January.Version {
    /// The verdict in the words of an office.
    var words: String { Self.words(for: verdict) }

    static func words(for state: String) -> String {
        [
            "accepted": "合格", "accepted-with-warnings": "基本合格，请核实", "returned": "退回修改", "unreadable": "无法校核",
            "missing": "未报送", "overdue": "逾期未报送",
        ][state] ?? state
    }

    /// A number of findings as the register has it: what could not be read was not checked.
    func count(_ findings: KeyPath<Self, Int>) -> String {
        verdict == "unreadable" ? "—" : String(self[keyPath: findings])
    }

    /// What the register says beside it.
    var remarks: [String] {
        [waived > 0 ? "已核销 \(waived) 处" : nil, overruled == nil ? nil : "办公室改定，原为退回修改", isEntered ? "人工录入" : nil]
            .compactMap(\.self)
    }
}
