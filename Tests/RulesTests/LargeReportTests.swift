import Reports
import Rules
import Testing

/// Reports of a megabyte whose text is what each rule finds hardest. Rules take time linear in a report's size: with a rule that took
/// time by the square these tests would not end.
@Suite struct LargeReportTests {
    /// A kind of text that is repeated until it is long.
    struct Family: CustomTestStringConvertible {
        var testDescription: String
        /// The piece of a number.
        var piece: @Sendable (Int) -> String
        /// Between the pieces; a line end makes each a paragraph of its own.
        var separator = ""

        init(_ name: String, separator: String = "", piece: @escaping @Sendable (Int) -> String) {
            testDescription = name
            self.piece = piece
            self.separator = separator
        }
    }

    #if DEBUG
        /// Code that is not optimised takes fifty times as long.
        private static let scale = 20
    #else
        private static let scale = 1
    #endif

    static let families = [
        Family("crosses") { _ in "×" },
        Family("crosses and letters") { $0 % 2 == 0 ? "××" : "a" },
        Family("different placeholders") { "×\(String(repeating: "×", count: 1 + $0 % 50))局，" },
        Family("bookmarks that do not end") { _ in "[bookmark:" },
        Family("field names") { _ in "HYPERLINK  PAGE " },
        Family("menus") { _ in "首页|" },
        Family("page numbers", separator: "\n") { _ in "- 3 -a" },
        Family("days", separator: "\n") { _ in "二〇二四年一月三十二日" },
        Family("citations") { "（国办公开办函〔\(1000 + $0)〕\($0)号）" },
        Family("citations that do not end") { _ in "公开办函 〔 2019" },
        Family("sentences") { "\(1990 + $0 % 100)年，我局。" },
        Family("years in one sentence") { "\(1990 + $0 % 100)年，" },
        Family("years, a paragraph each", separator: "\n") { "\(1990 + $0 % 100)年我局。" },
        Family("identity numbers") { "，1101051949123\(10_000 + $0 % 90_000)" },
        Family("digits") { _ in "1" },
        Family("mobile numbers") { "女士\(13_800_000_000 + $0)，" },
        Family("ideographs") { _ in "甲" },
        Family("white space") { _ in "　" },
        Family("marks") { _ in "\u{301}" },
        Family("braces") { _ in "{“found”}{at" },
    ]

    @Test(arguments: families)
    func `a long text is judged`(family: Family) {
        var text = ""
        var number = 0
        while text.utf8.count < 1_000_000 / Self.scale {
            text += family.piece(number) + family.separator
            number += 1
        }
        let paragraphs = text.split(separator: "\n").map(String.init)
        var report = Report.clean
        report.preamble += paragraphs.prefix(1)
        report.passages[.overview] = paragraphs
        _ = Rulebook.findings(in: report)
    }

    @Test func `tens of thousands of statements, totals, rates and headings are judged`() {
        var report = Report.clean
        let sentence = String(repeating: "收到申请，", count: 2_000)
        report.agency = String(repeating: "岚", count: 100_000) + "局"
        let many = 0..<50_000 / Self.scale
        report.statements = many.map { index in
            Statement(
                matter: Statement.Matter.allCases[index % Statement.Matter.allCases.count], number: index + 100,
                unit: "件",
                time: .reportYear, scope: .unmarked, sentence: sentence, section: .requests)
        }
        report.breakdowns = many.map {
            Breakdown(total: $0, parts: [$0, 1], unit: "件", sentence: sentence, section: .overview)
        }
        report.rates = many.map { _ in
            Rate(percent: "1", part: 1, whole: 2, sentence: sentence, section: .overview)
        }
        report.headings += many.map { Heading(section: .overview, marker: "\($0)、", title: "某某\($0)") }
        report.outdatedLabels = many.map { "旧\($0)" }
        #expect(Rulebook.findings(in: report).count < 400)
    }

    @Test func `near-copies of long texts are found`() {
        var (report, context) = (Report.clean, Context())
        let text = (0..<300_000 / Self.scale).map { String(UnicodeScalar(0x4E00 + UInt32($0 * 7 % 20_000)) ?? "甲") }
            .joined()
        report.passages[.overview] = [text]
        context.others = (0..<3).map { OtherText(agency: "某局\($0)", section: .overview, paragraphs: [text, "\($0)"]) }
        #expect(Rulebook.findings(in: report, knowing: context).contains { $0.rule == "near-copy" })
    }
}
