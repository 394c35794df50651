import Linux
package import Office
package import Reports
import Rules

/// What is recorded of a file that was checked.
package struct CheckedReport: Sendable, Equatable {
    package var result: ReportResult
    /// The body that reports, as the roster has it.
    package var agency: Agency?
    /// The prose by which later reports are compared with this one.
    package var texts: [Section: String]
    /// From which likeness on, in per cent, they are alike.
    package var likeness = Thresholds().likeness
    /// The file ends too early: most likely the rest of it is still to come.
    package var isCutOff = false
    /// By the end of such a file it can be told that it is whole.
    package var hasEnd = false
    /// It lies in the folder of another body.
    package var isMisplaced = false

    package init(result: ReportResult, agency: Agency? = nil, texts: [Section: String] = [:]) {
        self.result = result
        self.agency = agency
        self.texts = texts
    }

    /// Files it under the roster's name of the body, else under the report's own. Where the report names none, the bureau's folder
    /// does, else the file's name. One in another body's folder is filed apart from both.
    package func filing(at path: InboxPath) -> Filing {
        let folder = path.folder?.display
        let filing = Filing(
            year: result.year, agency: agency?.name, result.agency, folder, file: path.name.display)
        return isMisplaced ? filing.apart(in: folder ?? "") : filing
    }
}
