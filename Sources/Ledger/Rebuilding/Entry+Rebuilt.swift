import Linux
import SystemPackage

extension Entry {
    /// What the journal is told of a ledger that was damaged.
    static func rebuilt(_ summary: LedgerBuilder.Summary, _ place: FilePath, _ reason: String) -> Entry {
        let shown = FileName(place.string).display
        let found = "从系统日志和原来的台账中恢复了 \(summary.records) 条记录、\(summary.versions) 份报告"
        let rest =
            summary.isWhole
            ? "编号没有中断。"
            : "有 \(summary.shown)没有找回；收件文件夹里现有的文件会重新核对，其余的请与报送单位核实。"
        return Entry(
            .rebuilt, .critical,
            "\(reason)，已整体移到 \(shown) 保存，没有删除。\(found)，\(rest)\(summary.remarks.joined())",
            fields: ["FILE": shown])
    }

    /// What the journal is told of a ledger that was gone; where what lay in its place was put.
    static func replaced(_ summary: LedgerBuilder.Summary, _ path: FilePath, keptIn place: FilePath?) -> Entry {
        let shown = FileName(path.string).display
        let what =
            place.map { "台账 \(shown) 不见了，它位置上留下的文件不是整本台账，已移到 \(FileName($0.string).display) 保存。" }
            ?? "台账 \(shown) 不见了。"
        return Entry(
            .rebuilt, .critical,
            "\(what)已从系统日志恢复了 \(summary.records) 条记录、\(summary.versions) 份报告，收到时间照旧，编号没有中断。"
                + "请查明是谁移走的；手上有备份的，请先与它核对。\(summary.remarks.joined())",
            fields: ["FILE": shown])
    }
}

extension LedgerBuilder.Summary {
    /// What could not be read, what was found and not believed, and what can't be checked; each in Chinese with an end mark.
    var remarks: [String] {
        let lost = "记录 \(unverifiable) 及以前有封印的记录，密钥（\(Keyring.name)）不在，不能用密钥核对，只按前后衔接和日志的可信字段采信。"
        return troubles + leftOut.lines + (unverifiable > 0 ? [lost] : [])
    }

    /// 记录 3、7–9
    var shown: String {
        let ranges = missing.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
        return "记录 " + (ranges + unusable.map(String.init)).prefix(20).joined(separator: "、") + " "
    }
}
