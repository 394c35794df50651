import Reading
import Reports
import Testing

/// A sentence with its totals and their parts, `12=5+7` each.
struct BreakdownCase: Sendable, CustomTestStringConvertible {
    let sentence: String
    let breakdowns: [String]

    init(_ sentence: String, _ breakdowns: String...) {
        self.sentence = sentence
        self.breakdowns = breakdowns
    }

    var testDescription: String { sentence }

    /// What is read from the sentence.
    var read: [String] {
        var report = Report()
        report.passages[.overview] = [sentence]
        Prose.read(&report)
        return report.breakdowns.map { "\($0.total)=\($0.parts.map(String.init).joined(separator: "+"))" }
    }
}

@Suite("Totals with their parts")
struct BreakdownTests {
    @Test(arguments: [
        BreakdownCase("发布信息20条，其中文件7条、动态13条。", "20=7+13"),
        BreakdownCase("发布信息20条，其中，文件7条，通过图解公开；动态13条。", "20=7+13"),
        BreakdownCase("发布信息20条，其中“甲”7条，“乙”1条，“丙”1条，“丁”2条，“戊”5条，“己”4条，“庚”1条。", "20=7+1+1+2+5+4+1"),
        BreakdownCase("文件、动态分别为7条和13条，共20条。"),
        BreakdownCase("发布信息20条：文件7条，动态12条。", "20=7+12"),
        BreakdownCase("办理建议7件（独办件2件，会办件5件）；提案12件（独办件2件，会办件10件）。", "7=2+5", "12=2+10"),
    ]) func `parts that claim to be complete`(breakdown: BreakdownCase) {
        #expect(breakdown.read == breakdown.breakdowns)
    }

    @Test(arguments: [
        BreakdownCase(
            "公开信息60条，通过网站公开信息40条，其中，动态30条、概况4条、目录6条；通过报纸发布信息5条；通过微信公开信息15条。",
            "60=40+5+15", "40=30+4+6"),
        BreakdownCase("行政复议35件，其中维持20件，纠正15件；行政诉讼9件，其中维持4件，纠正5件。", "35=20+15", "9=4+5"),
    ]) func `parts of parts, each once`(breakdown: BreakdownCase) {
        #expect(breakdown.read == breakdown.breakdowns)
    }

    @Test(arguments: [
        BreakdownCase("发布信息20条，包括文件7条、动态3条等。"),
        BreakdownCase("发布信息20条，其中文件7条、动态3条等。"),
        BreakdownCase("发布信息500条，其中解读20条、图解5条。"),
        BreakdownCase("发布信息500余条，其中解读20条、图解5条。"),
        BreakdownCase("发布信息9223372036854775807条，其中文件9223372036854775807条、动态9223372036854775807条。"),
        BreakdownCase("发布信息20条，其中文件7条。"),
        BreakdownCase("发布信息20条，其中文件7条、动态3条，转发信息30条。"),
        BreakdownCase("发布信息20条，比上年增加3条。"),
        BreakdownCase("收到公开申请20件，开展培训7次、会议13场。"),
    ]) func `examples, other measures and differences are no parts`(breakdown: BreakdownCase) {
        #expect(breakdown.read == breakdown.breakdowns)
    }
}
