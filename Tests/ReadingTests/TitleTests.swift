import Documents
import Reading
import Reports
import Testing

/// What stands before the first section of a report, a block a line; cells side by side with bars between.
struct Opening: Sendable, CustomTestStringConvertible {
    let lines: [String]

    init(_ lines: String...) { self.init(lines: lines) }

    init(lines: [String]) { self.lines = lines }

    var testDescription: String { lines.joined(separator: " / ") }

    /// The report that begins so and is signed by a body, if by any.
    func report(signedBy signature: String? = nil) throws -> Report {
        let blocks: [Block] = lines.map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map { Table.Cell(String($0)) }
            return cells.count == 1 ? .paragraph(line) : .table(Table(rows: [cells]))
        }
        let sections = Section.allCases.flatMap { section in
            [Block.paragraph(section.heading), .paragraph("第\(section.rawValue)部分的文字，说明有关情况。")]
        }
        let foot = signature.map { [Block.paragraph($0), .paragraph("2025年1月20日")] } ?? []
        return try Reader.report(in: Document(blocks: blocks + sections + foot))
    }
}

@Suite("Who reports, on which year") struct TitleTests {
    @Test(arguments: [
        Opening("青岚市水利局2024年政府信息公开", "工作年度报告"),
        Opening("青岚市水利局2024年", "政府信息公开工作", "年度报告"),
        Opening("2024年青岚市水利局政府信息公开工作", "年度报告"),
        Opening("青岚市", "水利局", "2024年政府信息公开工作年度报告"),
        Opening("青 岚 市 水 利 局", "2024 年 政 府 信 息 公 开", "工 作 年 度 报 告"),
        Opening("青岚市水利局|2024年政府信息公开工作年度报告"),
        Opening("青岚市水利局政府信息公开工作年度报告", "（2024年）"),
        Opening("青岚市水利局政府信息公开工作年度报告（2024年度）"),
        Opening("青岚市水利局2024年度政府信息公开年报"),
        Opening("政府信息公开工作年度报告（2024年）", "青岚市水利局"),
        Opening("2024年政府信息公开工作年度报告（青岚市水利局）"),
        Opening("青岚市水利局关于2024年政府信息公开工作情况的报告"),
        Opening("关于公布青岚市水利局2024年政府信息公开工作年度报告"),
        Opening("青岚市水利局2024政府信息公开工作年度报告"),
        Opening("《青岚市水利局2024年政府信息公开工作年度报告》"),
    ])
    func `a title may be broken and put in any order`(opening: Opening) throws {
        let report = try opening.report()
        #expect(report.title != nil)
        #expect(report.agency == "青岚市水利局")
        #expect(report.year == 2024)
    }

    @Test(arguments: [
        Opening("名称|青岚市水利局2024年政府信息公开工作年度报告", "索引号|QL014/2025-2", "青岚市水利局2024年政府信息公开工作年度报告"),
        Opening("索引号|QL014|主题分类|政府信息公开年报", "青岚市水利局2024年政府信息公开工作年度报告"),
        Opening("首页 > 政务公开 > 年报 > 市直部门政府信息公开工作年度报告", "青岚市水利局2024年政府信息公开工作年度报告"),
        Opening("当前位置：首页>年报", "青岚市水利局2024年政府信息公开工作年度报告", "发布日期：2025-01-20 来源：市水利局"),
        Opening("标题：青岚市水利局2024年政府信息公开工作年度报告", "发布时间：2025-01-17　来源：市水利局"),
        Opening("青岚市人民政府门户网站", "政府信息公开年报", "青岚市水利局2024年政府信息公开工作年度报告"),
        Opening("青岚市水利局文件", "青水〔2025〕3号", "青岚市水利局", "2024年政府信息公开工作年度报告", "2025年1月20日"),
        Opening("政府信息公开", "青岚市水利局2024年政府信息公开工作年度报告", "【打印】【关闭】"),
        Opening("浏览次数：120", "字体：大 中 小", "青岚市水利局", "2024年政府信息公开工作年度报告"),
    ])
    func `what a page puts above the title is none of it`(opening: Opening) throws {
        let report = try opening.report()
        #expect(report.title?.text.hasSuffix("政府信息公开工作年度报告") == true)
        #expect(report.title?.text.contains("|") == false)
        #expect(report.agency == "青岚市水利局")
        #expect(report.year == 2024)
    }

    @Test(arguments: [
        ("市水利局2024年政府信息公开工作年度报告", "青岚市水利局", "青岚市水利局"),
        ("青岚市水利局2024年政府信息公开工作年度报告", "市水利局", "青岚市水利局"),
        ("市经信局2024年政府信息公开工作年度报告", "青岚市经济和信息化局", "青岚市经济和信息化局"),
        ("青岚市水利局2024年政府信息公开工作年度报告", "青岚市水利局办公室", "青岚市水利局"),
        ("青岚市水利局2024年政府信息公开工作年度报告", "青岚市林业局", "青岚市水利局"),
        ("2024年政府信息公开工作年度报告", "青岚市水利局", "青岚市水利局"),
    ])
    func `of a long and a short name of one body the long one counts`(title: String, signature: String, agency: String)
        throws
    {
        #expect(try Opening(title).report(signedBy: signature).agency == agency)
    }

    @Test func `a page that names who publishes helps where nothing else does`() throws {
        let opening = Opening("发布机构|青岚市水利局", "2024年政府信息公开工作年度报告")
        #expect(try opening.report().agency == "青岚市水利局")
    }

    @Test(arguments: ["关于报送2024年政府信息公开工作年度报告的函", "关于做好2024年政府信息公开工作年度报告编制工作的通知"])
    func `a letter about a report is no title`(line: String) throws {
        #expect(try Opening(line).report().title == nil)
    }
}
