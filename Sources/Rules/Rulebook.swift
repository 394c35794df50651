package import Reports

/// The rulebook: every rule, and the one function that applies them.
package enum Rulebook {
    /// What the rules find in a report, in the order of the form.
    package static func findings(in report: Report) -> [Finding] { [] }

    /// The finding that says why a file could not be checked.
    ///
    /// `rule` is one of the `unreadable-…` ids; `detail` is what was met, in Chinese, or empty.
    package static func unreadable(rule: String, detail: String) -> Finding {
        Finding(rule: rule, severity: .error, at: .file, message: detail, fix: "", source: "")
    }
}
