/// How much a finding weighs.
package enum Severity: String, CaseIterable, Sendable, Codable {
    /// The report contradicts the form or itself, and no honest reading saves it.
    case error
    /// A person must look.
    case warning
    /// Good to know.
    case info

    /// The severity in the words of an office.
    package var name: String {
        switch self {
        case .error: "须改正"
        case .warning: "请核实"
        case .info: "供参考"
        }
    }
}

extension Severity {
    /// Whether it weighs more than another one.
    package func isGraver(than other: Severity) -> Bool {
        self != other && Severity.allCases.first { [self, other].contains($0) } == self
    }
}
