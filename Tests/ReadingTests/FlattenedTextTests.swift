import Documents
import Fixtures
import Reading
import Reports
import Testing

/// Reports whose text lost its lines, in whole or section by section: title and headings are found, the tables are there and unread.
@Suite struct FlattenedTextTests {
    private static let title = "苍岭县林业局2024年政府信息公开工作年度报告"
    private static let sections = [
        "一、总体情况（一）主动公开。及时更新目录。（二）依申请公开。收到政府信息公开申请6件。",
        "二、主动公开政府信息情况 第二十条第（一）项 信息内容 本年制发件数 本年废止件数 现行有效件数 规章 0 0 0 行政规范性文件 1 0 9 第二十条第（五）项 "
            + "信息内容 本年处理决定数量 行政许可 12 第二十条第（六）项 信息内容 本年处理决定数量 行政处罚 3 行政强制 0 第二十条第（八）项 信息内容 "
            + "本年收费金额（单位：万元） 行政事业性收费 0",
        "三、收到和处理政府信息公开申请情况 （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） 申请人情况 自然人 法人或其他组织 总计 商业企业 "
            + "科研机构 社会公益组织 法律服务机构 其他 "
            + RequestRow.allCases.map { "\($0.label) 5 1 0 0 0 0 6" }.joined(separator: " "),
        "四、政府信息公开行政复议、行政诉讼情况 行政复议 行政诉讼 结果维持 结果纠正 其他结果 尚未审结 总计 未经复议直接起诉 复议后起诉 结果维持 结果纠正 其他结果 "
            + "尚未审结 总计 结果维持 结果纠正 其他结果 尚未审结 总计 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0",
        "五、存在的主要问题及改进情况 解读材料偏少，将配发图解。", "六、其他需要报告的事项 2024年度没有收取信息处理费。",
    ]

    private static func compact(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    private static let layouts = [
        [title, sections.joined(separator: " ")], [title, compact(sections.joined())],
        [title + compact(sections.joined())],
        [([title] + sections).joined(separator: " ")], [title] + sections, [title] + sections.map(compact),
    ]

    @Test(arguments: layouts)
    func `title and headings are found, the tables are unread`(paragraphs: [String]) throws {
        let report = try Reader.report(in: Document(blocks: paragraphs.map(Block.paragraph)))
        #expect(report.isFlattened)
        #expect(report.title?.agency == "苍岭县林业局")
        #expect(report.year == 2024)
        #expect(report.headings.map(\.section) == Section.allCases)
        #expect(DisclosureRow.allCases.allSatisfy { row in report.disclosure?[row].map { $0.cells == nil } ?? false })
        #expect(RequestRow.allCases.allSatisfy { row in report.requests?[row].map { $0.cells == nil } ?? false })
        #expect(ReviewBlock.allCases.allSatisfy { row in report.review?[row].map { $0.cells == nil } ?? false })
    }
}
