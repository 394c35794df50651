package import Linux
import Office

/// What is to be told to the journal, before the ledger gives it a number.
package struct Entry: Sendable, Equatable {
    /// Every field that people read stays under this many bytes: `journalctl -o json` hides longer ones.
    private static let longest = 1_999
    /// What programs read, whole however long.
    private static let whole: Set<String> = ["RESULT", "FACTS"]

    package let event: Event
    package let priority: JournalPriority
    /// One sentence, in Chinese.
    package let message: String
    /// The fields that begin with `NIANBAO_`, by the rest of their names.
    package let fields: [String: String]

    /// Values are cut to what the journal shows; what programs read is whole.
    package init(_ event: Event, _ priority: JournalPriority, _ message: String, fields: [String: String] = [:]) {
        self.event = event
        self.priority = priority
        self.message = message.cut(toBytes: Self.longest)
        self.fields = Dictionary(
            uniqueKeysWithValues: fields.map { name, value in
                (name, Self.whole.contains(name) ? value : value.cut(toBytes: Self.longest))
            })
    }

    /// The fields with the office that sends them; an office without a name sends none.
    func fields(of office: String) -> [String: String] {
        office.isEmpty ? fields : fields.merging(["OFFICE": office.cut(toBytes: Self.longest)]) { own, _ in own }
    }
}
