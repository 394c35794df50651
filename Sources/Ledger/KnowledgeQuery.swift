package import Foundation
package import Office
package import Reports

/// Which report something is asked about.
package struct KnowledgeQuery: Sendable {
    /// Where the report is filed; `nil` where it says no year or no body.
    package var filing: Filing?
    /// The body that reports, as the roster has it.
    package var agency: Agency?
    /// The prose that is compared with that of other reports.
    package var texts: [Section: String]
    /// The SHA-256 of its bytes: it is not compared with itself, also where it was filed under another name.
    package var sha256 = ""
    /// When it came.
    package var receivedAt: Date
    /// Which version of the report it is, where it is one already.
    package var version: Int?
    /// The account that the file belongs to; `nil` where it says nothing of who reports.
    package var owner: UInt32?
    package var roster: Roster
    /// From which likeness on, in per cent, texts are alike.
    package var likeness: Int

    package init(
        _ filing: Filing?, agency: Agency? = nil, texts: [Section: String] = [:], receivedAt: Date,
        version: Int? = nil, roster: Roster = Roster(), likeness: Int
    ) {
        self.filing = filing
        self.agency = agency
        self.texts = texts
        self.receivedAt = receivedAt
        self.version = version
        self.roster = roster
        self.likeness = likeness
    }
}
