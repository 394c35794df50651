import Fixtures
import Reports

extension Mutator {
    static let texts = [
        Mutator("fee-statement-missing", "silent on fees") { specimen, random in
            let sentence = random.pick(["本年度无其他需要报告的事项。", "\(specimen.report.year)年没有其他需要报告的事项，欢迎监督。"])
            specimen.report.ownPassages[.other] = [sentence]
            return Expectation("fee-statement-missing section/6")
        },
        Mutator("superseded-citation", "the form of 2019, or a wrong number") { specimen, random in
            append(
                random.pick([
                    "按照国办公开办函〔2019〕60号要求，编制本报告。", "依据国办公开办函[2019]60号文件统计。",
                    "根据《政府信息公开工作年度报告格式》（国办公开办函〔2021〕33号）编制。",
                ]), to: .overview, of: &specimen)
            return Expectation("superseded-citation section/1")
        },
        Mutator("problems-thin", "no problem, or no measure") { specimen, random in
            specimen.report.ownPassages[.problems] = [
                random.pick(["\(specimen.body.own)将继续加强业务培训，提升公开质量和水平。", "公开的深度与群众期望还有差距，解读形式较为单一，数量偏少。"])
            ]
            return Expectation("problems-thin section/5")
        },
        Mutator("placeholder-left", "words of the template") { specimen, random in
            let section = random.pick(Section.allCases)
            append(
                random.pick(["必要文字表述。", "XX年，各项工作有序推进。", "××局组织了业务培训。", "（此处填写有关情况）", "20XX年公开了信息。", "共培训XX次。"]),
                to: section, of: &specimen)
            return Expectation("placeholder-left section/\(section.rawValue)")
        },
        Mutator("personal-information", "an identity card, a mobile number, a bank card") { specimen, random in
            let section = random.pick([Section.overview, .problems, .other])
            append(
                random.pick([
                    "申请人身份证号\(identityCard(&random))，已依法答复。", "申请人李女士（电话13\(digits(9, &random))）来电咨询。",
                    "退费至银行卡号\(bankCard(&random))。",
                ]), to: section, of: &specimen)
            return Expectation("personal-information section/\(section.rawValue)")
        },
        Mutator("secrecy-marking", "a marking at the head") { specimen, random in
            let mark = random.pick(["秘密★1年", "机密 ★ 10年", "绝密★", "内部资料", "内部资料　注意保存"])
            specimen.report.head?.insert(mark, at: 0)
            return Expectation("secrecy-marking file")
        },
        Mutator("residue", "what a program left behind") { specimen, random in
            let section = random.pick(Section.allCases)
            append(
                random.pick(["- 3 -", "第 4 页 共 9 页", "[bookmark: _GoBack]各项工作有序推进。", "首页 | 网站地图", "【打印】"]),
                to: section, of: &specimen)
            return Expectation("residue section/\(section.rawValue)")
        },
    ]

    private static func append(_ paragraph: String, to section: Section, of specimen: inout Specimen) {
        specimen.report.ownPassages[section, default: []].append(paragraph)
    }

    private static func digits(_ count: Int, _ random: inout Seeded) -> String {
        (0..<count).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }

    /// A number of the form of GB 11643 with its check digit.
    private static func identityCard(_ random: inout Seeded) -> String {
        let body = "11010519\(Int.random(in: 40...99, using: &random))1231" + digits(3, &random)
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(body, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return body + String(Array("10X98765432")[sum % 11])
    }

    /// Nineteen digits with the check digit of ISO/IEC 7812.
    private static func bankCard(_ random: inout Seeded) -> String {
        let body = "622202" + digits(12, &random)
        let sum = body.reversed().enumerated().reduce(0) { sum, digit in
            let value = (digit.element.wholeNumberValue ?? 0) * (digit.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + (value > 9 ? value - 9 : value)
        }
        return body + String((10 - sum % 10) % 10)
    }
}
