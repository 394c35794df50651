import Foundation
import Office
import Reports
import Testing

extension InBrowser {
    @Suite("Many offices in a browser")
    struct ProvinceBrowserTests {
        private static let shown =
            "[...document.querySelectorAll('.year')].filter(each => each.getClientRects().length).map(each => each.querySelector('h2').textContent)"

        @Test(arguments: [(3_000, 14), (3_000, 1)], [Tab.Size.desktop, .phone])
        func `thousands of offices open, and fit the window`(size: (counties: Int, cities: Int), window: Tab.Size)
            async throws
        {
            let province = ManyOffices.province(size.counties, in: size.cities)
            let pages = [
                ProvincePage.html(for: province),
                OfficePage.html(of: ManyOffices.city(0), in: province, bodies: []) ?? "",
                ProvinceTotalsPage.html(for: ManyOffices.totals(size.counties, in: size.cities)),
            ]
            for page in pages {
                #expect(page.utf8.count < 8_000_000)
                try await Tab.with(page, size: window) { tab async throws in
                    #expect(try await tab.value("document.documentElement.scrollWidth") <= window.width)
                    #expect(
                        try await tab.value("document.body.lastElementChild.localName", as: String.self).isEmpty
                            == false)
                }
            }
        }

        @Test(arguments: [true, false])
        func `the arrow keys turn to another year, with and without scripts`(scripts: Bool) async throws {
            try await Tab.with(await Pages.province.html(), scripts: scripts) { tab async throws in
                #expect(try await tab.value(Self.shown) == ["2024 年度报送情况"])
                _ = try await tab.value("document.querySelector('.tab:checked').focus() ?? 0", as: Int.self)
                try await tab.press(.right)
                #expect(try await tab.value(Self.shown) == ["2023 年度报送情况"])
            }
        }

        @Test func `past its time the overview says that it is old`() async throws {
            let isOld = "!document.querySelector('.expired').hidden"
            for (later, wanted) in [(599.0, false), (601, true)] {
                let now = County.now.addingTimeInterval(later)
                try await Tab.with(await Pages.province.html(), now: now) { tab async throws in
                    #expect(try await tab.value(isOld) == wanted)
                }
            }
        }

        @Test func `an empty site is whole`() async throws {
            let none = Province(
                generatedAt: County.now, validUntil: County.now.addingTimeInterval(600), roster: .init(), offices: [])
            try await Tab.with(ProvincePage.html(for: none)) { tab async throws in
                #expect(try await tab.value("document.querySelector('.empty strong').textContent") == "还没有收到任何办公室的记录")
                #expect(try await tab.value("document.querySelectorAll('h1').length") == 1)
            }
        }
    }
}
