import Reports
import Rules

extension RuleCases {
    private static let longText = (1...40).map { "第\($0)项工作按照职责分工稳步推进并取得成效" }.map { "\($0)，群众满意度有所提高。" }

    private static func previous(_ change: (inout EarlierReport) -> Void = { _ in }) -> EarlierReport {
        var report = EarlierReport(
            year: 2023,
            carriedOut: [
                .naturalPerson: 1, .business: 0, .research: 0, .publicWelfare: 0, .legalService: 0, .other: 0,
                .total: 1,
            ],
            inForce: [.rules: 0, .normativeDocuments: 8])
        change(&report)
        return report
    }

    /// Three reports that add up to what a report states, but for what is changed.
    private static func aggregate(
        of report: Report, leftOut: [String] = [], _ change: (inout Tally) -> Void = { _ in }
    ) -> Aggregate {
        var tally = Tally()
        func note(_ row: PrintedRow?, _ places: [Place]) {
            for (cell, place) in zip(row?.cells ?? [], places) {
                tally[place] = cell.digits.flatMap { ExactDecimal($0) }
            }
        }
        for row in DisclosureRow.allCases { note(report.disclosure?[row], Tally.places(of: row)) }
        for row in RequestRow.allCases { note(report.requests?[row], Tally.places(of: row)) }
        for block in ReviewBlock.allCases { note(report.review?[block], Tally.places(of: block)) }
        change(&tally)
        return Aggregate(tally: tally, reports: 3, leftOut: leftOut)
    }

