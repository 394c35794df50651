import Foundation
import Linux

/// The files that office programs lay beside a document while somebody edits it. One that crashes leaves them there.
struct EditLocks {
    /// When the files were written: by the whole names of the documents, and by what is left of a name where a program takes its first
    /// letters off.
    private var names: [String: Date] = [:]
    private var endings: [String: Date] = [:]

    /// Notes a name where it is that of such a file; `written` tells when that was, and is asked for no other.
    mutating func note(_ name: FileName, written: () -> Date?) {
        let shown = name.display
        if shown.hasPrefix(".~lock."), shown.hasSuffix("#") {
            names[String(shown.dropFirst(7).dropLast())] = written()
        } else if shown.hasPrefix("~$") || shown.hasPrefix(".~") {
            endings[String(shown.dropFirst(2))] = written()
        }
    }

    /// Since when somebody edits the document of a name. Word writes `~$` over its first two letters, or puts it before a short one.
    func since(_ name: FileName) -> Date? {
        guard !names.isEmpty || !endings.isEmpty else { return nil }
        let shown = name.display
        return ([names[shown]] + (0...2).map { endings[String(shown.dropFirst($0))] }).compactMap(\.self).max()
    }
}
