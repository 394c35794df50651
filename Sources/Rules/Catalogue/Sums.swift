import Reports

extension Catalogue {
    /// The identities of the tables.
    static let sums: [Rule] = [
        Rule(
            "table3-row-total", .error, source: "\(form)，表三",
            finds: "表三一行前六栏之和不等于总计栏",
            message: "{at}：前六栏之和为 {sum}，总计栏为 {stated}。",
            fix: "请核对这一行各栏，使前六栏之和等于总计。",
            explanation: .table3RowTotal,
            check: .requestsRowTotals),
        Rule(
            "table3-results-total", .error, source: "\(form)，表三",
            finds: "表三一栏的各项办理结果之和不等于（七）总计",
            message: "{at}：各项办理结果之和为 {sum}，“（七）总计”行为 {stated}。",
            fix: "请核对这一栏的办理结果，使各项之和等于“（七）总计”。",
            explanation: .table3ResultsTotal,
            check: .requestsResultTotals),
        Rule(
            "table3-balance", .error, source: "\(form)，表三所印勾稽关系",
            finds: "表三一栏的第一项加第二项不等于第三项加第四项",
            message: "{at}：第一项加第二项为 {left}，第三项总计加第四项为 {right}，两者应当相等。",
            fix: "请核对这一栏的新收、上年结转、办理结果总计和结转下年度四个数。",
            explanation: .table3Balance,
            check: .balance(left: [.received, .carriedIn], right: [.total, .carriedOut])),
        Rule(
            "table4-total", .error, source: "\(form)，表四",
            finds: "表四一组的四种结果之和不等于总计",
            message: "{at}：四种结果之和为 {sum}，总计为 {stated}。",
            fix: "请核对这一组各栏，使结果维持、结果纠正、其他结果、尚未审结之和等于总计。",
            explanation: .table4Total,
            check: .reviewTotals),
    ]
}
