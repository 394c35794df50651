import Reports

extension Catalogue {
    /// Sentences against themselves.
    static let statements: [Rule] = [
        Rule(
            "narrative-breakdown", .warning, source: form,
            finds: "一句话中的总数与所列各项之和不一致",
            message: "{at}有一句话：总数为 {stated}，所列各项之和为 {sum}。",
            fix: "请核对总数与各项；所列各项不是全部的，请写明“包括……等”。",
            explanation: .narrativeBreakdown,
            check: .report { report in
                report.breakdowns.compactMap { breakdown in
                    guard let sum = Count.sum(breakdown.parts), sum != breakdown.total else { return nil }
                    return Hit(
                        at: .section(breakdown.section),
                        excerpt: breakdown.sentence[...],
                        around: "\(breakdown.total)\(breakdown.unit)",
                        facts: ["stated": .number(breakdown.total), "sum": .number(sum)])
                }
            }),
        Rule(
            "narrative-percentage", .warning, source: form,
            finds: "比率与同一句话中的两个数不相符",
            message: "{at}有一句话写的比率为 {stated}%，按所列 {whole} 和 {part} 计算约为 {found}%。",
            fix: "请核对比率和两个数。",
            explanation: .narrativePercentage,
            check: .report { $0.rates.compactMap(RateCheck.hit) }),
    ]
}
