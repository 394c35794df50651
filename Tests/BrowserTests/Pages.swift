import Daemon
import Foundation
import Reports
import Rules

@testable import Office

/// The pages that are looked at, each with something of everything on it.
enum Pages: String, CaseIterable, Sendable {
    case overview, withoutRoster, returned, revised, unreadable, totals, desk, years, oneYear, agencyYears, awaited,
        bureau, province, city, county, provinceTotals, cityTotals, countyTotals

    func html() async throws -> String {
        switch self {
        case .overview: OverviewPage.html(for: County.overview(60, alerts: [Self.alert]))
        case .withoutRoster: OverviewPage.html(for: Self.rosterless)
        case .returned: ReceiptPage.html(for: try await Self.version("青岚市民政局.txt"), letter: Self.letter)
        case .revised:
            ReceiptPage.html(
                for: try await Self.version("青岚市水利局.txt", as: "青岚市民政局", version: 2),
                after: try await Self.version("青岚市民政局.txt"), letter: Self.letter)
        case .unreadable: ReceiptPage.html(for: try await Self.version("空白的报告.txt"), letter: Self.letter)
        case .awaited: BureauPage.html(for: Self.standing(BureauReports()))
        case .bureau: BureauPage.html(for: try await Self.standing(Self.bureauReports))
        case .totals: TotalsPage.html(for: try await Self.sums)
        case .desk: DeskPage.html(for: Self.deskFiles, of: 60, folder: "/srv/nianbao/desk")
        case .years: YearsPage.html(for: County.years(60, of: 5))
        case .oneYear: YearsPage.html(for: County.years(5, of: 1))
        case .province: ProvincePage.html(for: ManyOffices.province())
        case .city: Self.office(ManyOffices.city(0))
        case .county: Self.office(ManyOffices.county(1))
        case .provinceTotals: ProvinceTotalsPage.html(for: ManyOffices.totals())
        case .cityTotals: Self.totals(of: ManyOffices.city(0))
        case .countyTotals: Self.totals(of: ManyOffices.county(1))
        case .agencyYears: YearsPage.html(for: County.agencyYears)
        }
    }

    private static func office(_ name: String) -> String {
        OfficePage.html(of: name, in: ManyOffices.province(), bodies: ManyOffices.bodies(name, 60)) ?? ""
    }

    private static func totals(of name: String) -> String {
        let totals = ManyOffices.totals()
        return totals[name].map { ProvinceTotalsPage.html(of: $0, in: totals) } ?? ""
    }

    private static let letter = Letter(office: "青岚市政务公开办公室")
    private static let alert = OverviewAlert(
        kind: "file-refused", subject: "民政局/附件", message: "“民政局/附件”是第二层文件夹，不予接收，也没有打开。收件文件夹只看一层单位文件夹，请把其中的文件移到上一层。",
        since: County.now.addingTimeInterval(-7200))

    /// A list with a line of every answer, one that was refused, and one in which nothing was filled in.
    private static var deskFiles: [DeskFile] {
        let who = Decider(uid: 1_001, account: "wangwu")
        let lines = DeskFile.Answer.allCases.enumerated().map { index, answer in
            DeskFile.Line(
                WaiverSheet.Filled(
                    row: 3 + index, year: "2024", agency: "青岚市交通运输局", version: 1, key: nil, ledger: "",
                    wish: index == 5 ? "同意" : "核销", why: "已与该局办公室电话核实，两处口径不同，均属实",
                    message: "表三“一、本年新收政府信息公开申请数量”行：前六栏之和为 10，总计栏为 11。"), nil, answer)
        }
        let contents: [DeskFile.Content] = [
            .list(lines, blank: 120), .refused("不是核销单（.xlsx），没有读取。"), .list([], blank: 131),
        ]
        let names = ["核销单-王五.xlsx", "通知.docx", "核销单-20250120-\(String(repeating: "补充", count: 12)).xlsx"]
        return zip(names, contents).map { DeskFile(name: $0, who: who, at: County.now, content: $1) }
    }

    private static var rosterless: Overview {
        var overview = County.overview(12)
        overview.expected = []
        return overview
    }

    /// A sample of the project as a version of a report.
    private static func version(_ sample: String, as agency: String? = nil, version: Int = 1) async throws
        -> ReportVersion
    {
        let top = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = [UInt8](try Data(contentsOf: top.appending(path: "docs/samples/\(sample)")))
        let result = try await ReportChecker().result(
            of: Submission(bytes, sha256: String(repeating: "5d", count: 32), file: sample))
        let name = agency ?? result.agency ?? "青岚市某局"
        return ReportVersion(
            year: "2024", agency: name, version: version, receivedAt: County.now, result: result,
            path: "reports/2024/\(name)/v\(version)")
    }

    private static func standing(_ reports: BureauReports) -> BureauStanding {
        let roster = Roster([Agency(name: "青岚市民政局", folder: "民政局"), Agency(name: "青岚市水利局")])
        return BureauStanding(
            roster.expected[0], reports, among: roster, letter: letter, at: County.now)
    }

    /// A report that was returned twice, one of the year before, a file that could not be read, and one that is another's.
    private static var bureauReports: BureauReports {
        get async throws {
            var first = try await version("青岚市水利局.txt", as: "青岚市民政局")
            var second = try await version("青岚市民政局.txt", version: 2)
            (first.folder, second.folder) = ("民政局", "民政局")
            var (unread, older) = (try await version("空白的报告.txt", as: "青岚市民政局"), second)
            unread.year = Filing.unknownYear
            (older.year, older.version) = ("2023", 1)
            let stray = BureauReports.Stray(
                agency: "青岚市水利局", verdict: "returned", file: "年报定稿.txt", receivedAt: County.now)
            return BureauReports(
                versions: [older, first, second, unread].map(ReportSummary.init),
                receipts: [.init(version: second, previous: first), .init(version: unread)], strays: [stray])
        }
    }

    private static var sums: Totals {
        get async throws {
            let names = ["青岚市水利局", "青岚市教育局", "青岚市体育局", "青岚市林业局"]
            let own = try await version("青岚市水利局.txt", as: "青岚市人民政府")
            var versions = [own, try await version("青岚市民政局.txt")]
            for name in names { versions.append(try await version("\(name).txt")) }
            return Totals(
                year: 2024, versions: versions,
                expected: names + ["青岚市民政局", "青岚市审计局", "青岚市人民政府"], summingUp: "青岚市人民政府")
        }
    }
}
