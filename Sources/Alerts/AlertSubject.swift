import Office

/// What an alert is about.
///
/// `text` is how the ledger, the journal and people name it. It says all there is: a subject made of its text is the same one.
package enum AlertSubject: Sendable, Hashable {
    /// A folder, a disk, a channel, a part of the program.
    case place(String)
    /// A file of the inbox, or a bureau's folder.
    case file(folder: String?, name: String)
    /// An agency's report for a year, and which of several reminders of it.
    case report(agency: String, year: String, reminder: String? = nil)

    private static let reminder = "提醒"

    /// The subject that a text names for a kind of alert. An agency's name may hold spaces; a year and a reminder hold none.
    package init(_ kind: Alert.Kind, text: String) {
        switch kind.traits.subject {
        case .place: self = .place(text)
        case .file:
            let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            self = parts.count == 2 ? .file(folder: parts[0], name: parts[1]) : .file(folder: nil, name: text)
        case .agency:
            var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
            let reminder = words.last?.hasPrefix(Self.reminder) == true ? words.removeLast() : nil
            let year = words.count > 1 ? words.removeLast() : ""
            let agency = words.joined(separator: " ")
            self = .report(
                agency: agency, year: year, reminder: reminder.map { String($0.dropFirst(Self.reminder.count)) })
        }
    }

    /// What people call it in a sentence: of a reminder not its day, which would be taken for the last one.
    package var name: String {
        guard case .report(let agency, let year, _) = self, !year.isEmpty else { return text }
        return Filing.name(agency: agency, year: year)
    }

    package var text: String {
        switch self {
        case .place(let name), .file(nil, let name): name
        case .file(let folder?, let name): "\(folder)/\(name)"
        case .report(let agency, let year, let reminder):
            [agency, year, reminder.map { Self.reminder + $0 } ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
    }
}
