import Foundation
import Office
import Reports
import Testing

extension InBrowser {
    @Suite("The overview in a browser")
    struct OverviewBrowserTests {
        /// The agencies whose lines can be seen in the year that is shown.
        private static let visible = """
            [...document.querySelectorAll('.list tbody tr')].filter(row => row.offsetParent !== null || row.getClientRects().length)
              .map(row => row.querySelector('th').firstChild.textContent.trim())
            """
        private static let found = "[...document.querySelectorAll('.found')].map(each => each.textContent).join('')"

        private func page(_ count: Int, alerts: [OverviewAlert] = []) -> String {
            OverviewPage.html(for: County.overview(count, alerts: alerts))
        }

        @Test(arguments: [5, 60, 3000])
        func `a search narrows the list to the names that contain it`(count: Int) async throws {
            let names = County.agencies(count).map(\.name)
            try await Tab.with(page(count)) { tab async throws in
                #expect(try await tab.value(Self.visible) == names)
                _ = try await tab.value("document.querySelector('.search input').focus() ?? 0", as: Int.self)
                try await tab.type("公安")
                #expect(try await tab.value(Self.visible) == names.filter { $0.contains("公安") })
                try await tab.press(.escape)
                #expect(try await tab.value(Self.visible) == names)
                try await tab.type("民政 市直部门")
                #expect(try await tab.value(Self.visible) == names.filter { $0.contains("民政") && !$0.contains("人民政府") })
                try await tab.press(.escape)
                try await tab.type("没有这个局")
                #expect(try await tab.value(Self.visible) == [String]())
                #expect(try await tab.value(Self.found) == "没有符合的单位")
            }
        }

        /// A page that is laid out once for each row that it hides stands still while one types.
        @Test(arguments: [60, 3000])
        func `a search lays the page out once, however long the list is`(count: Int) async throws {
            try await Tab.with(page(count)) { tab async throws in
                let before = try await tab.layouts()
                _ = try await tab.value(
                    """
                    (() => {
                      const input = document.querySelector('.search input');
                      input.value = '水利';
                      input.dispatchEvent(new Event('input'));
                      return document.body.getBoundingClientRect().height;
                    })()
                    """, as: Double.self)
                #expect(try await tab.layouts() - before <= 2)
            }
        }

        @Test func `without agencies it says what to do and has nothing to search`() async throws {
            try await Tab.with(page(0)) { tab async throws in
                #expect(try await tab.value("document.querySelector('.empty').textContent.includes('还没有收到报告')"))
                #expect(try await tab.value("document.querySelectorAll('.search input').length") == 0)
            }
        }

        @Test(arguments: [5, 60])
        func `the arrow keys choose a state, and only its lines stay`(count: Int) async throws {
            let overview = County.overview(count)
            let standing = try #require(overview.standings().first)
            try await Tab.with(page(count)) { tab async throws in
                _ = try await tab.value("document.querySelector('.year .shares input').focus() ?? 0", as: Int.self)
                for state in DeskState.allCases where standing.counts[state] != nil {
                    try await tab.press(.right)
                    let wanted = standing.lines.filter { $0.state == state }.map(\.agency.name)
                    #expect(try await tab.value(Self.visible) == wanted, "\(state)")
                    #expect(try await tab.value(Self.found) == "找到 \(wanted.count) 个，共 \(count) 个")
                }
                try await tab.press(.right)
                #expect(try await tab.value(Self.visible) == standing.lines.map(\.agency.name))
            }
        }

        @Test func `a head sorts its column one way and then the other, and says so`() async throws {
            try await Tab.with(page(60)) { tab async throws in
                let focus = { (head: String) in
                    _ = try await tab.value(
                        "[...document.querySelectorAll('.list button')].find(each => each.textContent === '\(head)').focus() ?? 0",
                        as: Int.self)
                }
                let column = { (number: Int) in
                    try await tab.value(
                        """
                        [...document.querySelectorAll('#year-1 .list tbody tr')].map(row => row.cells[\(number)])
                          .map(cell => cell.dataset.key ?? cell.textContent)
                        """, as: [String].self)
                }
                let sorted =
                    "document.querySelector('[aria-sort]').textContent + document.querySelector('[aria-sort]').ariaSort"
                #expect(try await tab.value(sorted) == "序号ascending")
                try await focus("须改正")
                try await tab.press(.enter)
                #expect(try await tab.value(sorted) == "须改正ascending")
                try await tab.press(.enter)
                #expect(try await tab.value(sorted) == "须改正descending")
                let errors = try await column(4)
                let numbers = errors.compactMap(Int.init)
                #expect(numbers == numbers.sorted(by: >) && numbers.count > 30)
                #expect(errors.last == "", "what says nothing comes last")
                try await focus("结论")
                try await tab.press(.enter)
                let ranks = try await column(3).compactMap(Int.init)
                #expect(ranks == ranks.sorted() && Set(ranks).count > 3)
                try await focus("单位")
                try await tab.press(.enter)
                let names = try await column(1)
                let first = try #require(names.firstIndex(of: "安乐镇人民政府"))
                let last = try #require(names.firstIndex(of: "竹园镇人民政府"))
                #expect(first < 3 && last > 55, "in the order of pinyin")
                try await focus("序号")
                try await tab.press(.enter)
                #expect(try await column(1) == County.agencies(60).map(\.name))
            }
        }

        @Test(arguments: [true, false])
        func `the arrow keys turn to another year, with and without scripts`(scripts: Bool) async throws {
            let shown =
                "[...document.querySelectorAll('.year')].filter(each => each.getClientRects().length).map(each => each.querySelector('h2').textContent)"
            try await Tab.with(page(60), scripts: scripts) { tab async throws in
                #expect(try await tab.value(shown) == ["2024 年度报送情况"])
                try await tab.press(.tab)
                try await tab.press(.right)
                #expect(try await tab.value(shown) == ["2023 年度报送情况"])
            }
        }

        @Test func `without scripts everything is there and nothing that needs one is`() async throws {
            try await Tab.with(page(60), scripts: false) { tab async throws in
                #expect(try await tab.value(Self.visible) == County.agencies(60).map(\.name))
                let controls =
                    "[...document.querySelectorAll('.search, .shares input, .list button')].filter(each => each.getClientRects().length).length"
                #expect(try await tab.value(controls) == 0)
                #expect(try await tab.value("document.querySelector('.shares').innerText.includes('未报送')"))
            }
        }

        @Test func `past its time the page says that it is old`() async throws {
            let isOld = "!document.querySelector('.expired').hidden"
            for (later, wanted) in [(599.0, false), (601, true)] {
                try await Tab.with(page(5), now: County.now.addingTimeInterval(later)) { tab async throws in
                    #expect(try await tab.value(isOld) == wanted)
                }
            }
        }

        @Test(arguments: [true, false])
        func `names that look like markup stay names`(scripts: Bool) async throws {
            var overview = County.overview(5)
            overview.expected[1].name = "<img src=x onerror=\"document.title='x'\">局</script>"
            overview.expected[1].filedAs = "\"><b>"
            try await Tab.with(OverviewPage.html(for: overview), scripts: scripts) { tab async throws in
                #expect(try await tab.value("document.querySelectorAll('img, .list b').length") == 0)
                #expect(try await tab.value("document.title") == "政府信息公开工作年度报告报送情况")
                #expect(try await tab.value(Self.visible, as: [String].self)[1] == overview.expected[1].name)
            }
        }
    }
}
