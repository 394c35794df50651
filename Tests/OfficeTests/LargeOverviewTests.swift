import Foundation
import Reports
import Testing

@testable import Office

@Suite struct `A county of 3,000 agencies` {
    @Test func `has all its agencies on one page of a moderate size`() {
        let versions = (0..<2_000).map { Samples.version("第\($0)局") }
        let expected = (0..<3_000).map { ExpectedAgency(Agency(name: "第\($0)局", group: "县直"), filedAs: "第\($0)局") }
        let overview = Samples.overview(versions, expected: expected)
        let page = OverviewPage.html(for: overview)
        #expect(page.matches(of: /<tr data-state/).count == 3_000)
        #expect(page.utf8.count < 3_000_000)
    }

    /// Of a year that is shown at first, and of newer ones, each body is on the page; of the others what there is room for.
    @Test func `has the bodies of old years in the register alone, and their numbers on the page`() {
        let versions = (2005...2024).flatMap { year in
            (0..<1_500).map { Samples.version("第\($0)局", year: "\(year)") }
        }
        let page = OverviewPage.html(for: Samples.overview(versions))
        #expect(page.matches(of: /<tr data-state/).count == 9_000)
        #expect(page.matches(of: /class="year"/).count == 20)
        #expect(page.matches(of: /已收 <b>1500<\/b> 份/).count == 20)
        #expect(page.matches(of: /这一年度的单位不逐个列出/).count == 14)
        #expect(page.contains("2019 年度收到的报告与校核情况") && !page.contains("2018 年度收到的报告与校核情况"))
    }
}
