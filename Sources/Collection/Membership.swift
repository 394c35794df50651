import Foundation
import Ledger
import Linux
import Office
import Reports
import SystemPackage

/// What is known of the offices when a sender's journals are looked at.
struct KnownOffices {
    let roster: OfficeRoster
    /// The last confirmation that is known.
    let confirmation: Int
    let former: Set<String>
    let decisions: [String: LedgerDecisions]
    let followed: [Ledger.Followed]
    private let byLedger: [String: Ledger.Followed]
    private let byName: [String: Ledger.Followed]
    private let bySender: [String: [Ledger.Followed]]
    private let listed: [String: [String]]

    init(_ roster: OfficeRoster, _ ledger: Ledger) throws {
        self.roster = roster
        confirmation = try ledger.lastConfirmation()
        // Before the decisions: one that is confirmed meanwhile is followed from in this round, and shown in the next.
        followed = try ledger.followedOffices()
        (former, decisions) = try (ledger.formerLedgers(), ledger.decisions())
        byLedger = Dictionary(followed.map { ($0.ledger, $0) }, uniquingKeysWith: { first, _ in first })
        byName = Dictionary(followed.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        bySender = Dictionary(grouping: followed, by: \.source)
        let certified = roster.offices.compactMap { office in office.certificate.map { (office.name, $0) } }
        listed = Dictionary(grouping: certified, by: \.1).mapValues { $0.map(\.0) }
    }

    func followed(ledger: String) -> Ledger.Followed? { byLedger[ledger] }
    func followed(name: String) -> Ledger.Followed? { byName[name] }
    func followed(from sender: String) -> [Ledger.Followed] { bySender[sender] ?? [] }

    /// Whether an office may call itself so: there is no list, and no other one has the name.
    func isFree(_ name: String) -> Bool {
        roster.offices.isEmpty && Filing.isFolderName(name) && followed(name: name) == nil
    }

    /// The office that one is which calls itself so: a sender that the list has for one office sends that one's, unless it says that it is
    /// another one of the list.
    private func listed(_ name: String, from sender: String) -> String {
        guard roster[name]?.certificate == nil, let only = listed[sender], only.count == 1 else { return name }
        return only[0]
    }

    /// Whether the list has an office that is followed: with its sender, or with one that no other office has.
    func isListed(_ office: Ledger.Followed) -> Bool {
        guard let certificate = roster[office.name]?.certificate else { return false }
        return certificate == office.source || listed[office.source] == nil
    }

    /// Whether an office of the list has a sender, and no ledger of it is followed.
    func isUnfollowed(_ name: String?, from sender: String) -> Bool {
        guard let name = name.map({ listed($0, from: sender) }) else { return false }
        return roster[name]?.certificate == sender && followed(name: name) == nil
    }

    /// The offices whose records a sender has to send.
    func names(of sender: String) -> [String] {
        roster.offices.isEmpty ? followed(from: sender).map(\.name) : listed[sender] ?? []
    }

    /// What is to be said of a record that need not be of the office whose it seems: whoever sends for several can't be told apart. Empty
    /// of a sender that sends for one office only.
    func doubt(of sender: String) -> String {
        let names = names(of: sender)
        guard names.count > 1 else { return "" }
        return "证书 \(sender) 为 \(names.count) 个办公室传送，这样的记录也可能是其中另一个写的：请先核实是不是这个办公室的。"
    }
}

/// Which office the records of a ledger are of, where a sender has them.
enum Membership {
    case office(Ledger.Followed)
    /// The office is known, and nothing of it has been followed yet.
    case new(String)
    /// The office is known, and its records come from another sender from now on.
    case moved(Ledger.Followed)
    /// The ledger is that of an office whose records another sender sends.
    case claimed(Ledger.Followed)
    case trouble(FoundTrouble)
    /// The ledger is one that another one has taken the place of: that is told of what has been written since.
    case former(FoundTrouble)
    /// The office had it before the one that is followed.
    case history
    /// Records of a ledger that another one has taken the place of.
    case ignored
}

extension KnownOffices {
    /// Decides by the certificate, which no sender can choose, and by the name that the newest record has in its chain.
    func membership(of records: RemoteRecords, from sender: String) throws -> Membership {
        if let known = followed(ledger: records.ledger) {
            guard known.source != sender else { return .office(known) }
            return roster[known.name]?.certificate == sender ? .moved(known) : .claimed(known)
        }
        guard let (newest, arrival) = try records.newest() else { return .ignored }
        let membership = try membership(ofUnknown: records, newest, arrival, from: sender)
        // It may be the only one that its office has.
        guard case .trouble(let trouble) = membership, former.contains(records.ledger),
            try !isUnfollowed(newest.office, from: sender)
        else { return membership }
        return .former(trouble)
    }

