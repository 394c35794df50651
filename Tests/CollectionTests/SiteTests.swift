import Fixtures
import Foundation
import Linux
import Office
import Reports
import Rules
import Services
import SystemPackage
import Testing

@testable import Collection
@testable import Ledger

@Suite struct SiteTests {
    /// 20 January 2025, 09:30 in China.
    private static let morning = Date(timeIntervalSince1970: 1_737_336_600)
    private static let roster = OfficeRoster([
        .init(name: "东州市", certificate: "a"), .init(name: "青岚县", parent: "东州市", certificate: "b"),
        .init(name: "云溪县", certificate: "c"),
    ])
    private static let totals = ["totals-2024.csv", "totals-2024.html", "totals-2024.json", "totals-2024.xlsx"]

    private let scratch: ScratchFolder
    private let ledger: Ledger

    init() async throws {
        scratch = try ScratchFolder()
        ledger = try Ledger(in: FilePath(scratch.makeFolder("state")))
        try scratch.makeFolder("site")
        for (index, office) in Self.roster.offices.enumerated() {
            try await ledger.follow("ledger-\(index)", of: office.name, from: office.name, at: Self.morning)
            try await ledger.show(figures(office.name, submitted: 2), of: office.name)
        }
    }

    /// An office of three bodies, of which so many have reported for 2024.
    private func figures(
        _ office: String, submitted: Int, of count: Int = 3, year: String = "2024", record: Int = 9
    ) -> OfficeFigures {
        let bodies = (0..<count).map { index in
            var row = OfficeBodyRow(year: year, agency: "\(office)第\(index)局", position: index)
            (row.isListed, row.deadline, row.lastDay) = (true, "2025-01-31", "2025-02-05")
            if index < submitted {
                row.verdict = .accepted
                row.report = .init(
                    version: 1, receivedAt: Self.morning, errors: 0, warnings: 0, waived: 0, isEntered: false)
            }
            return row
        }
        let sum = OfficeSum(
            office: "", year: Int(year) ?? 0, tally: tally(submitted), counted: submitted, leftOut: count - submitted,
            own: nil)
        return OfficeFigures(
            record: record, recorded: "2025-01-20 01:30:00.000", began: "2025-01-02", due: 2024, years: nil,
            bodies: bodies, sums: [sum])
    }

    /// Tables that agree with themselves, of so many requests.
    private func tally(_ requests: Int) -> Tally {
        var tally = Tally()
        for place in Tally.places { tally[place] = ExactDecimal(0) }
        for row in [RequestRow.received, .granted, .total] {
            for applicant in [Applicant.naturalPerson, .total] {
                tally[.requestsCell(row, applicant)] = ExactDecimal(requests)
            }
        }
        return tally
    }

    private var site: Site { Site(folder: FilePath(scratch.path("site")), ledger: ledger, validFor: .seconds(600)) }

    /// The inode of each file: a file that is written anew has another one.
    private func inodes() throws -> [String: UInt64] {
        let top = scratch.path("site")
        let names = try FileManager.default.subpathsOfDirectory(atPath: top)
        return try Dictionary(
            uniqueKeysWithValues: names.compactMap { name in
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(top)/\(name)")
                guard attributes[.type] as? FileAttributeType == .typeRegular else { return nil }
                return (name, (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0)
            })
    }

    /// The files that were written since.
    private func written(since before: [String: UInt64]) throws -> [String] {
        try inodes().filter { before[$0.key] != $0.value }.keys.sorted()
    }

    @Test func `has the overview, a page an office, the register and the tables`() throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(
            try scratch.names(in: "site")
                == ["index.html", "offices", "province.json", "register.csv", "register.xlsx", "totals-2024"]
                + Self.totals)
        let pages = ["东州市.html", "云溪县.html", "青岚县.html"]
        #expect(try scratch.names(in: "site/offices") == pages)
        #expect(try scratch.names(in: "site/totals-2024") == pages)
        #expect(try scratch.text(of: "site/index.html").contains("应报 <b>9</b> 个单位，已报 <b>6</b> 个"))
        #expect(try scratch.text(of: "site/offices/东州市.html").contains("<th scope=\"row\">东州市第2局</th>"))
        let register = try scratch.text(of: "site/register.csv").split(separator: "\r\n")
        #expect(register.count == 10)
        #expect(register[4].hasPrefix("东州市,青岚县,2024,青岚县第0局,,合格,2025-01-31,2025-01-20 09:30,1,"))
        #expect(register[9].hasPrefix(",云溪县,2024,云溪县第2局,,未报送,2025-01-31,"))
    }

