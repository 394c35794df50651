package import Office
package import Reports

/// What is recorded of a file that was inspected.
package struct Inspection: Sendable, Equatable {
    package var result: Result
    /// The body that reports, as the roster has it.
    package var agency: Agency?
    /// The prose by which later reports are compared with this one.
    package var texts: [Section: String]

    package init(result: Result, agency: Agency? = nil, texts: [Section: String] = [:]) {
        self.result = result
        self.agency = agency
        self.texts = texts
    }
}
