import Fixtures
import Foundation
import Office
import Reports
import Testing

extension InBrowser {
    @Suite("On paper", .enabled(if: Poppler.isThere, "poppler-utils is not installed"))
    struct PrintTests {
        @Test func `who has not reported fits one sheet of A4 for the meeting, and the table begins the next`()
            async throws
        {
            let overview = County.overview(60)
            let missing = try #require(overview.standings().first).missing.map(\.agency.name)
            #expect(missing.count == 12)
            try await Tab.with(OverviewPage.html(for: overview)) { tab async throws in
                let paper = try Poppler(await tab.printed())
                let first = try paper.text(of: 1)
                for name in missing { #expect(first.contains(name)) }
                #expect(first.contains("尚未报送的单位（12 个）"))
                #expect(!first.contains("序号"))
                #expect(try paper.text(of: 2).contains("序号"))
                #expect(try paper.pages <= 4)
                #expect(try paper.isA4)
                #expect(!first.contains("2023"), "only the year that is shown is printed")
            }
        }

        @Test func `forty bureaus that have not reported fit one sheet as well`() async throws {
            var overview = County.overview(60)
            overview.reports.removeAll { $0.year == "2024" && !$0.agency.contains("镇") }
            let missing = try #require(overview.standings().first).missing.map(\.agency.name)
            #expect(missing.count > 35)
            try await Tab.with(OverviewPage.html(for: overview)) { tab async throws in
                let first = try Poppler(await tab.printed()).text(of: 1)
                for name in missing { #expect(first.contains(name)) }
            }
        }

        @Test func `what is filtered is what is printed`() async throws {
            try await Tab.with(OverviewPage.html(for: County.overview(60))) { tab async throws in
                _ = try await tab.value("document.querySelector('.year .shares input').focus() ?? 0", as: Int.self)
                try await tab.press(.left)
                let paper = try Poppler(await tab.printed())
                #expect(try paper.pages == 1)
                #expect(try paper.text(of: 1).contains("期限 1月31日"))
                #expect(try !paper.text(of: 1).contains("退回修改\n"))
            }
        }

        @Test func `what is awaited of a bureau is one sheet`() async throws {
            try await Tab.with(await Pages.awaited.html()) { tab async throws in
                let paper = try Poppler(await tab.printed())
                #expect(try paper.pages == 1 && paper.isA4)
                #expect(try paper.text(of: 1).contains("尚未收到 2024 年度报告"))
            }
        }

        @Test func `the years of a bureau are two sheets of A4: the numbers, then the plots`() async throws {
            try await Tab.with(YearsPage.html(for: County.agencyYears)) { tab async throws in
                let paper = try Poppler(await tab.printed())
                #expect(try paper.pages == 2)
                #expect(try paper.isA4)
                let numbers = try paper.text(of: 1)
                for words in ["本年新收", "诉讼纠正率", "已退回修改，待重新报送", "2024 年"] { #expect(numbers.contains(words), "\(words)") }
                let plots = try paper.text(of: 2)
                for words in ["申请怎样办结（件）", "行政事业性收费（万元）", "● 本年新收", "缺"] { #expect(plots.contains(words), "\(words)") }
            }
        }

        @Test(arguments: [1, 5, 10])
        func `years as many as there may be are on A4, no column is cut`(years: Int) async throws {
            try await Tab.with(YearsPage.html(for: County.years(60, of: years))) { tab async throws in
                let paper = try Poppler(await tab.printed())
                let pages = try paper.pages
                #expect((2...12).contains(pages))
                let text = try (1...pages).map(paper.text).joined()
                for year in (2025 - years)...2024 { #expect(text.contains("\(year) 年"), "\(year)") }
                #expect(text.contains("常见问题") && text.contains("和顺镇人民政府"))
            }
        }

        @Test(arguments: [Pages.province, .city, .county])
        func `the pages of many offices are on A4, no column is cut`(page: Pages) async throws {
            try await Tab.with(await page.html()) { tab async throws in
                let paper = try Poppler(await tab.printed())
                let pages = try paper.pages
                #expect(try paper.isA4)
                #expect((1...6).contains(pages))
                let text = try (1...pages).map(paper.text).joined()
                #expect(text.contains(page == .county ? "收到时间" : "最近记录"))
                #expect(text.contains(page == .county ? "2025-01-20 09:" : "2025-01-20 0"))
                #expect(!text.contains("2023 年度报送情况"), "only the year that is shown is printed")
                if page == .province { #expect(text.contains("报送率和合格率（%）")) }
            }
        }

        @Test(arguments: [Pages.returned, .revised, .totals, .bureau, .provinceTotals, .countyTotals])
        func `a receipt is on A4, no table is cut at its side`(page: Pages) async throws {
            try await Tab.with(await page.html()) { tab async throws in
                let paper = try Poppler(await tab.printed())
                let pages = try paper.pages
                #expect(try paper.isA4)
                #expect((2...(page == .bureau ? 6 : 5)).contains(pages))
                let text = try (1...pages).map(paper.text).joined()
                #expect(text.contains("结转下年度继续办理") || text.contains("结转下年"))
            }
        }
    }
}

/// A printed page, read by programs of poppler.
final class Poppler {
    static let isThere = FileManager.default.isExecutableFile(atPath: "/usr/bin/pdftotext")

    private let scratch: ScratchFolder

    init(_ pdf: Data) throws {
        scratch = try ScratchFolder()
        try pdf.write(to: URL(filePath: scratch.path("page.pdf")))
    }

    var pages: Int {
        get throws {
            let info = try info
            return Int(try #require(info.firstMatch(of: /Pages: +(\d+)/)).1) ?? 0
        }
    }

    var isA4: Bool {
        get throws { try info.contains(/Page size: .*A4/) }
    }

    /// The text of a page, in the order in which it is read.
    func text(of page: Int) throws -> String {
        try run("pdftotext", "-f", "\(page)", "-l", "\(page)", "-layout", scratch.path("page.pdf"), "-")
    }

    private var info: String {
        get throws { try run("pdfinfo", scratch.path("page.pdf")) }
    }

    private func run(_ program: String, _ arguments: String...) throws -> String {
        let process = ChildProgram("/usr/bin/\(program)", arguments)
        let output = Pipe()
        process.standardOutput = .pipe(output)
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
