import Reports
import Rules

extension RuleCases {
    static let sections: [RuleCase] = [
        .breaks("section-missing", at: "section/5", when: "no section five") { $0.headings.remove(at: 4) },
        .keeps("section-missing", "all six"),

        .breaks("section-title", at: "section/3", facts: ["found": .text("收到和处理政府信息公开情况")], when: "a word left out") {
            $0.headings[2].title = "收到和处理政府信息公开情况"
        },
        .keeps("section-title", "the long title of the form's body text") {
            $0.headings[3].title = "因政府信息公开工作被申请行政复议、提起行政诉讼情况"
        },
        .keeps("section-title", "other punctuation") { $0.headings[3].title = "政府信息公开行政复议，行政诉讼情况：" },

        .breaks("section-numbering", at: "section/2", facts: ["found": .text("2、")], when: "Arabic for Chinese") {
            $0.headings[1].marker = "2、"
        },
        .breaks("section-numbering", at: "section/4", when: "a number twice") { $0.headings[3].marker = "三、" },
        .breaks("section-numbering", at: "section/6", facts: ["found": .text("无")], when: "no number") {
            $0.headings[5].marker = ""
        },
        .keeps("section-numbering", "another stop behind the number") { $0.headings[1].marker = "二．" },

        .breaks("section-order", at: "section/3", when: "four before three") { $0.headings.swapAt(2, 3) },
        .keeps("section-order", "a section left out") { $0.headings.remove(at: 2) },

        .breaks("section-empty", at: "section/5", when: "nothing in section five") { $0.passages[.problems] = nil },
        .breaks("section-empty", at: "section/6", when: "only 无") { $0.write("无。", in: .other) },
        .breaks("section-empty", at: "section/6", when: "only 无 above signature and day") {
            $0.signature = "青禾市水利局"
            $0.passages[.other] = ["无。", "青禾市水利局", "2025年1月15日"]
        },
        .breaks("section-empty", at: "section/6", when: "only 无 above links and files of a page") {
            $0.passages[.other] = ["无。", "附件列表", "1.年报.pdf", "年报.docx（123KB）", "【打印】【关闭】", "我要纠错 | 打印", "点击下载：年报.wps"]
        },
        .keeps("section-empty", "a table that stands elsewhere") {
            $0.passages[.review] = nil
            $0.review?.section = .requests
        },
        .keeps("section-empty", "a section that is not there at all") {
            $0.headings.remove(at: 4)
            $0.passages[.problems] = nil
        },

        .breaks("overview-aspect-missing", at: "section/1", when: "nothing on supervision") {
            $0.write("主动公开、依申请公开、政府信息管理和平台建设情况。", in: .overview)
        },
        .keeps("overview-aspect-missing", "all five"),

        .breaks("overview-long", at: "section/1", facts: ["found": .number(1_001)], when: "1,001 characters") {
            $0.write(String(repeating: "字", count: 1_001), in: .overview)
        },
        .keeps("overview-long", "1,000 characters and spaces") {
            $0.write(String(repeating: "字 ", count: 1_000), in: .overview)
        },
    ]
}
