import Linux

/// The files that office programs lay beside a document while somebody edits it.
struct EditLocks {
    /// The whole names of the documents, and what is left of a name where a program takes its first letters off.
    private var names: Set<String> = []
    private var endings: Set<String> = []

    /// Notes a name where it is that of such a file.
    mutating func note(_ name: FileName) {
        let shown = name.display
        if shown.hasPrefix(".~lock."), shown.hasSuffix("#") {
            names.insert(String(shown.dropFirst(7).dropLast()))
        } else if shown.hasPrefix("~$") || shown.hasPrefix(".~") {
            endings.insert(String(shown.dropFirst(2)))
        }
    }

    /// Whether somebody edits the document of a name. Word writes `~$` over its first two letters, or puts it before a short one.
    func cover(_ name: FileName) -> Bool {
        guard !names.isEmpty || !endings.isEmpty else { return false }
        let shown = name.display
        return names.contains(shown) || (0...2).contains { endings.contains(String(shown.dropFirst($0))) }
    }
}
