import Reports

/// The text of a title taken apart: X局 2024年 政府信息公开 工作年度 报告 （2024年）.
struct TitleText {
    let year: Int?
    let agency: String?

    /// `nil` where the text is no title of a report on disclosure.
    init?(_ text: String) {
        let line = Folding.compact(text)
        guard line.utf8.count <= TitleText.longest, !line.contains(where: { "。；;!?！？:，,|>".contains($0) }),
            let subject = TitleText.subjects.compactMap({ line.firstRange(of: $0) }).min(by: {
                $0.lowerBound < $1.lowerBound
            }),
            let end = TitleText.ends.compactMap({ line.lastRange(of: $0) }).max(by: { $0.upperBound < $1.upperBound }),
            subject.upperBound <= end.lowerBound,
            TitleText.isFiller(String(line[subject.upperBound..<end.lowerBound])),
            let tail = TitleText.tail(String(line[end.upperBound...]))
        else { return nil }
        year = YearReader.first(in: line) ?? TitleText.bareYear(in: line)
        agency = AgencyFinder.name(inTitle: String(line[..<subject.lowerBound])) ?? AgencyFinder.name(inTitle: tail)
    }

    /// What a report is on; the body stands before it, or behind it all.
    private static let subjects = ["政府信息公开", "政务信息公开", "政务公开", "信息公开"]
    /// Whether a text is nothing but what a report is on: a piece of a broken title, or an entry of a menu.
    static func isSubject(_ text: String) -> Bool { subjects.contains(Folding.compact(text)) }

    private static let ends = ["报告", "年报"]
    /// In bytes.
    private static let longest = 260

    /// Whether words between subject and 报告 belong to a title: 工作年度, 2024年度工作, 工作情况.
    private static func isFiller(_ words: String) -> Bool {
        var rest = Substring(YearReader.removingYears(from: words)).filter {
            !"()[]《》〈〉 -—".contains($0) && !$0.isNumber
        }
        while !rest.isEmpty {
            guard let word = fillers.first(where: rest.hasPrefix) else { return false }
            rest = String(rest.dropFirst(word.count))
        }
        return true
    }

    private static let fillers = ["工作", "年度", "情况", "总结", "年", "的"]

    /// What stands behind 报告, brackets and years taken off; `nil` where it makes another thing of it: …报告的通知.
    private static func tail(_ text: String) -> String? {
        let rest = YearReader.removingYears(from: text).filter { !"()[]《》〈〉\"“”-—".contains($0) && !$0.isNumber }
        if rest.isEmpty || remarks.contains(rest) { return "" }
        guard text.hasPrefix("(") || text.hasPrefix("-") || text.hasPrefix("—") || AgencyFinder.isBody(rest) else {
            return nil
        }
        return rest
    }

    private static let remarks: Set = ["全文", "公开版", "正文", "年", "年度", "征求意见稿", "终稿", "定稿"]

    /// 2024 without 年.
    private static func bareYear(in line: String) -> Int? {
        line.split { !$0.isNumber }.lazy.compactMap { $0.count == 4 ? Int($0) : nil }.first {
            (2008...2099).contains($0)
        }
    }
}

extension String {
    /// Where some words stand last.
    fileprivate func lastRange(of words: String) -> Range<Index>? { ranges(of: words).last }
}
