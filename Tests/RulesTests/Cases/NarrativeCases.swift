import Reports
import Rules

extension RuleCases {
    static let narrative: [RuleCase] = [
        .breaks(
            "narrative-requests", at: "section/1", facts: ["stated": .number(11), "table": .number(12)],
            when: "received one less"
        ) { $0.write("2024年，我局共收到政府信息公开申请11件。", in: .overview) },
        .breaks("narrative-requests", at: "section/3", facts: ["stated": .number(0)], when: "none received") {
            $0.write("2024年，我局未收到政府信息公开申请。", in: .requests)
        },
        .keeps("narrative-requests", "last year's number") { $0.write("上年度共收到申请9件。", in: .overview) },
        .keeps("narrative-requests", "proposals are no requests") {
            $0.write("全年收到公开申请12件，办理提案7件。", in: .overview)
        },
        .keeps("narrative-requests", "the whole city is not the bureau") {
            $0.write("2024年，全市共收到政府信息公开申请95件。", in: .overview)
        },
        .breaks("narrative-requests", at: "section/1", when: "a government's whole district") {
            $0.agency = "青禾区人民政府"
            $0.write("2024年，全区共受理政府信息公开申请95件。", in: .overview)
        },
        .keeps("narrative-requests", "a government's office is not its district") {
            $0.agency = "青禾区人民政府"
            $0.write("区政府办代表区政府受理政府信息公开申请7件。", in: .overview)
        },
        .keeps("narrative-requests", "received and carried in together") {
            $0.write("全年收办政府信息公开申请13件。", in: .overview)
        },
        .keeps("narrative-requests", "the number by channels") {
            $0.write("收到网上公开申请7件，收到当面公开申请5件。", in: .overview)
        },

        .breaks(
            "narrative-results", at: "section/3", facts: ["stated": .number(8), "table": .number(9)], when: "granted"
        ) {
            $0.write("收到公开申请12件，其中予以公开8件。", in: .requests)
        },
        .keeps("narrative-results", "the table's numbers") {
            $0.write("收到公开申请12件，予以公开9件，不予公开2件，无法提供1件。", in: .requests)
        },

        .breaks("narrative-reconsideration", at: "section/4", facts: ["stated": .number(2)], when: "one case less") {
            $0.write("2024年，因政府信息公开被申请行政复议2件。", in: .review)
        },
        .breaks(
            "narrative-reconsideration", at: "section/4", facts: ["stated": .number(2), "table": .number(1)],
            when: "one more upheld"
        ) {
            $0.write("因政府信息公开被申请行政复议3件，其中维持2件。", in: .review)
        },
        .keeps("narrative-reconsideration", "only those on record") {
            $0.write("备案政府信息公开行政复议案件2件。", in: .review)
        },
        .breaks(
            "narrative-litigation", at: "section/4", facts: ["stated": .number(0), "table": .number(1)], when: "no suit"
        ) {
            $0.write("2024年，我局没有发生政府信息公开行政诉讼。", in: .review)
        },
        .keeps("narrative-litigation", "the table's number") {
            $0.write("被提起行政诉讼1起。", in: .review)
        },

        .breaks(
            "narrative-normative-documents", at: "section/2", facts: ["stated": .number(3)], when: "one more issued"
        ) {
            $0.write("2024年，我局制发行政规范性文件3件，废止1件，现行有效9件。", in: .disclosure)
        },
        .keeps("narrative-normative-documents", "published is not issued") {
            $0.write("公开规范性文件5件。", in: .disclosure)
        },
        .breaks("narrative-decisions", at: "section/2", facts: ["stated": .number(49)], when: "one licence less") {
            $0.write("作出行政许可决定49件。", in: .disclosure)
        },
        .keeps("narrative-decisions", "items are no decisions") { $0.write("公开行政许可事项12项。", in: .disclosure) },

        .breaks(
            "narrative-breakdown", at: "section/2", facts: ["stated": .number(20), "sum": .number(21)], when: "parts"
        ) {
            $0.write("发布信息20条，其中文件类8条，动态类13条。", in: .disclosure)
        },
        .keeps("narrative-breakdown", "examples are not all of it") {
            $0.write("发布信息20条，包括文件类8条，动态类3条等。", in: .disclosure)
        },

        .breaks("narrative-percentage", at: "section/3", facts: ["stated": .text("100")], when: "all, yet one is open")
        {
            $0.write("收到公开申请12件，办结11件，办结率100%。", in: .requests)
        },
        .keeps("narrative-percentage", "rounded") { $0.write("收到公开申请12件，办结11件，办结率91.7%。", in: .requests) },
        .keeps("narrative-percentage", "handled in time is another number") {
            $0.write("收到公开申请12件，办结11件，按时办结率100%。", in: .requests)
        },
    ]
}
