/// How much a finding weighs.
package enum Severity: String, CaseIterable, Sendable, Codable {
    /// The report contradicts the form or itself, and no honest reading saves it.
    case error
    /// A person must look.
    case warning
    /// Good to know.
    case info
}
