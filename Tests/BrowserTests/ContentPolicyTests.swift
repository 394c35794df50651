import Testing

extension InBrowser {
    /// What the browser is allowed by the pages themselves.
    @Suite struct ContentPolicyTests {
        @Test(arguments: Pages.allCases)
        func `each page does all it wants within its policy, and nobody else anything`(page: Pages) async throws {
            let html = try await page.html()
            #expect(
                html.contains(
                    #"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-"#))
            try await Tab.with(html) { tab in
                let violations: [String] = try await tab.value("violations")
                #expect(violations == [])
                // Its own style is in force.
                let margin: String = try await tab.value("getComputedStyle(document.body).marginTop")
                #expect(margin == "0px")
                let script =
                    "const s = document.createElement('script'); s.textContent = 'window.isOwned = true'; document.body.append(s)"
                let owned = "(() => { \(script); return window.isOwned === true })()"
                let isOwned: Bool = try await tab.value(owned)
                #expect(!isOwned)
                let style =
                    "const s = document.createElement('style'); s.textContent = 'body { margin: 9px }'; document.body.append(s)"
                let restyled = "(() => { \(style); return getComputedStyle(document.body).marginTop })()"
                let marginAfter: String = try await tab.value(restyled)
                #expect(marginAfter == "0px")
            }
        }

        @Test func `the shares of the bar have their widths without a style of their own`() async throws {
            try await Tab.with(try await Pages.overview.html()) { tab in
                let widths =
                    "[...document.querySelectorAll('.year .bar')].flatMap(bar => [...bar.children].map(part => part.clientWidth))"
                let counts = "[...document.querySelectorAll('.shares b')].map(count => Number(count.textContent))"
                let (shown, expected): ([Double], [Double]) = try await (tab.value(widths), tab.value(counts))
                let ratios = zip(shown, expected).filter { $0.0 > 0 }.map { $0.0 / $0.1 }
                #expect(ratios.count > 1)
                #expect((ratios.max() ?? 0) - (ratios.min() ?? 0) < 8)
            }
        }
    }
}
