package import GRDB
package import Office

/// What the ledger needs to know of a file of the office, letter by letter: the field `NIANBAO_FACTS`.
struct DeskFacts: Codable, Sendable {
    /// What tells the bytes from others.
    let content: String
    /// As a person may read it.
    let name: String
    let who: Decider
    /// Why nothing was taken from it; `nil` where lines were.
    var refused: String?
    var lines: [DeskFile.Line] = []
    var blank = 0

    init(_ file: DeskFile, _ content: Content) {
        (self.content, name, who) = (content.key, file.name, file.who)
        switch file.content {
        case .refused(let why): refused = why
        case .list(let lines, let blank): (self.lines, self.blank) = (lines, blank)
        }
    }

    /// Whether a file can be what is said here.
    var isInBounds: Bool {
        let digest = content.hasPrefix(Content.unread) ? content.dropFirst(Content.unread.count) : content[...]
        return !digest.isEmpty && RecordBounds.isDigest(String(digest)) && name.utf8.count <= 4_096
            && (0...1 << 30).contains(blank)
    }
}

extension DeskFile: FetchableRecord {
    package init(row: Row) throws {
        let facts = try JSON.value(DeskFacts.self, from: row.decode(forColumn: "facts"))
        self.init(
            name: facts.name, who: facts.who, at: try row.decode(forColumn: "at"),
            content: facts.refused.map(Content.refused) ?? .list(facts.lines, blank: facts.blank))
    }
}
