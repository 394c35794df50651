import Fixtures
import Reports

extension Mutator {
    static let identity = [
        Mutator("title-missing", "no title") { specimen, random in
            specimen.report.head = random.once(in: 2) ? [] : specimen.author.preamble()
            return Expectation("title-missing title", may: ["agency-unclear title"])
        },
        Mutator("agency-unclear", "another body signs") { specimen, _ in
            specimen.report.foot = ["白沙市林业局", "\(specimen.report.year + 1)年1月9日"]
            return Expectation("agency-unclear title")
        },
        Mutator("agency-unclear", "no body named anywhere") { specimen, _ in
            specimen.report.head = ["\(specimen.report.year)年政府信息公开工作年度报告"]
            specimen.report.foot = []
            specimen.report.ownPassages[.other] = ["本年度未收取信息处理费。"]
            return Expectation("agency-unclear title")
        },
        Mutator("year-mismatch", "the title of another year") { specimen, random in
            let other = specimen.report.year + random.pick([-2, -1, 1])
            specimen.report.head =
                ["\(specimen.body.name)\(other)年政府信息公开工作年度报告"] + specimen.author.preamble()
            return Expectation("year-mismatch title", may: ["narrative-requests"])
        },
        Mutator("period", "the period ends too early or too late") { specimen, random in
            let year = specimen.report.year
            let last = random.pick(["\(year)年11月30日", "\(year)年12月30日", "\(year)年6月30日", "\(year + 1)年1月20日"])
            let title = "\(specimen.body.name)\(year)年政府信息公开工作年度报告"
            specimen.report.head = [title, specimen.author.period(last)]
            return Expectation("period period")
        },
        Mutator("year-stale", "a section of last year") { specimen, random in
            let year = specimen.report.year - random.pick([1, 2])
            specimen.report.ownPassages[.other] = ["\(year)年，\(specimen.body.own)未收取信息处理费。"]
            return Expectation("year-stale section/6")
        },
    ]
}
