import Foundation
import Office
import Reports
import Testing

extension InBrowser {
    @Suite("The years in a browser")
    struct YearsBrowserTests {
        /// The texts of plots that reach out of their plot, or lie on another one.
        private static let clashes = """
            [...document.querySelectorAll('.chart svg')].flatMap(plot => {
              const frame = plot.getBoundingClientRect();
              const texts = [...plot.querySelectorAll('text')].map(each => [each.textContent, each.getBoundingClientRect()]);
              const out = texts.filter(([, at]) => at.left < frame.left - 1 || at.right > frame.right + 1
                || at.top < frame.top - 1 || at.bottom > frame.bottom + 1).map(([text]) => `${text} is cut`);
              const on = texts.flatMap(([text, at], index) => texts.slice(index + 1)
                .filter(([, other]) => Math.min(at.right, other.right) - Math.max(at.left, other.left) > 1
                  && Math.min(at.bottom, other.bottom) - Math.max(at.top, other.top) > 4)
                .map(([other]) => `${text} on ${other}`));
              return out.concat(on);
            })
            """

        @Test(arguments: [(5, 1), (60, 5), (60, 10)], [Tab.Size.desktop, .phone])
        func `no text of a plot is cut or lies on another`(county: (bureaus: Int, years: Int), size: Tab.Size)
            async throws
        {
            try await Tab.with(YearsPage.html(for: County.years(county.bureaus, of: county.years)), size: size) {
                tab async throws in
                #expect(try await tab.value("document.querySelectorAll('.chart svg').length") == 10)
                let clashes: [String] = try await tab.value(Self.clashes)
                #expect(clashes == [])
            }
        }

        @Test(arguments: [3000]) func `a large county's page lists each bureau, and fits the window`(count: Int)
            async throws
        {
            let page = YearsPage.html(for: County.years(count, of: 5))
            #expect(page.utf8.count < 2_000_000)
            for size in [Tab.Size.desktop, .phone] {
                try await Tab.with(page, size: size) { tab async throws in
                    #expect(try await tab.value("document.querySelectorAll('.bodies tbody tr').length") == count)
                    #expect(try await tab.value("document.documentElement.scrollWidth") <= size.width)
                }
            }
        }

        @Test func `a screen reader is told the numbers of a plot, and of each picture once`() async throws {
            try await Tab.with(await Pages.agencyYears.html(), scripts: false) { tab async throws in
                let images = try await tab.roles().filter { $0.role == "image" || $0.role == "img" }
                #expect(images.count == 10)
                #expect(images.map(\.name).contains("收到和办理的申请（件）"))
                #expect(try await tab.value("document.querySelectorAll('svg[role=img] desc').length") == 10)
            }
        }
    }
}
