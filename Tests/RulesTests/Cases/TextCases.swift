import Reports
import Rules

extension RuleCases {
    static let texts: [RuleCase] = [
        .breaks("fee-statement-missing", at: "section/6", when: "silent on fees") {
            $0.write("本年度没有其他需要报告的事项。", in: .other)
        },
        .keeps("fee-statement-missing", "any fees") { $0.write("未收取涉及公开申请的任何费用。", in: .other) },

        .breaks(
            "superseded-citation", at: "section/6", facts: ["found": .text("公开办函〔2019〕60号")], when: "the form of 2019"
        ) {
            $0.write("按照国办公开办函〔2019〕60号要求编制，未收取信息处理费。", in: .other)
        },
        .breaks("superseded-citation", at: "section/1", when: "a wrong number") {
            $0.write("按照《政府信息公开工作年度报告格式》（国办公开办函[2019]30号）编制。", in: .overview)
        },
        .keeps("superseded-citation", "the form in force") {
            $0.write("按照《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。", in: .overview)
        },
        .keeps("superseded-citation", "another document") {
            $0.write("按照国办函〔2020〕109号，未收取信息处理费。", in: .other)
        },

        .breaks("problems-thin", at: "section/5", facts: ["found": .text("存在的问题")], when: "no problem") {
            $0.write("我局将加强业务培训，提升公开质量和水平。", in: .problems)
        },
        .keeps("problems-thin", "a problem and a measure"),

        .breaks("placeholder-left", at: "section/3", facts: ["found": .text("必要文字表述")], when: "the template's words") {
            $0.write("必要文字表述。", in: .requests)
        },
        .breaks("placeholder-left", at: "section/6", facts: ["found": .text("XX年")], when: "no year") {
            $0.write("XX年，我局未收取信息处理费。", in: .other)
        },
        .keeps("placeholder-left", "an applicant told to fill in a form") {
            $0.write("申请时请填写申请表；栏目内容有待补充。", in: .overview)
        },
        .keeps("placeholder-left", "the address of a site") {
            $0.write("见http://sl.example.gov.cn/xxgk/年度报告，电话0512-65XXXX，未收费用。", in: .other)
        },

        .breaks(
            "personal-information", at: "section/6", facts: ["found": .text("110*************11")],
            when: "an identity card"
        ) {
            $0.write("申请人身份证号110105194912310011，未收费用。", in: .other)
        },
        .breaks("personal-information", at: "section/6", when: "a mobile number beside a name") {
            $0.write("张某某女士（13800138000）来电咨询，未收费用。", in: .other)
        },
        .breaks("personal-information", at: "section/6", when: "a bank card") {
            $0.write("退费银行卡号6222020200112230，未收费用。", in: .other)
        },
        .keeps("personal-information", "a wrong check digit") {
            $0.write("备案编号110105194912310016，未收费用。", in: .other)
        },
        .keeps("personal-information", "an office's number") {
            $0.write("监督电话0512-65220011、13800138000，未收费用。", in: .other)
        },

        .breaks("secrecy-marking", at: "file", facts: ["found": .text("秘密★")], when: "a marking") {
            $0.preamble.insert("秘 密★1年", at: 0)
        },
        .breaks("secrecy-marking", at: "file", facts: ["found": .text("内部资料")], when: "internal") {
            $0.preamble.insert("内部资料  注意保存", at: 0)
        },
        .keeps("secrecy-marking", "secrecy spoken of") { $0.preamble.append("落实保密审查，不公开秘密和内部资料。") },

        .breaks("residue", at: "section/5", facts: ["found": .text("[bookmark: _GoBack]")], when: "a bookmark") {
            $0.passages[.problems]?.insert("[bookmark: _GoBack]2024年，", at: 0)
        },
        .breaks("residue", at: "section/6", facts: ["found": .text("首页 | 网站声明")], when: "the foot of a page") {
            $0.passages[.other]?.append("首页 | 网站声明 | 使用帮助")
        },
        .breaks("residue", at: "section/1", facts: ["found": .text("-3-")], when: "a page number") {
            $0.passages[.overview]?.append("- 3 -")
        },
        .keeps("residue", "a site spoken of") { $0.passages[.other]?.append("网站首页开设了专栏。") },
    ]
}
