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

    /// Whether it belongs elsewhere than where a version of the same bytes is filed: under another year, as another body's report, or apart.
    ///
    /// A body that was renamed since is the same one. What is read of it has to say more than was known: where it says no year or no name any
    /// more, it stays. It is judged by the folder in which it lies: where it lies in others as well, that says too little.
    package func isFiledAnew(inPlaceOf kept: FiledVersion) -> Bool {
        if kept.isLeft { return true }
        guard result.verdict.isOfContent else {
            return result.verdict == .unreadable && kept.year == Filing.unknownYear && !kept.isNamed && agency != nil
                && !kept.isElsewhere && !isOfBody(filedAs: kept.agency, filing(at: kept.path))
        }
        return belongsElsewhere(than: kept)
    }

    /// The same of a report that could be read.
    package func belongsElsewhere(than kept: FiledVersion) -> Bool {
        let now = filing(at: kept.path)
        guard result.agency != nil || !kept.isNamed, now.year == kept.year || result.year != nil else { return false }
        if now.year != kept.year { return true }
        if Filing.isApart(now.agency) != Filing.isApart(kept.agency) { return !isMisplaced || !kept.isElsewhere }
        return (result.agency != nil || !kept.isElsewhere) && !isOfBody(filedAs: Filing.own(of: kept.agency), now)
    }

    /// Whether the body whose report it is has reports under a name. One that the roster does not know is known by a name that can mean it.
    private func isOfBody(filedAs name: String, _ now: Filing) -> Bool {
        if Filing.own(of: now.agency) == name { return true }
        guard let agency else { return result.agency.map { AgencyName($0).canMean(AgencyName(name)) } ?? false }
        return agency.otherNames.contains { Filing(year: 0, agency: $0).agency == name }
    }
}

/// Where a version is filed, and what it is filed by.
package struct FiledVersion: Sendable, Equatable {
    let year: String
    let agency: String
    /// Whether it names the body that reports.
    let isNamed: Bool
    /// Where it lies, or lay last.
    let path: InboxPath
    /// Whether its bytes lie in another folder, too.
    let isElsewhere: Bool
    /// Whether it is history because of a version that is filed elsewhere since: it is to count again.
    let isLeft: Bool
}
