import Ledger

extension Retention.Report {
    /// What is to be removed, or was, in Chinese, a line each.
    package func lines(applied: Bool) -> [String] {
        guard !isEmpty else { return ["没有超过保存期限的内容。"] }
        let items: [(count: Int, bytes: Int?, what: String)] = [
            (copies, copyBytes, "份旧版的存档文件（已被新版取代）"), (strays, strayBytes, "份台账中没有登记的存档文件（中断时留下的）"),
            (ledger.ledgers.count, ledgerBytes, "本旧台账（损坏后移开的，或升级前的备份）"),
            (ledger.results, nil, "条旧结论（已重新校核）"), (ledger.alerts, nil, "条已恢复的告警"),
            (ledger.notices, nil, "条已送达的消息"), (ledger.records, nil, "条流水记录"),
        ]
        let shown = items.filter { $0.count > 0 }.map { item in
            "  \(item.count) \(item.what)" + (item.bytes.map { "，\(Self.size($0))" } ?? "")
        }
        return [applied ? "已清理，并记入台账和日志：" : "将清理："] + shown
            + (applied ? [] : ["什么也没有动。要清理，请加 --apply。"])
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1_000_000 ? "\((bytes + 999) / 1_000) KB" : "\(bytes / 1_000_000) MB"
    }
}
