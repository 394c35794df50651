import Foundation
import Reports
import Testing

@testable import Office

@Suite struct `A county of 3,000 agencies` {
    @Test(.timeLimit(.minutes(1))) func `has its page at once`() {
        let versions = (0..<2_000).map { Samples.version("第\($0)局") }
        let expected = (0..<3_000).map { ExpectedAgency(Agency(name: "第\($0)局", group: "县直"), filedAs: "第\($0)局") }
        let overview = Samples.overview(versions, expected: expected)
        let began = ContinuousClock.now
        let page = OverviewPage.html(for: overview)
        let took = began.duration(to: .now)
        print("overview of 3,000: \(took), \(page.utf8.count) bytes")
        #expect(page.matches(of: /<tr data-state/).count == 3_000)
        #expect(page.utf8.count < 3_000_000)
        #expect(took < .seconds(20), "a build without optimisation, on a machine that others share")
    }
}
