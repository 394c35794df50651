import Reports

extension Catalogue {
    /// Sentences against the tables. A sentence may count something else, so all of these are for a person to look at.
    static let narrative: [Rule] = [
        narrative(
            "narrative-requests", finds: "文字所述新收、办理、结转申请的数量与表三不一致",
            explanation: .narrativeRequests,
            figures: [
                Figure(.received, "新收申请", .requests(.received)) { [$0.requestTotal(.received)] },
                Figure(.carriedIn, "上年结转申请", .requests(.carriedIn)) { [$0.requestTotal(.carriedIn)] },
                Figure(.undertaken, "收办申请", .requests(.received)) { [$0.requestsUndertaken] },
                // 办理 may mean those closed, those received, or all in hand.
                Figure(.handled, "办理申请", .requests(.total)) {
                    [$0.requestTotal(.total), $0.requestTotal(.received), $0.requestsUndertaken]
                },
                Figure(.carriedOut, "结转下年度申请", .requests(.carriedOut)) { [$0.requestTotal(.carriedOut)] },
            ]),
        narrative(
            "narrative-results", finds: "文字所述予以公开、不予公开等办理结果与表三不一致",
            explanation: .narrativeResults,
            figures: [
                Figure(.granted, "予以公开", .requests(.granted)) { [$0.requestTotal(.granted)] },
                Figure(.partlyGranted, "部分公开", .requests(.partlyGranted)) { [$0.requestTotal(.partlyGranted)] },
                Figure(.refused, "不予公开", .table(.requests)) { [$0.requestTotal(.refused)] },
                Figure(.unavailable, "无法提供", .table(.requests)) { [$0.requestTotal(.unavailable)] },
                Figure(.notProcessed, "不予处理", .table(.requests)) { [$0.requestTotal(.notProcessed)] },
                Figure(.otherwiseProcessed, "其他处理", .table(.requests)) { [$0.requestTotal(.other)] },
            ]),
        narrative(
            "narrative-reconsideration", finds: "文字所述行政复议案件数量与表四不一致",
            explanation: .narrativeReconsideration,
            figures: [
                Figure(.reconsiderations, "行政复议", .review(.reconsideration)) { [$0.cases([.reconsideration])] },
                reconsideration(.reconsiderationsUpheld, .upheld),
                reconsideration(.reconsiderationsCorrected, .corrected),
                reconsideration(.reconsiderationsOther, .other),
                reconsideration(.reconsiderationsPending, .pending),
            ]),
        narrative(
            "narrative-litigation", finds: "文字所述行政诉讼案件数量与表四不一致",
            explanation: .narrativeLitigation,
            figures: [
                Figure(.litigations, "行政诉讼", .table(.review)) { [$0.cases(suits)] },
                litigation(.litigationsUpheld, .upheld),
                litigation(.litigationsCorrected, .corrected),
                litigation(.litigationsOther, .other),
                litigation(.litigationsPending, .pending),
            ]),
        narrative(
            "narrative-normative-documents", finds: "文字所述规范性文件数量与表二不一致",
            explanation: .narrativeNormativeDocuments,
            figures: [
                Figure(.documentsIssued, "制发规范性文件", .disclosure(.normativeDocuments)) { [$0.documents(0)] },
                Figure(.documentsRepealed, "废止规范性文件", .disclosure(.normativeDocuments)) { [$0.documents(1)] },
                Figure(.documentsInForce, "现行有效规范性文件", .disclosure(.normativeDocuments)) { [$0.documents(2)] },
            ]),
        narrative(
            "narrative-decisions", finds: "文字所述行政许可、行政处罚、行政强制数量与表二不一致",
            explanation: .narrativeDecisions,
            figures: [
                Figure(.licences, "行政许可", .disclosure(.licensing)) { [$0.decisions(.licensing)] },
                Figure(.penalties, "行政处罚", .disclosure(.penalties)) { [$0.decisions(.penalties)] },
                Figure(.coercions, "行政强制", .disclosure(.coercion)) { [$0.decisions(.coercion)] },
            ]),
    ]

    /// The blocks of table 4 that count suits.
    private static let suits: [ReviewBlock] = [.litigationDirect, .litigationAfterReconsideration]

    private static func reconsideration(_ matter: Statement.Matter, _ outcome: ReviewOutcome) -> Figure {
        Figure(matter, "行政复议\(outcome.label)", .review(.reconsideration)) {
            [$0.cases([.reconsideration], endedBy: outcome)]
        }
    }

    /// How many suits ended in a way; a sentence may be about those of one block only.
    private static func litigation(_ matter: Statement.Matter, _ outcome: ReviewOutcome) -> Figure {
        Figure(matter, "行政诉讼\(outcome.label)", .table(.review)) { report in
            ([suits] + suits.map { [$0] }).map { report.cases($0, endedBy: outcome) }
        }
    }

    private static func narrative(
        _ id: String, finds: String, explanation: Explanation, figures: [Figure]
    ) -> Rule {
        Rule(
            id, .warning, source: form, finds: finds,
            message: "{at}文字所述{subject}为 {stated}，{cell}中为 {table}。",
            fix: "请核对文字与表格；两者口径不同的，请在文字中说明。",
            explanation: explanation,
            check: .figures(figures))
    }
}
