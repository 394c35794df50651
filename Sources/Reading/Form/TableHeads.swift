import Reports

/// The heads of the tables' columns: what tells a head row from a row of numbers, and one table from another.
enum TableHeads {
    /// The table whose head a line is part of; `nil` for any other line.
    static func table(of line: Transcript.Line) -> FormTable? {
        let words = line.texts.map { Label($0).words }
        if words.contains(where: reviewHeads.contains) { return .review }
        if words.contains(where: requestHeads.contains) { return .requests }
        if words.contains(where: { disclosureHeads.contains($0) || $0.hasPrefix("第二十条第") }) { return .disclosure }
        return nil
    }

    /// Whether a line holds nothing but heads and pieces of heads, as a head over several lines leaves them.
    static func isHead(_ line: Transcript.Line) -> Bool {
        let words = line.texts.map { Label($0).words }
        return !words.isEmpty && words.allSatisfy { heads.contains($0) || pieces.contains($0) }
    }

    /// The labels of the superseded form of 2019 in a line, as printed.
    static func outdated(in line: Transcript.Line) -> [String] {
        line.texts.filter { text in
            let label = Label(text)
            return outdatedHeads.contains(label.words) || Folding.compact(text).hasPrefix("第二十条第(九)项")
        }
    }

    private static let reviewHeads: Set = ["行政复议", "行政诉讼", "未经复议直接起诉", "复议后起诉", "结果维持", "结果纠正", "尚未审结"]
    private static let requestHeads: Set = [
        "申请人情况", "法人或其他组织", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
        "本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和",
    ]
    private static let disclosureHeads: Set = [
        "信息内容", "本年制发件数", "本年废止件数", "现行有效件数", "本年处理决定数量", "本年收费金额",
    ]
    private static let outdatedHeads: Set = [
        "本年新制作数量", "本年新公开数量", "对外公开总数量", "上一年项目数量", "政府集中采购", "其他对外管理服务事项",
    ]
    private static let heads = reviewHeads.union(requestHeads).union(disclosureHeads)
        .union(["自然人", "其他", "总计", "其他结果"])
    private static let pieces: Set = [
        "商业", "企业", "科研", "机构", "社会公益", "社会", "公益", "组织", "法律服务", "法律", "服务", "自然", "人",
        "结果", "维持", "纠正", "其他", "尚未", "审结", "总", "计",
    ]
}
