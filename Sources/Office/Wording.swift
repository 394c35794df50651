import Rules

extension Verdict {
    /// A sign that tells the verdict without colour.
    var sign: String {
        switch self {
        case .accepted: "✓"
        case .acceptedWithWarnings: "!"
        case .returned: "✗"
        case .unreadable: "?"
        case .failed: "↻"
        }
    }
}

extension Severity {
    /// The severity among the findings of a verdict: what kept a file from being checked is nobody's mistake.
    func name(in verdict: Verdict) -> String {
        self == .error && [.unreadable, .failed].contains(verdict) ? "未能校核的原因" : name
    }

    /// A sign that tells the severity without colour.
    var sign: String {
        switch self {
        case .error: "✗"
        case .warning: "!"
        case .info: "·"
        }
    }
}

extension Severity {
    /// The graver one of two.
    func graver(than other: Severity) -> Severity { isGraver(than: other) ? self : other }
}

extension Int {
    /// A number of bytes as people say it: 31 KB.
    var asSize: String {
        switch self {
        case ..<1_000: "\(self) 字节"
        case ..<1_000_000: "\((self + 500) / 1_000) KB"
        default: "\((self + 500_000) / 1_000_000) MB"
        }
    }
}
