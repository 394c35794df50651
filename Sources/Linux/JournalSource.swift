package import SystemPackage

/// Who must have written an entry of a journal for it to be believed.
///
/// Any local account may send fields such as `NIANBAO_RECORD`. Those whose names begin with `_` come from nobody but journald, which has
/// them from the kernel.
package struct JournalOrigin: Sendable, Hashable {
    package let field: String
    package let value: String

    private init(field: String, value: String) {
        self.field = field
        self.value = value
    }

    /// `_UID=997` and the like; `nil` for a field that a sender can set, and for one without a value.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].hasPrefix("_"), parts[0].utf8.count <= 64,
            parts[0].utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || $0 == 0x5F })
        else { return nil }
        self.init(field: parts[0], value: parts[1])
    }

    package static func account(_ number: UInt32) -> JournalOrigin {
        JournalOrigin(field: "_UID", value: String(number))
    }
    package static func unit(_ name: String) -> JournalOrigin { JournalOrigin(field: "_SYSTEMD_UNIT", value: name) }

    /// As a person may know it, 账户 nianbao
    package var description: String { description(of: value) }

    /// The origin of another entry as a person may know it, by what this field holds there; `nil` where it has none.
    func description(of value: String?) -> String {
        guard let value else { return "没有 \(field) 的来源" }
        let shown = FileName(value).display
        if field == "_UID" { return "账户 \(UInt32(value).map(Account.name) ?? shown)" }
        return "\(field)=\(shown)"
    }
}

/// A journal, and whose entries of it are believed.
package struct JournalSource: Sendable {
    package enum Place: Sendable, Hashable {
        /// What this machine's journald has written for the system and, of its users, for the account that reads.
        case machine
        /// Journal files of any machines.
        case folder(FilePath)
        /// Some journal files alone.
        case files([FilePath])
    }

    package let place: Place
    package let origin: JournalOrigin

    package init(_ place: Place, from origin: JournalOrigin) {
        self.place = place
        self.origin = origin
    }

    /// This machine's journal, as an account has written it.
    package static func machine(account: UInt32) -> JournalSource { JournalSource(.machine, from: .account(account)) }

    package func open() throws(Errno) -> JournalReader { try JournalReader(place, from: origin) }
}
