import Foundation
import Office
import Testing

extension InBrowser {
    /// What WCAG 2.2 AA asks for, as far as a browser can tell.
    @Suite("Every page")
    struct AccessibilityTests {
        @Test(arguments: Pages.allCases)
        func `can be read: each text stands out from what lies under it`(page: Pages) async throws {
            try await Tab.with(await page.html()) { tab async throws in
                #expect(try await tab.value(Self.faintTexts) == [String]())
            }
        }

        @Test(arguments: Pages.allCases, [Tab.Size.desktop, .phone])
        func `fits the window's width`(page: Pages, size: Tab.Size) async throws {
            try await Tab.with(await page.html(), size: size) { tab async throws in
                #expect(try await tab.value("document.documentElement.scrollWidth") <= size.width)
                #expect(try await tab.value("window.innerWidth") == size.width)
            }
        }

        @Test(arguments: Pages.allCases)
        func `names everything that can be used`(page: Pages) async throws {
            let named: Set = ["link", "button", "radio", "searchbox", "textbox", "table", "region", "heading", "alert"]
            try await Tab.with(await page.html()) { tab async throws in
                let roles = try await tab.roles()
                #expect(roles.contains { $0.role == "heading" })
                #expect(
                    roles.filter { named.contains($0.role) && $0.name.isEmpty && $0.role != "alert" }.map(\.role) == [])
            }
        }

        @Test(arguments: Pages.allCases)
        func `is in order: language, title, headings, heads of tables, ids`(page: Pages) async throws {
            try await Tab.with(await page.html()) { tab async throws in
                #expect(try await tab.value("document.documentElement.lang") == "zh-CN")
                #expect(try await tab.value("document.title", as: String.self).isEmpty == false)
                #expect(try await tab.value("document.querySelectorAll('h1').length") == 1)
                let levels: [Int] = try await tab.value(
                    "[...document.querySelectorAll('h1, h2, h3, h4')].map(each => Number(each.localName[1]))")
                #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
                #expect(try await tab.value("document.querySelectorAll('th:not([scope])').length") == 0)
                let ids: [String] = try await tab.value("[...document.querySelectorAll('[id]')].map(each => each.id)")
                #expect(ids.count == Set(ids).count)
                let targets: [String] = try await tab.value(
                    "[...document.querySelectorAll('[aria-labelledby]')].map(each => each.getAttribute('aria-labelledby'))"
                )
                #expect(Set(targets).isSubset(of: ids))
                #expect(
                    try await tab.value("document.querySelectorAll('[tabindex]:not([tabindex=\"0\"])').length") == 0)
            }
        }

        @Test(arguments: [Pages.overview, .withoutRoster, .province, .city, .county], [Tab.Size.desktop, .phone])
        func `has targets that a finger can hit`(page: Pages, size: Tab.Size) async throws {
            try await Tab.with(await page.html(), size: size) { tab async throws in
                // What stands in a sentence is exempt.
                let small = """
                    [...document.querySelectorAll('button, label, input[type=search], .receipt a')]
                      .filter(each => each.getClientRects().length && !each.closest('p:not(.search)') && !each.querySelector('input[type=search]'))
                      .filter(each => Math.min(each.getBoundingClientRect().width, each.getBoundingClientRect().height) < 24)
                      .map(each => each.outerHTML)
                    """
                #expect(try await tab.value(small) == [String]())
            }
        }

        @Test(arguments: [Pages.overview, .returned, .totals, .province, .city, .provinceTotals])
        func `shows where the keyboard is, and lets it through`(page: Pages) async throws {
            try await Tab.with(await page.html()) { tab async throws in
                var seen: [String] = []
                for _ in 0..<25 {
                    try await tab.press(.tab)
                    let now: [String] = try await tab.value(
                        """
                        (() => {
                          const each = document.activeElement;
                          const mark = each.matches('.tab') ? document.querySelector(`[for=${each.id}]`) : each;
                          const place = [...document.querySelectorAll('*')].indexOf(each);
                          return [`${each.outerHTML} ${place}`, getComputedStyle(mark).outlineStyle];
                        })()
                        """)
                    if now[0].hasPrefix("<body") { break }
                    #expect(now[1] != "none", "\(now[0])")
                    #expect(seen.last != now[0], "the focus must move on")
                    seen.append(now[0])
                }
                #expect(seen.count > 3)
            }
        }

        /// The visible texts whose contrast is less than WCAG 2.2 AA wants: 4.5 to 1, large ones 3 to 1.
        private static let faintTexts = """
            (() => {
              const parse = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(each => each / 255)
                .map(each => each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4)
                .reduce((sum, each, index) => sum + each * [0.2126, 0.7152, 0.0722][index], 0);
              const ground = element => {
                for (let each = element; each; each = each.parentElement) {
                  const colour = parse(getComputedStyle(each).backgroundColor);
                  if (colour.length === 3 || colour[3] === 1) return colour;
                }
                return [255, 255, 255];
              };
              const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              const faint = [];
              while (walker.nextNode()) {
                const element = walker.currentNode.parentElement;
                if (!walker.currentNode.textContent.trim() || !element.getClientRects().length) continue;
                if (element.closest('script, style, [aria-hidden=true]')) continue;
                const style = getComputedStyle(element);
                const size = parseFloat(style.fontSize);
                const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
                const [one, other] = [light(parse(style.color)), light(ground(element))];
                const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
                if (ratio < (isLarge ? 3 : 4.5)) faint.push(`${element.outerHTML} ${ratio}`);
              }
              return faint;
            })()
            """
    }
}
