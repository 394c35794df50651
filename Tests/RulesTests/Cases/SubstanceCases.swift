import Reports
import Rules

extension RuleCases {
    static let substance: [RuleCase] =
        ["青禾市水利局", "青禾工业园区管委会", "青禾县人民政府", "青禾市柳林镇人民政府", "南湖街道办事处", "青禾区人民政府办公室"].map { agency in
            .breaks(
                "rule-making-power", at: "disclosure/rules", facts: ["found": .numbers([4, 0, 9])],
                when: "\(agency) makes rules"
            ) { $0.makeRules(as: agency) }
        }
        + ["青禾市人民政府", "青禾省人民政府", "青禾自治州人民政府", "青禾自治区人民政府", "国家水利总局", "青禾市人民政府办公室"].map { agency in
            .keeps("rule-making-power", "\(agency) may, as far as its name tells") { $0.makeRules(as: agency) }
        }
        + [
            .keeps("rule-making-power", "a bureau without rules"),
            .breaks("fee-unit", at: "disclosure/fees_10k_yuan", when: "a bureau with more than 500 million") {
                $0.disclosure?.rows[.fees]?.cells = [.amount("125000.00")]
            },
            .keeps("fee-unit", "a city's fees") {
                $0.agency = "青禾市人民政府"
                $0.disclosure?.rows[.fees]?.cells = [.amount("96171.6")]
            },
        ]
}

extension Report {
    fileprivate mutating func makeRules(as agency: String) {
        self.agency = agency
        disclosure?.rows[.rules] = .numbers([4, 0, 9], label: "规章")
    }
}
