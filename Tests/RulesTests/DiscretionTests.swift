import Reports
import Testing

@testable import Rules

@Suite struct `What a body reads of a finding` {
    private static let other = "邻县某某局"

    /// Gives every other body and account that is known beside a report the same name.
    private static func rename(_ context: inout Context) {
        for index in context.others.indices { context.others[index].agency = other }
        if let aggregate = context.aggregate {
            let leftOut = Array(repeating: other, count: max(aggregate.leftOut.count, 1))
            context.aggregate = Aggregate(tally: aggregate.tally, reports: aggregate.reports, leftOut: leftOut)
        }
        context.folderOwner = context.folderOwner.map { _ in Agency(name: other) }
        context.handover = context.handover.map { _ in Handover(before: other, now: other) }
    }

    private static let findings = RuleCases.all.flatMap { $0.findings(knowing: rename) }

    @Test func `names no other body, whatever the rule`() {
        for finding in Self.findings {
            switch Rulebook.disclosure(of: finding.rule, at: finding.at, facts: finding.facts) {
            case .whole:
                let texts =
                    [finding.message, finding.fix, finding.excerpt, finding.source] + finding.facts.map { "\($0)" }
                #expect(!texts.contains { $0.contains(Self.other) }, "\(finding)")
            case .message(let message, let fix):
                for words in [message, fix ?? finding.fix] {
                    #expect(!words.contains(Self.other) && !words.contains("{"))
                }
            case .unknown: Issue.record("\(finding.rule) is in the rulebook")
            }
        }
    }

    @Test func `is other words where the rule tells the office of others`() {
        let told = Self.findings.filter { "\($0)".contains(Self.other) }
        #expect(Set(told.map(\.rule)) == ["aggregate", "near-copy", "folder-mismatch", "owner-changed"])
    }

    @Test func `says how alike a copy is, and not of whom`() {
        let facts: [String: Fact] = ["found": .number(97), "twin": .text("“\(Self.other)”的报告")]
        #expect(
            Rulebook.disclosure(of: "near-copy", at: .section(.problems), facts: facts)
                == .message("第五部分“存在的主要问题及改进情况”与另一个单位的报告的文字相似度为 97%。"))
    }

    @Test func `is whole where its own earlier report is meant`() {
        let facts: [String: Fact] = ["found": .number(97), "twin": .text("本机关 2023 年度报告")]
        #expect(Rulebook.disclosure(of: "near-copy", at: .section(.problems), facts: facts) == .whole)
    }

    /// What the rule on sums tells of a report, with what is to be done.
    private static func told(at place: Place, _ cells: Fact?) -> [String] {
        var facts: [String: Fact] = ["stated": .number(5), "sum": .number(4711), "reports": .number(1)]
        facts["cells"] = cells
        guard case .message(let message, let fix) = Rulebook.disclosure(of: "aggregate", at: place, facts: facts) else {
            return []
        }
        return [message, fix ?? ""]
    }

    @Test func `has no sum of others`() {
        let told = Self.told(at: .requestsCell(.received, .total), nil)
        #expect(told.first == "表三“一、本年新收政府信息公开申请数量”行“总计”栏填写为 5，与各单位报告之和不一致（共汇总 1 份合格报告）。")
        #expect(told.last?.contains("请逐格核对本报告的数字") == true, "it has no sums to look at")
    }

    @Test func `names the cells that are no sum, in whichever tables they are`() {
        let cells: [Place] = [
            .disclosureCell(.licensing, column: 0), .requestsCell(.received, .total),
            .requestsCell(.granted, .naturalPerson), .requestsCell(.granted, .total),
        ]
        let told = Self.told(at: .table(.disclosure), .texts(cells.map(\.path))).first ?? ""
        #expect(told.hasPrefix("表二、表三有 4 格与各单位报告之和不一致（共汇总 1 份合格报告）：表二“行政许可”行"))
        #expect(told.contains("、表三“一、本年新收政府信息公开申请数量”行“总计”栏、表三“（一）予以公开”行第 1、7 栏。"), "\(told)")
        #expect(Self.told(at: .table(.disclosure), .number(17)).first?.hasPrefix("表二有 17 格与各单位报告之和不一致") == true)
    }

    @Test func `no cell of the form is lost on the way`() {
        let paths = FormRow.all(in: Report()).flatMap(\.columns).map(\.path)
        #expect(Fact.texts(paths).bounded == .texts(paths))
    }

    @Test func `is kept back where nobody knows the rule any more`() {
        #expect(Rulebook.disclosure(of: "of-another-edition", at: .file, facts: [:]) == .unknown)
    }
}
