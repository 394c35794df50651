import Reports
import Rules

extension RuleCases {
    static let readings: [RuleCase] = [
        .breaks(
            "form-of-its-time", at: "file", facts: ["year": .number(2020)], when: "a report on 2020 in the form of 2019"
        ) {
            $0.year = 2020
            $0.outdatedLabels = ["本年新制作数量"]
        },
        .keeps("form-of-its-time", "the same form for 2021") {
            $0.year = 2021
            $0.outdatedLabels = ["本年新制作数量"]
        },
        .keeps("form-outdated", "a report on 2019 in the form of its time") {
            $0.year = 2019
            $0.outdatedLabels = ["本年新制作数量"]
        },
        .keeps("table-row-missing", "a report on 2020 in the form of its time") {
            $0.year = 2020
            $0.outdatedLabels = ["本年新制作数量"]
            $0.leaveOtherUndivided()
        },
        .keeps("fee-statement-missing", "a report on 2020") {
            $0.year = 2020
            $0.passages[.other] = ["没有其他需要报告的事项。"]
        },

        .breaks("title-wording", at: "title", when: "a report on the work") {
            $0.title?.text = "青禾市水利局2024年政府信息公开工作报告"
        },
        .keeps("title-wording", "no 工作 in the title") { $0.title?.text = "青禾市水利局2024年政府信息公开年度报告" },

        .breaks("table-head", at: "disclosure", facts: ["found": .text("本年废纸件数")], when: "a misprint") {
            $0.headDeviations = [HeadDeviation(table: .disclosure, found: "本年废纸件数", official: "本年废止件数")]
        },
        .keeps("table-head", "the form's heads"),

        .breaks(
            "cell-note", at: "disclosure/normative_documents/2", facts: ["found": .text("1（其中失效1件）")],
            when: "a note in a cell"
        ) { $0.disclosure?.rows[.normativeDocuments]?.notes = [1: "1（其中失效1件）"] },
        .keeps("cell-note", "numbers alone"),

        .keeps("section-empty", "a short statement on fees") { $0.passages[.other] = ["信息公开处理费为零。"] },
        .breaks("section-empty", at: "section/6", facts: ["found": .text("无")], when: "the lines of a page below 无") {
            $0.passages[.other] = ["无。", "青禾市水利局办公室", "2025年1月20日", "附件下载", "打印本页"]
        },
        .breaks(
            "year-stale", at: "section/2", facts: ["found": .number(2023)],
            when: "the number of the year reported on under another"
        ) { $0.passages[.disclosure] = ["2024年主动公开政府信息61条。", "2023年，在主动公开的61条政府信息中，财政类信息10条。"] },
        .keeps("year-stale", "another year with numbers of its own") {
            $0.passages[.disclosure] = ["2024年主动公开政府信息61条。", "2023年，主动公开政府信息58条。"]
        },
    ]
}
