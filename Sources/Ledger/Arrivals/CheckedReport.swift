import Linux
package import Office
package import Reports

/// What is recorded of a file that was checked.
package struct CheckedReport: Sendable, Equatable {
    package var result: ReportResult
    /// The body that reports, as the roster has it.
    package var agency: Agency?
    /// The prose by which later reports are compared with this one.
    package var texts: [Section: String]

    package init(result: ReportResult, agency: Agency? = nil, texts: [Section: String] = [:]) {
        self.result = result
        self.agency = agency
        self.texts = texts
    }

    /// Files it under the roster's name of the body, else under the report's own. Where the report names none, the bureau's folder
    /// does, else the file's name.
    package func filing(at path: InboxPath) -> Filing {
        Filing(
            year: result.year, agency: agency?.name, result.agency, path.folder?.display, file: path.name.display)
    }
}
