import Channels

/// The kinds of alerts as docs/alerts.md shows them.
package enum AlertKindsTable {
    /// The table in Markdown.
    package static let markdown =
        "| 名称 | 程度 | 出了什么事 | 怎么办 | 何时发送 | 暂不发送 |\n|---|---|---|---|---|---|\n"
        + Alert.Kind.allCases.map(row).joined()

    private static func row(_ kind: Alert.Kind) -> String {
        let traits = kind.traits
        let holds = Alert.Kind.allCases.filter(kind.heldBackBy.contains).map { "`\($0.rawValue)`" }
        return "| `\(kind.rawValue)` | \(traits.severity.name) | \(traits.title) | \(traits.advice) | "
            + "\(traits.cadence.said)\(traits.tellsEnd ? traits.cadence.end : "") | \(holds.joined(separator: " ")) |\n"
    }
}

extension AlertTraits.Cadence {
    fileprivate var said: String {
        switch self {
        case .once: "立即，只一次"
        case .every(let hours): "立即，以后每 \(hours) 小时"
        case .onAMorning: "工作日上午，只一次"
        case .mornings: "每个工作日上午"
        }
    }

    /// When people are told that it is over: of what they hear in the mornings, on the next one.
    fileprivate var end: String { self == .mornings ? "，恢复后的第一个工作日上午一次" : "，恢复时一次" }
}
