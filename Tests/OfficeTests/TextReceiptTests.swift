import Reports
import Rules
import Testing

@testable import Office

@Suite struct `The receipt for a terminal` {
    @Test func `of a clean report is two lines`() {
        #expect(TextReceipt.text(for: Samples.result()) == "财政局.txt\n  清河县财政局　2024 年度　✓ 合格\n")
    }

    @Test func `lists the findings by weight, numbered through`() {
        #expect(
            TextReceipt.text(
                for: Samples.result(
                    .returned,
                    findings: [
                        Samples.finding("section-title", .warning, at: .section(.requests), message: "标题与规定的不同"),
                        Samples.finding(
                            "table3-row-total", at: .requests(.received), message: "前六栏之和为 1，总计栏为 2。",
                            excerpt: "1\t2"),
                    ]))
                    == """
                    财政局.txt
                      清河县财政局　2024 年度　✗ 退回修改

                      须改正（1 处）
                       1. 表三“一、本年新收政府信息公开申请数量”行：前六栏之和为 1，总计栏为 2。
                          改法：请核对原始台账后改正。
                          原文：1  2
                          依据：国办公开办函〔2021〕30号

                      请核实（1 处）
                       2. 第三部分“收到和处理政府信息公开申请情况”：标题与规定的不同
                          改法：请核对原始台账后改正。
                          依据：国办公开办函〔2021〕30号

                    """)
    }

    @Test func `says the place once, quotes line by line and leaves out a source that is a dash`() {
        var finding = Samples.finding(
            "unreadable-damaged", at: .file, message: "文件打不开。", excerpt: "第一行\n第二行")
        finding.source = "—"
        let text = TextReceipt.text(for: Samples.result(.unreadable, findings: [finding]))
        #expect(
            text.hasSuffix(
                """
                   1. 文件打不开。
                      改法：请核对原始台账后改正。
                      原文：第一行
                            第二行

                """))
    }

    @Test func `breaks lines by the width of Chinese characters and begins none with a comma`() {
        let words = String(repeating: "年报", count: 10) + "，" + String(repeating: "公开", count: 10)
        let lines = words.wrapped(to: 40)
        #expect(lines == [String(repeating: "年报", count: 10) + "，", String(repeating: "公开", count: 10)])
        #expect("年报ab".columns == 6)
    }

    @Test func `shows colours only where they are wanted`() {
        #expect(!TextReceipt.text(for: Samples.contradictory).contains("\u{1B}"))
        let coloured = TextReceipt.text(for: Samples.contradictory, style: TextStyle(colour: true, width: 80))
        #expect(coloured.contains("\u{1B}[1;31m✗ 退回修改\u{1B}[0m"))
    }

    @Test func `lets nothing from a file steer the terminal`() {
        var result = Samples.result()
        result.file = "a\u{1B}[2Jb\u{202E}c\nd"
        #expect(TextReceipt.text(for: result).hasPrefix("a\\u{1b}[2Jb\\u{202e}c ↵ d\n"))
    }

    @Test func `ends with the number of reports by verdict`() {
        #expect(TextReceipt.summary(of: [.accepted, .returned, .accepted]) == "共 3 份：合格 2，退回修改 1\n")
        #expect(TextReceipt.summary(of: [.accepted], unread: 1) == "共 2 份：合格 1，读不到 1\n")
    }
}