    private func membership(
        ofUnknown records: RemoteRecords, _ newest: StoredRecord, _ arrival: SentJournals.Arrival, from sender: String
    ) throws -> Membership {
        guard let told = try newest.office, Filing.isFolderName(told) else {
            return .trouble(
                FoundTrouble(
                    .nameless, about: sender, from: sender,
                    "证书 \(sender) 发来的记录没有写明是哪个办公室的。请对方在设置中填写 office.name 并重启服务；此前的记录不计入。"))
        }
        let name = listed(told, from: sender)
        if !roster.offices.isEmpty {
            guard let listed = roster[name], let certificate = listed.certificate else {
                return .trouble(
                    FoundTrouble(
                        .unlisted, about: sender, from: sender,
                        "证书 \(sender) 发来“\(name)”的记录，而办公室名册中没有它，或没有写它的证书。请核对 collect.offices 所指的名册。"))
            }
            guard certificate == sender else { return .trouble(twoOfOneName(name, certificate, sender)) }
        }
        guard let known = followed(name: name) else {
            guard former.contains(records.ledger) else { return .new(name) }
            return .trouble(
                FoundTrouble(
                    .newLedger, about: name, from: sender,
                    "\(name)现在没有台账在汇集，而证书 \(sender) 发来了它从前汇集过的台账（\(records.ledger.prefix(8))…）。"
                        + "请与对方核实；\(doubt(of: sender))核实以后确认：\(OfficeTrouble.confirming(name))",
                    junction: try records.first()))
        }
        // One that ended before the other began anew is history.
        if known.source == sender, let other = try records.other(known.ledger).newest(), arrival < other.arrival {
            return former.contains(records.ledger) ? .ignored : .history
        }
        guard roster.offices.isEmpty, known.source != sender else {
            return .trouble(
                FoundTrouble(
                    .newLedger, about: name, from: sender,
                    "\(name)\(former.contains(records.ledger) ? "又在写从前的台账" : "换了一本台账")（\(records.ledger.prefix(8))…，现在汇集的是 \(known.ledger.prefix(8))…）。"
                        + "请与对方核实是否重建过；\(doubt(of: sender))核实以后确认：\(OfficeTrouble.confirming(name))",
                    junction: try records.first()))
        }
        return .trouble(twoOfOneName(name, known.source, sender))
    }

    /// What is told where a sender goes on with a ledger that is another one's, or where two have it: nothing of that is followed until a person
    /// has said whose it is.
    func claims(
        of records: RemoteRecords, _ newest: StoredRecord, of known: Ledger.Followed, by sender: String
    ) throws -> [FoundTrouble] {
        let id = records.ledger.prefix(8)
        guard let name = try newest.office, Filing.isFolderName(name),
            roster.offices.isEmpty || roster[name]?.certificate == sender
        else {
            return [
                FoundTrouble(
                    .twoOfOneLedger, about: sender, from: sender,
                    "证书 \(sender) 发来的记录，用的是\(known.name)（证书 \(known.source)）的台账 \(id)… 的编号，而内容不是从那里来的。"
                        + "这些记录不计入；请对方查那台机器上谁写了这些日志。")
            ]
        }
        let words =
            "证书 \(sender) 以“\(name)”的名义、证书 \(known.source) 以“\(known.name)”的名义，发来同一本台账（\(id)…）的不同记录：其中一方冒用了另一方的编号。"
            + "现在按后者计入，前者的不计入。请与双方核实；核实是“\(name)”的，确认：\(OfficeTrouble.confirming(name))"
        let own = FoundTrouble(
            .twoOfOneLedger, about: name, from: sender, words, junction: try records.first())
        guard known.name != name else { return [own] }
        let other = "证书 \(sender) 以“\(name)”的名义，发来\(known.name)的台账（\(id)…）的不同记录，没有计入。请与双方核实，见“\(name)”。"
        return [own, FoundTrouble(.twoOfOneLedger, about: known.name, from: sender, other)]
    }

