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
}
