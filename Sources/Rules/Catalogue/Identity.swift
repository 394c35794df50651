import Reports

extension Catalogue {
    /// Who reports, on which year, over which period.
    static let identity: [Rule] = [
        Rule(
            "title-missing", .warning, source: form,
            finds: "没有标题",
            message: "正文之前没有找到标题。",
            fix: "请在正文之前写明标题，例如“某某局 2024 年政府信息公开工作年度报告”。",
            explanation: .titleMissing,
            check: .report { $0.title == nil ? [Hit(at: .title)] : [] }),
        Rule(
            "agency-unclear", .warning, source: article50,
            finds: "看不出报告的机关，或落款与标题不是同一机关",
            message: "{found}。",
            fix: "请在标题写明机关全称，并使落款与标题一致。",
            explanation: .agencyUnclear,
            check: .report(IdentityChecks.agency)),
        Rule(
            "year-unclear", .error, source: form,
            finds: "看不出报告的年度，或年度不可能",
            message: "{found}。",
            fix: "请在标题写明报告的年度，例如“某某局 2024 年政府信息公开工作年度报告”。",
            explanation: .yearUnclear,
            check: .report(IdentityChecks.year)),
        Rule(
            "year-mismatch", .error, source: form,
            finds: "标题的年度与统计期限的年度不一致",
            message: "标题写的是 {title} 年，统计期限写的是 {period} 年。",
            fix: "请核对报告的年度，使标题与统计期限一致。",
            explanation: .yearMismatch,
            check: .report(IdentityChecks.years)),
        Rule(
            "period", .error, source: "\(form)第一条第（二）项",
            finds: "统计期限不是 1 月 1 日至 12 月 31 日",
            message: "统计期限写作“{found}”，应为当年 1 月 1 日至 12 月 31 日。",
            fix: "请按 1 月 1 日至 12 月 31 日统计，并改正统计期限。",
            explanation: .period,
            check: .report(IdentityChecks.period)),
        Rule(
            "year-stale", .warning, source: form,
            finds: "某一部分把别的年份当作报告年度来写",
            message: "{at}写的是 {found} 年的情况，报告年度为 {title} 年。",
            fix: "请核对这一部分是否沿用了往年的文字，改为报告年度的情况。",
            explanation: .yearStale,
            check: .report(StaleYear.hits)),
    ]
}
