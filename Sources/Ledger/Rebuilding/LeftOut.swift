import Linux

/// What was found on the way to a ledger and not believed.
package struct LeftOut: Sendable, Equatable {
    /// How many of each kind are named; the rest is counted.
    private static let shown = 20

    /// Entries of others than the ledger's own service, by who wrote them.
    package private(set) var others: [String: Int] = [:]
    /// What does not fit of entries that cannot be records.
    private var misfits: [String] = []
    private var misfitCount = 0
    /// Records that neither the chain nor a seal proves.
    private var unproven: [Int] = []
    private var unprovenCount = 0

    package init() {}

    package var count: Int { otherCount + misfitCount + unprovenCount }
    package var otherCount: Int { others.values.reduce(0, +) }

    mutating func add(others: [String: Int]) { self.others.merge(others, uniquingKeysWith: +) }

    mutating func add(misfit complaint: String) {
        misfitCount += 1
        if misfits.count < Self.shown { misfits.append(complaint) }
    }

    mutating func add(unproven number: Int) {
        unprovenCount += 1
        if unproven.count < Self.shown { unproven.append(number) }
    }

    mutating func add(_ other: LeftOut) {
        add(others: other.others)
        misfits = Array((misfits + other.misfits).prefix(Self.shown))
        unproven = Array((unproven + other.unproven).prefix(Self.shown))
        misfitCount += other.misfitCount
        unprovenCount += other.unprovenCount
    }

    /// What was left out, in Chinese, a line a kind; nothing that could steer a terminal.
    package var lines: [String] {
        var lines: [String] = []
        if !others.isEmpty {
            let whose = others.sorted { $0.key < $1.key }.prefix(Self.shown).map { "\($0.key) \($0.value) 条" }
            lines.append("其他账户写入的记录 \(otherCount) 条，未采信（\(whose.joined(separator: "、"))）。")
        }
        if misfitCount > 0 {
            lines.append("不合规定的记录 \(misfitCount) 条，未采信：\(misfits.joined(separator: "；"))。")
        }
        if unprovenCount > 0 {
            let numbers = unproven.map(String.init).joined(separator: "、")
            lines.append("与前面的记录接不上、或没有本台账密钥的记录 \(unprovenCount) 条，未采信（记录 \(numbers)）。")
        }
        return lines
    }
}
