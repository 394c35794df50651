import Reports
import Rules

extension RuleCases {
    static let tables: [RuleCase] = [
        .breaks("form-outdated", at: "disclosure", when: "labels of 2019") { $0.outdatedLabels = ["本年新制作数量"] },
        .keeps("form-outdated", "other results undivided alone") { $0.leaveOtherUndivided() },

        .breaks("table-missing", at: "review", when: "no table four") { $0.review = nil },
        .keeps("table-missing", "a table in the wrong place") { $0.review?.section = .requests },

        .breaks("table-misplaced", at: "review", when: "table four in section three") {
            $0.review?.section = .requests
        },
        .breaks("table-misplaced", at: "disclosure", when: "table two before the first heading") {
            $0.disclosure?.section = nil
        },
        .keeps("table-misplaced", "its section is missing") {
            $0.headings.remove(at: 3)
            $0.review?.section = .requests
        },

        .breaks("table-row-missing", at: "requests/not_processed.repeated", when: "a row left out") {
            $0.requests?.rows[.repeated] = nil
        },
        .breaks(
            "table-row-missing", at: "requests/other",
            facts: [
                "cells": .texts([
                    "requests/other.correction_overdue", "requests/other.fee_overdue", "requests/other.other",
                ])
            ], when: "other results undivided"
        ) { $0.leaveOtherUndivided() },
        .keeps("table-row-missing", "a table that is not there has a finding of its own") { $0.requests = nil },

        .breaks(
            "table-row-label", at: "requests/refused.prohibited_by_law", facts: ["found": .text("2.其他法律行政止公开")],
            when: "a misprint"
        ) {
            $0.requests?.rows[.prohibitedByLaw]?.label = "2.其他法律行政止公开"
            $0.requests?.rows[.prohibitedByLaw]?.wording = .different
        },
        .keeps("table-row-label", "the form's words"),

        .breaks("table-row-width", at: "requests/total", facts: ["found": .number(8)], when: "eight values") {
            $0.requests?.rows[.total]?.printed = 8
        },
        .keeps("table-row-width", "seven values"),

        .breaks("table-unreadable", at: "requests/granted", when: "numbers run together") {
            $0.requests?.rows[.granted]?.cells = nil
        },
        .keeps("table-unreadable", "a row that is not there") { $0.requests?.rows[.granted] = nil },
    ]

    static let cells: [RuleCase] = [
        .breaks("cell-blank", at: "requests/received/business", when: "a blank cell") {
            $0.set(.received, .business, to: .blank)
        },
        .breaks("cell-blank", at: "disclosure/rules/2", when: "a blank cell in table two") {
            $0.disclosure?.rows[.rules]?.cells?[1] = .blank
        },
        .keeps("cell-blank", "a dash has a finding of its own") { $0.set(.received, .business, to: .words("—")) },

        .breaks("cell-not-number", at: "requests/granted/research", facts: ["found": .text("无")], when: "a word") {
            $0.set(.granted, .research, to: .words("无"))
        },
        .breaks("cell-not-number", at: "disclosure/licensing/1", when: "half a decision") {
            $0.disclosure?.rows[.licensing]?.cells = [.amount("1.5")]
        },
        .keeps("cell-not-number", "an amount of money"),
        .keeps("cell-not-number", "a blank has a finding of its own") { $0.set(.granted, .research, to: .blank) },
    ]

    static let sums: [RuleCase] = [
        .breaks(
            "table3-row-total", at: "requests/received", facts: ["stated": .number(13), "sum": .number(12)],
            when: "a total too large"
        ) { $0.set(.received, .total, to: .count(13)) },
        .keeps("table3-row-total", "a cell that is no number leaves the sum undecided") {
            $0.set(.received, .total, to: .count(13))
            $0.set(.received, .other, to: .words("无"))
        },
        .keeps("table3-row-total", "a row with a value too many leaves the sum undecided") {
            $0.set(.received, .total, to: .count(13))
            $0.requests?.rows[.received]?.printed = 8
        },

        .breaks(
            "table3-results-total", at: "requests/*/business", "requests/*/total",
            facts: ["stated": .number(2), "sum": .number(3)], when: "a result more than the total"
        ) { $0.add(1, to: .granted, .business) },
        .keeps("table3-results-total", "a row that is not there leaves the sum undecided") {
            $0.add(1, to: .granted, .business)
            $0.requests?.rows[.repeated] = nil
        },
        .breaks("table3-results-total", at: "requests/*/business", "requests/*/total", when: "undivided results count")
        {
            $0.leaveOtherUndivided(business: 1)
        },
        .keeps("table3-results-total", "undivided results of zero") { $0.leaveOtherUndivided() },

        .breaks(
            "table3-balance", at: "requests/*/natural_person", "requests/*/total",
            facts: ["left": .number(11), "right": .number(12)], when: "one carried out too many"
        ) { $0.add(1, to: .carriedOut, .naturalPerson) },
        .keeps("table3-balance", "one received and carried out more") {
            $0.add(1, to: .received, .business)
            $0.add(1, to: .carriedOut, .business)
        },
        .keeps("table3-balance", "a row that can't be read leaves the sum undecided") {
            $0.add(1, to: .carriedOut, .naturalPerson)
            $0.requests?.rows[.carriedIn]?.cells = nil
        },

        .breaks(
            "table4-total", at: "review/reconsideration", facts: ["stated": .number(0), "sum": .number(3)],
            when: "a total left at zero"
        ) { $0.review?.rows[.reconsideration]?.cells?[4] = .count(0) },
        .keeps("table4-total", "a blank total has a finding of its own") {
            $0.review?.rows[.reconsideration]?.cells?[4] = .blank
        },
    ]
}

extension Report {
    /// Prints （六）其他处理 as one row, as the form of 2019 had it.
    mutating func leaveOtherUndivided(business: Int = 0) {
        for row in RequestRow.allCases where row.group == .other { requests?.rows[row] = nil }
        undividedOther = .numbers([0, business, 0, 0, 0, 0, business], label: "（六）其他处理")
    }
}
