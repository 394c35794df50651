/// That a person has written down the numbers of a report that could not be read.
package struct HandEntry: Sendable, Hashable, Codable {
    /// The `format` of its result.
    package static let format = "entered"

    package var who: Decider
    /// Why it was done so; empty where nobody has said.
    package var why: String

    package init(who: Decider, why: String) {
        self.who = who
        self.why = why
    }

    /// For the office: 人工录入：王五（账户 wang）。扫描件，逐格核对。
    package var words: String { "人工录入：\(who.shown)。\(reason)" }
    /// For the bureau, whom the accounts of the office do not concern.
    package var receiptWords: String { "人工录入。\(reason)" }

    private var reason: String { "\(why.isEmpty ? "" : "\(why)。")只校核了三张表的数字，对文字的规则不适用。" }
}

extension ReportResult {
    /// Whether its numbers were written down by a person.
    package var isEntered: Bool { format == HandEntry.format }
}
