import Fixtures
import Reports

extension Mutator {
    private static let otherTitles: [Section: [String]] = [
        .overview: ["基本情况", "总体工作情况"],
        .disclosure: ["主动公开情况", "主动公开政府信息的情况"],
        .requests: ["收到和处理政府信息公开情况", "依申请公开情况"],
        .review: ["行政复议、行政诉讼情况", "政府信息公开行政复议和诉讼情况"],
        .problems: ["存在的问题及改进措施", "主要问题及改进情况"],
        .other: ["其他需要说明的事项", "其他事项"],
    ]

    static let sections = [
        Mutator("section-missing", "a heading left out") { specimen, random in
            let section = random.pick(Section.allCases)
            specimen.report.headings[section] = nil
            return Expectation("section-missing section/\(section.rawValue)")
        },
        Mutator("section-missing", "a section left out with its text") { specimen, random in
            let section = random.pick([Section.overview, .problems, .other])
            specimen.report.order.removeAll { $0 == section }
            return Expectation("section-missing section/\(section.rawValue)")
        },
        Mutator("section-title", "another title") { specimen, random in
            let section = random.pick(Section.allCases)
            specimen.report.headings[section] = "\(section.numeral)、\(random.pick(otherTitles[section] ?? []))"
            return Expectation("section-title section/\(section.rawValue)")
        },
        Mutator("section-numbering", "another number, or none") { specimen, random in
            let section = random.pick(Section.allCases)
            let other = random.pick(Section.allCases.filter { $0 != section })
            let number = random.pick(["\(section.rawValue)、", "\(section.rawValue).", "\(other.numeral)、", ""])
            specimen.report.headings[section] = number + section.title
            return Expectation("section-numbering section/\(section.rawValue)")
        },
        Mutator("section-order", "two sections change places") { specimen, random in
            let first = Int.random(in: 0..<5, using: &random)
            specimen.report.order.swapAt(first, first + 1)
            return Expectation("section-order section/\(first + 1)")
        },
        Mutator("section-empty", "nothing in a section, or next to nothing") { specimen, random in
            let section = random.pick([Section.overview, .problems, .other])
            specimen.report.ownPassages[section] = random.pick([[], ["无。"], ["无"]])
            let fees: Set = section == .other ? ["fee-statement-missing section/6"] : []
            return Expectation(must: fees.union(["section-empty section/\(section.rawValue)"]))
        },
        Mutator("overview-aspect-missing", "nothing on supervision") { specimen, _ in
            specimen.report.ownPassages[.overview] = ["主动公开、依申请公开、政府信息管理、平台建设工作有序推进。"]
            return Expectation("overview-aspect-missing section/1")
        },
        Mutator("overview-long", "more than a thousand characters") { specimen, _ in
            let sentence = "围绕群众关切，持续做好政策发布和解读工作。"
            specimen.report.ownPassages[.overview]?.append(String(repeating: sentence, count: 60))
            return Expectation("overview-long section/1")
        },
    ]
}
