import Fixtures
import Reports

/// Sentences about what the tables count. Each takes its numbers from the figures unless it is given others.
extension Author {
    /// 主动公开, with parts that add up.
    mutating func published(off: Int = 0) -> String {
        let parts = (0..<Int.random(in: 2...4, using: &random)).map { _ in Int.random(in: 3...900, using: &random) }
        let total = count(parts.reduce(0, +) + off, "条")
        let channels = ["门户网站", "政务新媒体", "公开查阅点", "政府公报"]
        let kinds = ["政策文件", "工作动态", "财政资金", "重点领域信息"]
        let named = zip(kinds, parts).map { "\($0)\(count($1, "条"))" }
        let carried = zip(channels, parts).map { "通过\($0)公开\(count($1, "条"))" }
        return pick([
            "\(opening())主动公开政府信息\(total)，其中\(named.joined(separator: "、"))。",
            "\(opening())共发布各类信息\(total)，其中，\(named.joined(separator: "，"))。",
            "主动公开政府信息\(total)：\(named.joined(separator: "，"))。",
            "\(opening())主动公开政府信息\(total)，\(carried.joined(separator: "；"))。",
        ])
    }

    /// 新收.
    mutating func received(_ number: Int? = nil) -> String {
        let number = number ?? figures.total(.received)
        let said = count(number)
        let matter = pick(["政府信息公开申请", "信息公开申请", "依申请公开", "公开申请"])
        if number == 0, random.once(in: 2) {
            return opening()
                + pick([
                    "未收到\(matter)。", "没有收到\(matter)。", "未收到公民、法人或者其他组织提出的\(matter)。", "无政府信息公开申请。",
                    "未接到\(matter)，也无上年结转。",
                ])
        }
        return opening()
            + pick([
                "共收到\(matter)\(said)。", "新收\(matter)\(said)，均在法定期限内办理。", "受理\(matter)\(said)。", "收到\(said)\(matter)。",
                "接收\(matter)共计\(said)。", "收到公民、法人和其他组织提出的\(matter)\(said)。", "共收到\(matter)\(said)，同比增加12件。",
            ])
    }

    /// 办结.
    mutating func handled(_ number: Int? = nil) -> String {
        let said = count(number ?? figures.total(.total))
        return opening() + pick(["共办结政府信息公开申请\(said)。", "答复依申请公开\(said)。", "办理政府信息公开申请\(said)，依法依规答复申请人。"])
    }

    /// The whole course of the year's requests in one sentence.
    mutating func course(handled: Int? = nil, carriedIn: Int? = nil, carriedOut: Int? = nil) -> String {
        let (received, before) = (
            count(figures.total(.received), "件"), count(carriedIn ?? figures.total(.carriedIn), "件")
        )
        let (done, after) = (
            count(handled ?? figures.total(.total), "件"), count(carriedOut ?? figures.total(.carriedOut), "件")
        )
        return opening()
            + pick([
                "新收政府信息公开申请\(received)，上年结转\(before)，办结\(done)，结转下年度继续办理\(after)。",
                "收到信息公开申请\(received)，上年度结转申请\(before)；已办结\(done)，结转下年度\(after)。",
            ])
    }

    /// 办理结果.
    mutating func results(granted: Int? = nil, refused: Int? = nil) -> String {
        let granted = count(granted ?? figures.total(.granted), "件")
        let partly = count(figures.total(.partlyGranted), "件")
        let refused = count(refused ?? figures.total(.refused), "件")
        let unavailable = count(figures.total(.unavailable), "件")
        return pick([
            "办理结果为：予以公开\(granted)，部分公开\(partly)，不予公开\(refused)，无法提供\(unavailable)。",
            "从办理结果看，予以公开\(granted)、部分公开\(partly)、不予公开\(refused)、无法提供\(unavailable)。",
        ])
    }

    /// 行政复议、行政诉讼.
    mutating func review(reconsiderations: Int? = nil, litigations: Int? = nil) -> String {
        let (first, second) = (reconsiderations ?? figures.total(.reconsideration), litigations ?? figures.litigations)
        if first == 0, second == 0, random.once(in: 2) {
            return opening()
                + pick([
                    "未发生因政府信息公开引起的行政复议、行政诉讼。", "没有因政府信息公开工作被申请行政复议或者被提起行政诉讼。", "无政府信息公开行政复议、行政诉讼案件。",
                ])
        }
        let (one, two) = (count(first, "件件起宗"), count(second, "件件起宗"))
        return opening()
            + pick([
                "因政府信息公开被申请行政复议\(one)、被提起行政诉讼\(two)。", "因政府信息公开工作发生行政复议\(one)，行政诉讼\(two)。",
                "涉及政府信息公开的行政复议案件\(one)，行政诉讼案件\(two)。",
            ])
    }

    /// 规范性文件.
    mutating func documents(issued: Int? = nil, inForce: Int? = nil) -> String {
        let numbers = figures.disclosure[.normativeDocuments] ?? [0, 0, 0]
        let (made, off) = (count(issued ?? numbers[0], "件件份"), count(numbers[1], "件"))
        let valid = count(inForce ?? numbers[2], "件件份")
        if numbers[0] == 0, issued == nil, inForce == nil, random.once(in: 2) { return opening() + "未制发行政规范性文件。" }
        return opening()
            + pick([
                "制发行政规范性文件\(made)，废止\(off)，现行有效\(valid)。", "制定行政规范性文件\(made)，废止规范性文件\(off)，现行有效规范性文件\(valid)。",
            ])
    }

    /// 行政许可、行政处罚、行政强制.
    mutating func decisions(licences: Int? = nil, penalties: Int? = nil) -> String {
        let first = count(licences ?? figures.disclosure[.licensing]?.first ?? 0)
        let second = count(penalties ?? figures.disclosure[.penalties]?.first ?? 0)
        let third = count(figures.disclosure[.coercion]?.first ?? 0)
        return opening()
            + pick([
                "作出行政许可决定\(first)，行政处罚决定\(second)，行政强制决定\(third)。", "办理行政许可\(first)、作出行政处罚\(second)、实施行政强制\(third)。",
            ])
    }

    /// A rate of handling beside its numbers; `nil` where no rate follows from them.
    mutating func rate(off: Int = 0) -> String? {
        let (whole, part) = (figures.total(.received), figures.total(.total))
        guard whole > 0, part <= whole else { return nil }
        let tenths = part * 1_000 / whole
        let percent = off == 0 ? tenths : (tenths + off) % 1_000
        return "收到政府信息公开申请\(count(whole, "件"))，办结\(count(part, "件"))，办结率\(percent / 10).\(percent % 10)%。"
    }
}
