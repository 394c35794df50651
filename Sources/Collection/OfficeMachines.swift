import Ledger
import Office

/// On which machines the ledgers of offices are written, by the numbers of these.
struct OfficeMachines {
    /// So many other offices are named.
    private static let mostNamed = 5

    /// The number of the machine of each office.
    private var numbers: [String: String] = [:]

    /// The newest record of an office says on which machine it was written.
    mutating func note(_ machine: SentJournals.Machine, of office: String) { numbers[office] = machine.id }

    /// What there is to tell of those of these offices that have machines with the same number: these were cloned.
    func troubles(of offices: [String]) -> [FoundTrouble] {
        let known = offices.filter { numbers[$0] != nil }
        return Dictionary(grouping: known) { numbers[$0] }.values.filter { $0.count > 1 }.flatMap { group in
            group.map { office in .sameMachine(office, as: group.filter { $0 != office }, most: Self.mostNamed) }
        }
    }
}

extension FoundTrouble {
    /// The machine of an office has the same number as those of others.
    fileprivate static func sameMachine(_ office: String, as others: [String], most: Int) -> FoundTrouble {
        let named = others.prefix(most).joined(separator: "、")
        let rest = others.count > most ? "等 \(others.count) 个办公室" : ""
        return FoundTrouble(
            .sameMachine, about: office, from: "",
            "\(office)的机器与\(named)\(rest)的机器编号相同（/etc/machine-id），多半是从同一个映像复制的虚拟机。记录照常计入；但分不清哪一台没有消息，"
                + "其中一台重启后 nianbao 没有启动的，当作没有消息。请工程师给复制出来的机器换一个编号（systemd-machine-id-setup，见 docs/scale.md）；"
                + "同一台机器先后给两个办公室用的，从名册中删去不再用的那个。")
    }
}