    static let history: [RuleCase] = [
        .knowing(
            "file-type", "a Word document under the name of a PDF", at: "file",
            facts: ["claimed": .text("pdf"), "found": .text("Word 文档（docx）")]
        ) { _, context in context.contradiction = FileType(claimed: "pdf", found: "Word 文档（docx）") },
        .knowing("file-type", "name and content agree") { _, context in context.contradiction = nil },

        .knowing(
            "carry-over", "last year carried out two", at: "requests/carried_in/natural_person",
            "requests/carried_in/total",
            facts: ["stated": .number(1), "previous": .number(2), "year": .number(2023)]
        ) { _, context in
            context.previous = previous {
                $0.carriedOut[.naturalPerson] = 2
                $0.carriedOut[.total] = 2
            }
        },
        .knowing("carry-over", "as last year carried out") { _, context in context.previous = previous() },
        .knowing("carry-over", "last year's cell was no number") { _, context in
            context.previous = previous { $0.carriedOut = [:] }
        },

        .knowing(
            "effective-count", "nine stated, eight plus two less one", at: "disclosure/normative_documents",
            facts: ["stated": .number(9), "sum": .number(11), "previous": .number(10)]
        ) { _, context in context.previous = previous { $0.inForce[.normativeDocuments] = 10 } },
        .knowing("effective-count", "follows from last year") { _, context in context.previous = previous() },

        .knowing(
            "aggregate", "digits of the fees are swapped", at: "disclosure/fees_10k_yuan/1",
            facts: ["stated": .text("4166.241619"), "sum": .text("4166.214619"), "reports": .number(3)]
        ) { report, context in
            report.disclosure?.rows[.fees]?.cells = [.amount("4166.241619")]
            context.aggregate = aggregate(of: report) {
                $0[.disclosureCell(.fees, column: 0)] = ExactDecimal("4166.214619")
            }
        },
        .knowing("aggregate", "another number of requests than the sum", at: "requests/received/total") {
            report, context in
            context.aggregate = aggregate(of: report) { $0[.requestsCell(.received, .total)] = ExactDecimal("77") }
        },
        .knowing(
            "aggregate", "the tables of another year", at: "disclosure", "requests",
            facts: ["cells": .texts(Tally.places.prefix(6).map(\.path))]
        ) { report, context in
            context.aggregate = aggregate(of: report) { tally in
                for place in Tally.places.prefix(6) + Tally.places.dropFirst(10).prefix(15) {
                    tally[place] = ExactDecimal("98765")
                }
            }
        },
        .knowing(
            "aggregate", "reports that are missing are told once", at: "disclosure",
            facts: ["cells": .texts(Tally.places.prefix(10).map(\.path))]
        ) { report, context in
            context.aggregate = aggregate(of: report, leftOut: ["青禾市水利局"]) { tally in
                for place in Tally.places.prefix(10) { tally[place] = ExactDecimal("98765") }
            }
        },
        .knowing("aggregate", "the sum in other digits") { report, context in
            report.disclosure?.rows[.fees]?.cells = [.amount("4166.2146190")]
            context.aggregate = aggregate(of: report) {
                $0[.disclosureCell(.fees, column: 0)] = ExactDecimal("4166.214619")
            }
        },
        .knowing("aggregate", "no report counts yet") { _, context in
            context.aggregate = Aggregate(tally: Tally(), reports: 0, leftOut: ["青禾市水利局"])
        },
        .knowing("aggregate", "reports are missing, but nothing differs") { report, context in
            context.aggregate = aggregate(of: report, leftOut: ["青禾市水利局"])
        },

        .knowing("near-copy", "section five is last year's", at: "section/5", facts: ["found": .number(100)]) {
            report, context in
            report.passages[.problems] = longText
            context.previous = previous { $0.texts[.problems] = longText }
        },
        .knowing("near-copy", "section one is another body's with new numbers", at: "section/1") { report, context in
            report.passages[.overview] = longText.map { "\($0)共 25 件。" }
            let others = longText.map { "\($0)共 31 件。" }
            context.others = [OtherText(agency: "青禾市林业局", section: .overview, paragraphs: others)]
        },
        .knowing("near-copy", "the same few words") { report, context in
            report.passages[.problems] = ["存在的问题是公开不够及时，今后改进。"]
            context.previous = previous { $0.texts[.problems] = ["存在的问题是公开不够及时，今后改进。"] }
        },
        .knowing("near-copy", "a text of its own") { report, context in
            report.passages[.problems] = longText
            context.previous = previous { $0.texts[.problems] = longText.map { String($0.reversed()) } }
        },

        .knowing("agency-unknown", "not on the roster", at: "title", facts: ["agency": .text("青禾市水利局")]) { _, context in
            context.hasRoster = true
        },
        .knowing("agency-unknown", "on the roster") { _, context in
            context.hasRoster = true
            context.agency = Agency(name: "青禾市水利局")
        },
        .knowing("agency-unknown", "no roster") { _, _ in },

        .knowing(
            "folder-mismatch", "in another body's folder", at: "title",
            facts: ["owner": .text("青禾市林业局"), "agency": .text("青禾市水利局")]
        ) { _, context in context.folderOwner = Agency(name: "青禾市林业局") },
        .knowing("folder-mismatch", "in its own folder, or in none") { _, context in context.folderOwner = nil },

        .knowing(
            "owner-changed", "another account", at: "file", facts: ["before": .text("slj"), "found": .text("lyj")]
        ) { _, context in context.handover = Handover(before: "slj", now: "lyj") },
        .knowing("owner-changed", "the same account") { _, context in context.handover = nil },

        .knowing("late", "a day late", at: "file", facts: ["found": .text("2025年2月1日")]) { _, context in
            context.timing = Timing(
                day: Period.Day(year: 2025, month: 2, day: 1),
                deadline: Deadline(Period.Day(year: 2025, month: 1, day: 31)))
        },
        .knowing("late", "on the last day") { _, context in
            context.timing = Timing(
                day: Period.Day(year: 2025, month: 1, day: 31),
                deadline: Deadline(Period.Day(year: 2025, month: 1, day: 31)))
        },

        .knowing("resubmitted", "the second version", at: "file", facts: ["found": .number(2)]) { _, context in
            context.version = 2
        },
        .knowing("resubmitted", "the first version") { _, context in context.version = 1 },

        .knowing("rule-making-power", "the roster says that it may") { report, context in
            report.disclosure?.rows[.rules]?.cells = [.count(1), .count(0), .count(3)]
            context.agency = Agency(name: "青禾市水利局", makesRules: true)
        },
        .knowing("rule-making-power", "the roster says that it may not", at: "disclosure/rules") { report, context in
            report.agency = "青禾市人民政府"
            report.disclosure?.rows[.rules]?.cells = [.count(1), .count(0), .count(3)]
            context.agency = Agency(name: "青禾市人民政府", makesRules: false)
        },
        .knowing("overview-long", "longer than the office wants", at: "section/1") { report, context in
            report.passages[.overview] = ["全年主动公开信息，依申请公开、信息管理、平台建设、监督保障均有进展。"]
            context.thresholds.overviewCharacters = 20
        },
    ]
}
