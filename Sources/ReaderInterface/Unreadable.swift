/// Why a file could not be checked. A file that could not be checked never passes.
package enum Unreadable: Error, Sendable, Hashable, Codable {
    /// The bytes are not what they claim to be, or end too early. The text says what was seen.
    case damaged(String)
    /// A password is needed.
    case encrypted
    /// A limit was reached: its name in the settings, and its value.
    case limit(name: String, value: Int)
    /// A format that is not read. The format found, if it was recognised.
    case format(Format)
    /// Pictures of pages, without text.
    case scanned
    /// Text, but not that of an annual report. The text says what was missed.
    case notAReport(String)
    /// Our own program ends over it, whenever it tries.
    case crashed

    /// The id of the rule under which results report it.
    package var rule: String {
        switch self {
        case .damaged: "unreadable-damaged"
        case .encrypted: "unreadable-encrypted"
        case .limit: "unreadable-limit"
        case .format: "unreadable-format"
        case .scanned: "unreadable-scanned"
        case .notAReport: "unreadable-not-a-report"
        case .crashed: "unreadable-crash"
        }
    }

    /// What was met, in the words of a clerk; empty where the rule says it all.
    package var detail: String {
        switch self {
        case .damaged(let seen): seen
        case .limit(let name, let value): Limit(rawValue: name)?.exceeded(value) ?? "上限 \(name) = \(value)"
        case .format(let format): format.name
        case .notAReport(let missed): missed
        case .encrypted, .scanned, .crashed: ""
        }
    }
}