    private func twoOfOneName(_ name: String, _ own: String, _ other: String) -> FoundTrouble {
        FoundTrouble(
            .twoOfOneName, about: name, from: other,
            "证书 \(other) 以“\(name)”的名义发来记录，而这个办公室的证书是 \(own)。这些记录不计入；请核对是名册写错了，还是对方填错了名称。")
    }
}

extension FoundTrouble {
    /// Not all that a sender has sent can be read.
    static func unreadable(_ sender: String, _ words: String) -> FoundTrouble {
        FoundTrouble(.unreadable, about: sender, from: sender, words)
    }

    /// What a sender has sent is not all of records.
    static func foreign(_ sender: String, _ words: String) -> FoundTrouble {
        FoundTrouble(.foreign, about: sender, from: sender, "证书 \(sender) 发来的日志里有冒充记录的内容。\(words)")
    }

    /// An office calls itself otherwise than its records are followed by.
    static func renamed(_ office: Ledger.Followed, to name: String?, from sender: String) -> FoundTrouble {
        let now = name.map { "改称“\($0)”" } ?? "不再写明自己的名称"
        return FoundTrouble(
            .renamed, about: office.name, from: sender,
            "\(office.name)\(now)（它设置中的 office.name）。它的记录按证书 \(sender) 仍计入\(office.name)；"
                + "名称确实改了的，请改办公室名册；填错了的，请对方改回。")
    }
}

extension ChainObstacle {
    /// What is told of it, of the records of an office that a sender has.
    func trouble(of office: String, from sender: String, doubt: String = "") -> FoundTrouble {
        let command = OfficeTrouble.confirming(office)
        switch self {
        case .missing(let numbers, let junction):
            let shown =
                numbers.count == 1 ? "\(numbers.lowerBound)" : "\(numbers.lowerBound)–\(numbers.upperBound)"
            return FoundTrouble(
                .gap, about: office, from: sender,
                "\(office)的记录 \(shown) 没有传到（或传到了而内容不合规定），后面的已经传到。日志漏掉的，对方的服务会自动重发；一直补不上的（如对方的日志已清理），"
                    + "请与对方核实，再确认从第 \(junction.number) 条接着汇集：\(command)", junction: junction)
        case .forked(let junction):
            return FoundTrouble(
                .fork, about: office, from: sender,
                "\(office)从第 \(junction.number) 条起改记了另外的内容，多半是从旧备份恢复了台账。现在显示的仍是恢复以前的；"
                    + "\(doubt)请与对方核实，再确认改从第 \(junction.number) 条新的记录接着汇集：\(command)", junction: junction)
        case .unlinked(let junction):
            return FoundTrouble(
                .unlinked, about: office, from: sender,
                "\(office)的记录 \(junction.number) 与前面的接不上，没有采用。\(doubt)请与对方核实是否有人改动过日志；核实以后可以确认采用：\(command)",
                junction: junction)
        case .unreachable(let junction, let isUndone):
            let decided =
                isUndone
                ? "的确认已撤回，而改回去所要的记录" : "已确认从第 \(junction.number) 条接着汇集，而所要的记录"
            let otherwise =
                isUndone
                ? "不改回的，再确认一次：\(command)"
                : "不要了的，撤回确认：\(OfficeTrouble.undoing(office))"
            return FoundTrouble(
                junction.hasReplaced ? .fork : .gap, about: office, from: sender,
                "\(office)\(decided)（第 \(junction.number) 条起）在收到的日志里已经不全，现在显示的仍是原来的。"
                    + "请对方从头再传一次（见 docs/scale.md），传到以后自动照办；\(otherwise)", junction: isUndone ? junction : nil)
        case .stray(let numbers):
            let shown = numbers.prefix(10).map(String.init).joined(separator: "、")
            let count = numbers.count > 10 ? "等 \(numbers.count) 个编号" : ""
            return FoundTrouble(
                .stray, about: office, from: sender,
                "\(office)的记录 \(shown)\(count)，另有内容不同、与前后接不上的传来：伪造的、改动过的或损坏的，没有采用，原来的照常。"
                    + "\(doubt)请对方运行 nianbao verify，并查那台机器上谁写了这些日志；它们随日志清理掉以前一直提示。")
        }
    }
}
