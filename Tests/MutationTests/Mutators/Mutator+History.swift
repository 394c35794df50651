import Fixtures
import Reports
import Rules

extension Mutator {
    static let history = [
        Mutator("carry-over", "last year carried out another number") { specimen, random in
            let column = random.pick(Applicant.allCases)
            specimen.context.previous = specimen.lastYear
            specimen.context.previous?.carriedOut[column, default: 0] += 1
            return Expectation("carry-over requests/carried_in/\(column.rawValue)")
        },
        Mutator("effective-count", "last year had another number in force") { specimen, random in
            let row = random.pick([DisclosureRow.rules, .normativeDocuments])
            specimen.context.previous = specimen.lastYear
            specimen.context.previous?.inForce[row, default: 0] += 1
            return Expectation("effective-count disclosure/\(row.rawValue)")
        },
        Mutator("near-copy", "last year's text, or another body's") { specimen, random in
            let section = random.pick(Context.comparedSections)
            specimen.report.ownPassages[section] = longText + [specimen.author.opening() + "加强改进。"]
            if random.once(in: 2) {
                specimen.context.previous = specimen.lastYear
                specimen.context.previous?.texts[section] = longText
            } else {
                specimen.context.others = [OtherText(agency: "白沙市林业局", section: section, paragraphs: longText)]
            }
            return Expectation("near-copy section/\(section.rawValue)")
        },
        Mutator("aggregate", "the reports of all bodies come to another number") { specimen, random in
            let row = random.pick(RequestRow.allCases)
            let column = random.pick(Array(Applicant.allCases.enumerated()))
            guard let stated = specimen.figures.requests[row]?[column.offset] else { return nil }
            var tally = Tally()
            tally[.requestsCell(row, column.element)] = ExactDecimal(String(stated + 1))
            specimen.context.aggregate = Aggregate(tally: tally, reports: 2)
            return Expectation("aggregate requests/\(row.rawValue)/\(column.element.rawValue)")
        },
        Mutator("folder-mismatch", "in the folder of another body") { specimen, _ in
            specimen.context.folderOwner = Agency(name: "白沙市林业局")
            return Expectation("folder-mismatch title")
        },
        Mutator("owner-changed", "put in by another account") { specimen, _ in
            specimen.context.handover = Handover(before: "slj", now: "lyj")
            return Expectation("owner-changed file")
        },
        Mutator("agency-unknown", "a body that is not on the roster") { specimen, _ in
            specimen.context.hasRoster = true
            return Expectation("agency-unknown title")
        },
        Mutator("late", "a day or more too late") { specimen, random in
            let year = specimen.report.year + 1
            specimen.context.timing = Timing(
                day: random.pick([
                    Period.Day(year: year, month: 2, day: 1), Period.Day(year: year + 1, month: 1, day: 2),
                ]),
                deadline: Deadline(Period.Day(year: year, month: 1, day: 31)))
            return Expectation("late file")
        },
        Mutator("resubmitted", "another version") { specimen, random in
            specimen.context.version = Int.random(in: 2...9, using: &random)
            return Expectation("resubmitted file")
        },
    ]

    private static let longText = [
        "公开内容与群众关心的民生事项结合不够紧密，重点领域栏目更新偏慢，个别科室主动公开的意识有待加强。",
        "政策解读多以文字为主，图表、问答和视频等形式运用较少，基层群众不易理解，传播面也较窄。",
        "针对上述问题，拟定任务清单，逐条明确责任人和完成时限，按月通报栏目更新情况，并将结果纳入绩效考核。",
        "同时组织业务骨干开展专题培训，邀请群众代表评议公开栏目，及时采纳合理建议，持续提升服务水平。",
    ]
}

extension Specimen {
    /// A report of last year with which this one agrees.
    var lastYear: EarlierReport {
        let inForce = [DisclosureRow.rules, .normativeDocuments].map { row in
            let numbers = figures.disclosure[row] ?? [0, 0, 0]
            return (row, numbers[2] - numbers[0] + numbers[1])
        }
        return EarlierReport(
            year: report.year - 1,
            carriedOut: Dictionary(uniqueKeysWithValues: zip(Applicant.allCases, figures.requests[.carriedIn] ?? [])),
            inForce: Dictionary(uniqueKeysWithValues: inForce))
    }

    /// All that an office knows, none of it at odds with the report.
    var agreeing: Context {
        var context = Context()
        context.hasRoster = true
        context.agency = Agency(name: body.name)
        context.previous = lastYear
        context.timing = Timing(
            day: Period.Day(year: report.year + 1, month: 1, day: 31),
            deadline: Deadline(Period.Day(year: report.year + 1, month: 1, day: 31)))
        context.version = 1
        return context
    }
}
