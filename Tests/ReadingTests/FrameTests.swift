import Documents
import Extraction
import ReaderInterface
import Reading
import Reports
import Testing

@Suite struct FrameTests {
    private func read(_ text: String) throws -> Report {
        try Reader.report(in: Extractor.extract(Array(text.utf8), limits: Limits()).document)
    }

    /// Six sections under the official headings, with changes made to the lines.
    private func sections(_ changes: [Section: String] = [:]) -> String {
        Section.allCases.map { "\(changes[$0] ?? $0.heading)\n第\($0.rawValue)部分的文字，说明有关情况。" }.joined(separator: "\n")
    }

    @Test(arguments: [
        ("青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局", 2024),
        ("青岚市水利局 ２０２４ 年度政府信息公开年度报告", "青岚市水利局", 2024),
        ("2024年度青岚市水利局\n政府信息公开工作年度报告", "青岚市水利局", 2024),
        ("青岚市水利局\n2024年政府信息公开工作年度报告", "青岚市水利局", 2024),
        ("青岚市水利局\n二〇二四年\n政府信息公开工作年度报告", "青岚市水利局", 2024),
        ("青岚市人民政府2024年政府信息公开工作年度报告（全文）", "青岚市人民政府", 2024),
        ("关于青岚市水利局2024年政府信息公开工作的年度报告", "青岚市水利局", 2024),
        ("首页\n青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局", 2024),
        ("青岚市第6中学2024年政府信息公开工作年度报告", "青岚市第6中学", 2024),
        ("青岚市第12中学\n2024年政府信息公开工作年度报告", "青岚市第12中学", 2024),
        ("2024年青岚市第３人民医院政府信息公开工作年度报告", "青岚市第3人民医院", 2024),
    ])
    func `the title names the body and the year`(lines: String, agency: String, year: Int) throws {
        let report = try read(lines + "\n\n" + sections())
        #expect(report.title?.agency == agency)
        #expect(report.title?.year == year)
        #expect(report.agency == agency)
        #expect(report.year == year)
    }

    @Test(arguments: [
        ("青岚市水利局2024年政府信息公开工作年度报告\n\n根据条例第五十条规定，编制本报告。", true),
        ("青岚市水利局2024年政府信息公开工作年度报告\n一、总体情况\n全年主动公开政府信息20条。", true),
        ("一、总体情况\n全年主动公开政府信息20条。", true),
        ("关于召开会议的通知\n\n一、会议时间\n1月20日上午。\n二、参加人员\n各单位负责人。", false),
        ("年报见附件。", false),
    ])
    func `a text that breaks off before the tables begins as a report`(text: String, isOne: Bool) throws {
        let document = try Extractor.extract(Array(text.utf8), limits: Limits()).document
        #expect(throws: Unreadable.self) { try Reader.report(in: document) }
        #expect(Reader.isBeginning(document) == isOne)
    }

    @Test func `without a title the text says who reports, on which year`() throws {
        let report = try read(
            """
            一、总体情况
            2024年，北屏工业园区管委会认真推行政务公开工作。园区管委会在网站上公开了领导成员信息。
            二、主动公开政府信息情况
            2024年，北屏工业园区管委会印发了四项制度。
            三、收到和处理政府信息公开申请情况
            园区管委会未收到申请。
            主办单位：北屏区人民政府
            """)
        #expect(report.title == nil)
        #expect(report.agency == "北屏工业园区管委会")
        #expect(report.year == 2024)
    }

    @Test(arguments: [
        ("二、主动公开政府信息情况", "二、", "主动公开政府信息情况"),
        ("2、 主动公开政府信息情况", "2、", "主动公开政府信息情况"),
        ("二．行政机关主动公开政府信息情况", "二．", "行政机关主动公开政府信息情况"),
        ("二、主动公开情况", "二、", "主动公开情况"),
        ("主动公开政府信息情况", "", "主动公开政府信息情况"),
        ("二 主动公开政府信息情况：", "二", "主动公开政府信息情况"),
    ])
    func `a heading is known by its title and its number`(line: String, marker: String, title: String) throws {
        let report = try read(sections([.disclosure: line]))
        #expect(report.headings.map(\.section) == Section.allCases)
        #expect(report.heading(of: .disclosure) == Heading(section: .disclosure, marker: marker, title: title))
        #expect(report.passages[.disclosure] == ["第2部分的文字，说明有关情况。"])
    }

    @Test func `a section under another title is known by its number and its neighbours`() throws {
        let report = try read(sections([.problems: "五、下一步工作打算"]))
        #expect(report.heading(of: .problems)?.title == "下一步工作打算")
        #expect(report.passages[.problems]?.count == 1)
    }

    @Test func `items of a list are no headings`() throws {
        let list = "一、加强培训，提高认识。\n二、拓宽渠道\n三、强化督查\n（一）主动公开政府信息情况\n1、总体情况"
        let report = try read(sections().replacing("第5部分的文字，说明有关情况。", with: list))
        #expect(report.headings.count == 6)
        #expect(report.passages[.problems]?.count == 5)
    }

    @Test func `sections numbered in brackets are sections, parts of the first one are not`() throws {
        let bracketed = Dictionary(uniqueKeysWithValues: Section.allCases.map { ($0, "（\($0.numeral)）\($0.title)") })
        let report = try read(sections(bracketed))
        #expect(report.headings.map(\.section) == Section.allCases)
        #expect(report.headings.map(\.marker) == Section.allCases.map { "（\($0.numeral)）" })

        let parts = "（一）总体情况\n（二）主动公开政府信息情况\n文字。"
        let usual = try read(sections().replacing("第1部分的文字，说明有关情况。", with: parts))
        #expect(usual.headings.map(\.marker) == Section.allCases.map { "\($0.numeral)、" })
        #expect(usual.passages[.overview]?.count == 3)
    }

    @Test func `a table of contents is not the report`() throws {
        let contents = Section.allCases.map { "\($0.heading)……\($0.rawValue)" }.joined(separator: "\n")
        let report = try read("目录\n" + contents + "\n" + sections())
        #expect(report.headings.map(\.title) == Section.allCases.map(\.title))
        for section in Section.allCases { #expect(report.passages[section]?.count == 1) }
    }

    @Test func `a heading with its text in the same paragraph is parted from it`() throws {
        let report = try read(sections([.problems: "五、存在的主要问题及改进情况。一是目录更新不够及时；二是解读形式单一，今后将改进。"]))
        #expect(report.heading(of: .problems)?.title == "存在的主要问题及改进情况")
        #expect(report.passages[.problems]?.first?.hasPrefix("一是目录") == true)
    }

    @Test func `a section that is not there has no heading`() throws {
        let report = try read(sections().replacing("四、政府信息公开行政复议、行政诉讼情况\n", with: ""))
        #expect(report.heading(of: .review) == nil)
        #expect(report.headings.count == 5)
    }

    @Test func `the period is read from the sentence on the figures`() throws {
        let period = try read("本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。\n" + sections()).period
        #expect(period?.first == Period.Day(year: 2023, month: 1, day: 1))
        #expect(period?.last == Period.Day(year: 2023, month: 12, day: 31))
        #expect(try read("会议于2023年1月1日至2023年2月3日召开。\n" + sections()).period == nil)
    }

    @Test func `what is no report is said to be none`() throws {
        let letter = "关于报送2024年政府信息公开工作年度报告的函\n市政务公开办：\n现将我局年度报告随函报送，请予审核。\n青岚市水利局"
        #expect(throws: Unreadable.self) { try read(letter) }
    }
}
