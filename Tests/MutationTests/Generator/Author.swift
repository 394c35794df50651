import Fixtures
import Reports

/// Writes the sentences of a report in the many ways in which offices do. All its numbers are those of the figures.
struct Author {
    let body: Body
    let year: Int
    let figures: Figures
    var random: Seeded

    mutating func pick(_ sentences: [String]) -> String { random.pick(sentences) }

    /// A number with a measure word.
    mutating func count(_ number: Int, _ units: String = "件件件份宗") -> String {
        Numeral.counted(number, random.pick(Array(units)), using: &random)
    }

    /// How a sentence opens: with the year, or with a word for it.
    mutating func opening() -> String {
        pick(["\(year)年，", "\(year)年，\(body.own)", "\(year) 年度，", "本年度，", "全年", "\(body.own)全年", "今年以来，"])
    }

    // MARK: Whole sections

    mutating func passages() -> [Section: [String]] {
        [
            .overview: overview(),
            .disclosure: random.once(in: 2) ? [documents()] + (random.once(in: 2) ? [decisions()] : []) : [],
            .requests: random.once(in: 2) ? requests() : [],
            .review: random.once(in: 2) ? [random.once(in: 2) ? review() : reviewInParts()] : [],
            .problems: problems(),
            .other: other(),
        ]
    }

    private mutating func overview() -> [String] {
        let lines = [
            pick(["\(year)年，\(body.own)认真贯彻落实《中华人民共和国政府信息公开条例》，各项工作有序推进。", "\(year)年，\(body.own)围绕中心工作，不断提升政务公开质量。"]),
            "（一）主动公开情况。" + published(),
            "（二）依申请公开情况。" + (random.once(in: 3) ? receivedInParts() : received())
                + (random.once(in: 2) ? handled() : ""),
            "（三）政府信息管理情况。" + (random.once(in: 2) ? documents() : "落实公文公开属性源头认定，定期清理失效文件。"),
            "（四）政府信息公开平台建设情况。"
                + pick(["做好门户网站公开专栏的日常维护。", "优化网站栏目\(Int.random(in: 2...9, using: &random))个，完善政务新媒体矩阵。"]),
            "（五）监督保障情况。" + pick(["明确分管负责人和承办科室，组织业务培训两次。", "将政务公开纳入年度考核，开展培训3场，参训120人次。"]),
        ]
        return lines + (random.once(in: 2) ? [aside()] : [])
    }

    private mutating func requests() -> [String] {
        var lines = [random.pick([received(), course(), receivedInParts(), undertaken()])]
        if random.once(in: 2) { lines.append(results()) }
        if random.once(in: 2) { lines.append(handled()) }
        if random.once(in: 3), let rate = rate() { lines.append(rate) }
        return lines
    }

    private mutating func problems() -> [String] {
        [
            pick([
                "存在的主要问题：一是政策解读形式较为单一，群众不易看懂；二是公开目录更新不够及时。", "\(year)年，公开工作仍有不足：一是业务能力有待加强，二是栏目内容不够丰富。",
                "\(year - 1)年指出的问题已全部整改到位，但公开的深度和广度与群众期望还有差距。",
            ]),
            pick(["改进情况：一是增加图表和问答式解读；二是把目录更新纳入科室月度检查。", "下一步，\(body.own)将加强培训，每季度开展一次自查，进一步完善公开机制。"]),
        ]
    }

    private mutating func other() -> [String] {
        [
            pick([
                "\(year)年，\(body.own)未收取政府信息公开信息处理费。无其他需要报告的事项。", "\(year)年度没有收取信息处理费。",
                "本年度\(body.own)依申请提供政府信息未收取任何费用。",
                "按照《政府信息公开信息处理费管理办法》，\(year)年未发出收费通知，未收取信息处理费。",
            ])
        ] + (random.once(in: 3) ? ["本报告电子版可在\(body.name)门户网站查阅，如有疑问，请联系（电话：0599－65220011）。"] : [])
    }

    /// A sentence with numbers that the tables do not count.
    private mutating func aside() -> String {
        pick([
            "上年度共收到政府信息公开申请9件。", "办理人大代表建议12件、政协提案7件，办结率100%。", "受理12345热线工单1,203件，按时办结率99.8%。",
            "\(year - 1)年收到公开申请7件。", "收到群众来信三件、来访２０批次，均已答复。", "网站公开财政预算、决算等信息500余条，比上年增加37条。",
            "全年发布解读材料15份，举办“政府开放日”2次。", "组织学习国办公开办函〔2021〕30号文件，参加培训80人。",
        ])
    }

    // MARK: Head and foot

    mutating func head() -> [String] {
        let printedYear = pick([
            "\(year)年", "\(year)年", "\(year)年度", "\(Numeral.fullWidth(String(year)))年", "\(year) 年",
        ])
        let title = random.pick([
            ["\(body.name)\(printedYear)政府信息公开工作年度报告"], ["\(body.name)\(printedYear)政府信息公开工作年度报告"],
            ["\(printedYear)\(body.name)政府信息公开工作年度报告"], ["\(body.name)", "\(printedYear)政府信息公开工作年度报告"],
            ["\(body.name)\(printedYear)政府信息公开年度报告"],
        ])
        return title + (random.once(in: 2) ? [""] + preamble() : [])
    }

    /// The sentences before the first heading, with the period.
    mutating func preamble() -> [String] {
        [
            pick([
                "根据《中华人民共和国政府信息公开条例》和《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）要求，编制本报告。",
                "现公布\(body.name)\(year)年政府信息公开工作年度报告。",
            ]), period("\(year)年12月31日"),
        ]
    }

    /// The sentence with the period, to a last day.
    mutating func period(_ last: String) -> String {
        pick([
            "本报告所列数据的统计期限自\(year)年1月1日起至\(last)止。", "报告中所列数据的统计期限为\(year)年1月1日至\(last)。",
            "全文包括总体情况等六个部分，所列数据的统计时限为\(year) 年1 月1 日至\(last)。",
        ])
    }

    mutating func foot() -> [String] {
        let day = "\(year + 1)年1月\(Int.random(in: 3...31, using: &random))日"
        return random.pick([[], [body.name, day], [body.name, day], [day]])
    }

    mutating func headings() -> [Section: String] {
        Dictionary(
            uniqueKeysWithValues: Section.allCases.map { section in
                let title = random.once(in: 3) ? section.longTitle ?? section.title : section.title
                return (
                    section,
                    section.numeral + pick(["、", "、", "、", "．", ".", "、 "]) + title + pick(["", "", "", "。", "："])
                )
            })
    }
}
