import Reports
import Rules

extension RuleCases {
    static let identity: [RuleCase] = [
        .breaks("title-missing", at: "title", when: "no title") { $0.title = nil },
        .keeps("title-missing", "a title"),

        .breaks("agency-unclear", at: "title", when: "no body named anywhere") { $0.agency = nil },
        .breaks("agency-unclear", at: "title", when: "another body signs") { $0.signature = "青禾市财政局" },
        .keeps("agency-unclear", "an office of the body signs"),
        .keeps("agency-unclear", "the title has the short name") { $0.agency = "市水利局" },
        .keeps("agency-unclear", "nobody signs") { $0.signature = nil },

        .breaks("year-unclear", at: "title", when: "no year anywhere") { $0.year = nil },
        .breaks("year-unclear", at: "title", when: "a year that has not come") { $0.year = 9999 },
        .breaks("year-unclear", at: "title", when: "no year at all") { $0.year = 0 },
        .keeps("year-unclear", "the first year there was") { $0.year = 2008 },

        .breaks(
            "year-mismatch", at: "title", facts: ["title": .number(2023), "period": .number(2024)],
            when: "the title of last year"
        ) { $0.title?.year = 2023 },
        .keeps("year-mismatch", "a period that runs into the next year has a finding of its own") {
            $0.period?.last.year = 2025
        },
        .keeps("year-mismatch", "no period") { $0.period = nil },

        .breaks("period", at: "period", when: "the last day is 22 January") {
            $0.period?.last = Period.Day(year: 2025, month: 1, day: 22)
        },
        .breaks("period", at: "period", when: "the first day is 2 January") { $0.period?.first.day = 2 },
        .keeps("period", "the whole year"),

        .breaks("year-stale", at: "section/6", facts: ["found": .number(2023)], when: "last year's sentence") {
            $0.write("2023年，我局未收取信息处理费。", in: .other)
        },
        .breaks("year-stale", at: "section/2", when: "a year before the report's") {
            $0.write("截至2022年12月31日，我局公开了全部文件。", in: .disclosure)
        },
        .breaks("year-stale", at: "section/6", when: "last year's sentence of a province's department") {
            $0.write("2023年，我厅未收取信息处理费。", in: .other)
        },
        .breaks(
            "year-stale", at: "section/2", facts: ["found": .number(2023)],
            when: "another year's words on this year's number"
        ) {
            $0.write("2024年主动公开政府信息61条。", in: .overview)
            $0.write("在2023年主动公开的61条信息中，财政类10条。", in: .disclosure)
        },
        .keeps("year-stale", "what was published last year") { $0.write("2023年公开的目录仍然有效，未收费用。", in: .other) },
        .keeps("year-stale", "last year beside this one") {
            $0.write("2023年，我局公开了20条信息。2024年，我局公开了30条信息。", in: .disclosure)
        },
        .keeps("year-stale", "a plan for next year") { $0.write("2025年，我局将继续公开信息，不收费用。", in: .other) },
        .keeps("year-stale", "the number of a document") {
            $0.write("按照国办函〔2020〕109号文件，我局未收取信息处理费。", in: .other)
        },
        .keeps("year-stale", "last year's problems in section five") {
            $0.write("2023年，我局存在的问题已经整改。下一步加强培训。", in: .problems)
        },
        .keeps("year-stale", "a table of last year's figures spoken of") {
            $0.write("发布2023年工业经济运行情况，未收费用。", in: .other)
        },
    ]
}