    @Test func `writes of what has changed the page, those above it and the overview, and nothing else`() async throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        var before = try inodes()
        try site.publish([], roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(try written(since: before) == [], "not even the overview, at the same moment")
        try site.publish([], roster: Self.roster, at: Self.morning + 60)
        #expect(try written(since: before) == ["index.html", "province.json"])
        try await ledger.show(figures("青岚县", submitted: 3, record: 10), of: "青岚县")
        before = try inodes()
        try site.publish(["青岚县"], roster: Self.roster, at: Self.morning + 120)
        #expect(
            try written(since: before) == ["index.html", "offices/东州市.html", "offices/青岚县.html", "province.json"])
        before = try inodes()
        try site.publishSums(roster: Self.roster, at: Self.morning + 120)
        let pages = ["totals-2024/东州市.html", "totals-2024/青岚县.html"]
        #expect(try written(since: before) == ["register.csv", "register.xlsx"] + Self.totals + pages)
    }

    @Test func `another run finds what lies there, and writes it only where it differs`() throws {
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        let before = try inodes()
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(try written(since: before) == [])
        try scratch.write("cut off", to: "site/offices/云溪县.html")
        try FileManager.default.removeItem(atPath: scratch.path("site/register.xlsx"))
        try FileManager.default.removeItem(atPath: scratch.path("site/totals-2024.xlsx"))
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(try scratch.text(of: "site/offices/云溪县.html").hasSuffix("</html>\n"))
        #expect(try scratch.names(in: "site").contains("register.xlsx"))
        #expect(try scratch.names(in: "site").contains("totals-2024.xlsx"))
    }

    @Test func `a change of what is wrong with an office changes its page`() async throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        let before = try inodes()
        let trouble = FoundTrouble(.silent, about: "云溪县", from: "", "云溪县没有消息。")
        try await ledger.show([trouble], of: "", at: Self.morning)
        try site.publish([], roster: Self.roster, at: Self.morning)
        #expect(try written(since: before) == ["index.html", "offices/云溪县.html", "province.json"])
        #expect(try scratch.text(of: "site/offices/云溪县.html").contains("云溪县没有消息。"))
        try await ledger.show([], of: "", at: Self.morning)
        try site.publish([], roster: Self.roster, at: Self.morning)
        #expect(try !scratch.text(of: "site/offices/云溪县.html").contains("没有消息"))
    }

    @Test func `another day or another list of offices changes all pages that it changes`() throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publish([], roster: Self.roster, at: Self.morning + 20 * 86_400)
        #expect(try scratch.text(of: "site/offices/云溪县.html").contains("逾期未报送"))
        let flat = OfficeRoster(Self.roster.offices.map { .init(name: $0.name, certificate: $0.certificate) })
        try site.publish([], roster: flat, at: Self.morning + 20 * 86_400)
        #expect(try !scratch.text(of: "site/offices/青岚县.html").contains("东州市"))
    }

    @Test func `offices and years that are gone have no pages any more`() async throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        try scratch.write("", to: "site/offices/.云溪县.html.draft")
        try scratch.write("mine", to: "site/offices/notes.txt")
        let less = OfficeRoster(Array(Self.roster.offices.dropLast()))
        try site.publish([], roster: less, at: Self.morning)
        try site.publishSums(roster: less, at: Self.morning)
        #expect(try scratch.names(in: "site/offices") == ["notes.txt", "东州市.html", "青岚县.html"])
        #expect(try scratch.names(in: "site/totals-2024") == ["东州市.html", "青岚县.html"])
        for office in Self.roster.offices { try await ledger.forget(office.name) }
        try site.publish(nil, roster: OfficeRoster(), at: Self.morning)
        try site.publishSums(roster: OfficeRoster(), at: Self.morning)
        #expect(
            try scratch.names(in: "site") == [
                "index.html", "offices", "province.json", "register.csv", "register.xlsx",
            ])
        #expect(try scratch.names(in: "site/offices") == ["notes.txt"])
    }

    @Test func `years that no report can be on have no tables`() async throws {
        for year in ["9999", "-5", "0"] {
            try scratch.write("", to: "site/totals-\(year).json")
        }
        let years = ["9999", "2024", "-5"].map { figures("云溪县", submitted: 1, year: $0) }
        try await ledger.show(
            OfficeFigures(
                record: 9, recorded: years[0].recorded, began: years[0].began, due: 2024, years: nil,
                bodies: years.flatMap(\.bodies), sums: years.flatMap(\.sums)), of: "云溪县")
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(try scratch.names(in: "site").filter { $0.hasPrefix("totals") } == ["totals-2024"] + Self.totals)
        #expect(try scratch.text(of: "site/province.json").contains("\"current_year\" : \"2024\""))
    }

    @Test func `a folder that is missing takes nothing, and once it is there everything`() throws {
        try FileManager.default.removeItem(atPath: scratch.path("site"))
        let site = self.site
        #expect(throws: Errno.noSuchFileOrDirectory) {
            try site.publish(nil, roster: Self.roster, at: Self.morning)
        }
        #expect(throws: Errno.noSuchFileOrDirectory) { try site.publishSums(roster: Self.roster, at: Self.morning) }
        #expect(try !scratch.names().contains("site"), "what should be mounted there is not made")
        try scratch.makeFolder("site")
        try site.publish([], roster: Self.roster, at: Self.morning)
        try site.publishSums(roster: Self.roster, at: Self.morning)
        #expect(try scratch.names(in: "site/offices").count == 3)
        #expect(try scratch.names(in: "site").count == 10)
    }

    @Test func `what an error left undone is done with the next call`() async throws {
        let site = self.site
        try site.publish(nil, roster: Self.roster, at: Self.morning)
        try await ledger.show(figures("青岚县", submitted: 3, record: 10), of: "青岚县")
        // A folder in the place of the page's draft: nobody can write it, root neither.
        try scratch.makeFolder("site/offices/.青岚县.html.draft")
        #expect(throws: Errno.self) { try site.publish(["青岚县"], roster: Self.roster, at: Self.morning) }
        #expect(try scratch.text(of: "site/offices/青岚县.html").contains("第 9 条"))
        try FileManager.default.removeItem(atPath: scratch.path("site/offices/.青岚县.html.draft"))
        try site.publish([], roster: Self.roster, at: Self.morning)
        #expect(try scratch.text(of: "site/offices/青岚县.html").contains("第 10 条"))
    }

    /// Writes all that is due, at a moment at which all may be.
    private func write(_ upkeep: inout SiteUpkeep) throws {
        upkeep.hurry()
        try upkeep.write(isIdle: true, roster: Self.roster, at: ClockReading(uptime: .now, date: Self.morning))
    }

    @Test func `what somebody has removed is written anew once it is looked for, and nothing else`() throws {
        var upkeep = SiteUpkeep(site)
        try write(&upkeep)
        let whole = try inodes().keys.sorted()
        let removed = [
            "offices/云溪县.html", "province.json", "register.csv", "totals-2024.json", "totals-2024/青岚县.html",
        ]
        for name in removed { try FileManager.default.removeItem(atPath: scratch.path("site/\(name)")) }
        // What is there is not compared.
        try scratch.write("changed", to: "site/offices/东州市.html")
        let before = try inodes()
        try write(&upkeep)
        #expect(try written(since: before) == [])
        upkeep.lookForRemoved()
        #expect(!upkeep.isWritten)
        try write(&upkeep)
        #expect(upkeep.isWritten)
        // Workbooks bear the time.
        let anew = try written(since: before).filter { !$0.hasSuffix(".xlsx") }
        #expect(anew == removed)
        #expect(try inodes().keys.sorted() == whole)
    }

    @Test func `folders that somebody has removed are made anew, and keep nothing else from being written`()
        async throws
    {
        var upkeep = SiteUpkeep(site)
        try write(&upkeep)
        let whole = try inodes().keys.sorted()
        for folder in ["offices", "totals-2024"] {
            try FileManager.default.removeItem(atPath: scratch.path("site/\(folder)"))
        }
        try await ledger.show(figures("青岚县", submitted: 3, record: 10), of: "青岚县")
        upkeep.change("青岚县")
        try write(&upkeep)
        #expect(upkeep.obstacle != nil)
        try write(&upkeep)
        #expect(upkeep.isWritten)
        #expect(try inodes().keys.sorted() == whole)
        #expect(try scratch.text(of: "site/offices/青岚县.html").contains("第 10 条"))
    }

    @Test func `without a list of offices all that are followed are there`() async throws {
        let site = self.site
        try site.publish(nil, roster: OfficeRoster(), at: Self.morning)
        try await ledger.follow("ledger-x", of: "石桥县", from: "x", at: Self.morning)
        try await ledger.show(figures("石桥县", submitted: 1), of: "石桥县")
        try site.publish(["石桥县"], roster: OfficeRoster(), at: Self.morning)
        try site.publishSums(roster: OfficeRoster(), at: Self.morning)
        #expect(try scratch.names(in: "site/offices").count == 4)
        #expect(try scratch.text(of: "site/index.html").contains("应报 <b>12</b> 个单位"))
    }

    /// How long a site takes and how large it is, printed: `NIANBAO_OFFICES=100` for the figures of docs/scale.md.
    @Test func `of many offices is measured`() async throws {
        let count = ProcessInfo.processInfo.environment["NIANBAO_OFFICES"].flatMap { Int($0) } ?? 5
        let names = (0..<count).map { "第\($0)县" }
        let years = ["2024", "2023", "2022"]
        for (index, name) in names.enumerated() {
            try await ledger.follow("many-\(index)", of: name, from: name, at: Self.morning)
            let figures = years.map { self.figures(name, submitted: 90, of: 100, year: $0) }
            let all = OfficeFigures(
                record: 9, recorded: figures[0].recorded, began: figures[0].began, due: 2024, years: nil,
                bodies: figures.flatMap(\.bodies), sums: figures.flatMap(\.sums))
            try await ledger.show(all, of: name)
        }
        let cities = (0..<max(1, count / 10)).map { OfficeRoster.Office(name: "第\($0)市") }
        let counties = names.enumerated().map {
            OfficeRoster.Office(name: $1, parent: cities[$0 % cities.count].name, certificate: $1)
        }
        let roster = OfficeRoster(cities + counties)
        let site = self.site
        let steps: [(String, () throws -> Void)] = [
            ("all pages", { try site.publish(nil, roster: roster, at: Self.morning) }),
            ("one office", { try site.publish([names[0]], roster: roster, at: Self.morning + 60) }),
            ("register and tables", { try site.publishSums(roster: roster, at: Self.morning) }),
            ("the same once more", { try site.publishSums(roster: roster, at: Self.morning) }),
        ]
        for (name, step) in steps {
            let time = try ContinuousClock().measure(step)
            print("\(count) offices, \(name): \(time.formatted(.units(allowed: [.seconds, .milliseconds])))")
        }
        let sizes = try inodes().keys.map { name in
            (name, try FileManager.default.attributesOfItem(atPath: scratch.path("site/\(name)"))[.size] as? Int ?? 0)
        }
        print("\(count) offices: \(sizes.count) files, \(sizes.reduce(0) { $0 + $1.1 }) bytes")
        #expect(sizes.count == 4 + 3 * 4 + (count + cities.count) * 4)
        #expect(try scratch.text(of: "site/index.html").contains("应报 <b>\(count * 100)</b> 个单位"))
    }
}
