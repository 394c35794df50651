import Linux

extension Verification.Report {
    /// What was not compared, and what to do; each in Chinese with an end mark. As long as there is any, nobody can say that nothing was
    /// changed.
    package var gaps: [String] { [journalGap, sealGap].compactMap(\.self) }

    /// What is to be known, and changes nothing of the outcome.
    package var notes: [String] {
        guard case .lost(let last) = seals else { return leftOut.lines }
        return leftOut.lines + [
            "密钥（ledger.keys）曾经丢失：记录 \(last) 及以前的封印不能核对，只核对了前后衔接。"
                + "如有密钥的备份，请把其中的各行加在现在的 ledger.keys 之后（cat 备份 >> ledger.keys），不要覆盖它，就可再核对。"
        ]
    }

    /// The outcome in one sentence.
    package var conclusion: String {
        if !deviations.isEmpty { return "发现 \(deviations.count) 处改动。台账没有变动，请先备份再处理。" }
        return gaps.isEmpty ? "没有发现改动。" : "未对照，不能断定没有被改动；已核对的部分前后一致。"
    }

    private var journalGap: String? {
        switch uncompared {
        case nil: nil
        case .unreadable(let account):
            "未对照系统日志：账户 \(account) 读不到系统日志。请运行 sudo nianbao verify；没有 journald 的机器无从对照。"
        case .failed(let error): "未对照系统日志：日志读不出来（\(error.reason)）。请稍后再运行一次。"
        case .noCopies: "未对照系统日志：日志里没有这本台账的记录，可能还没有送出，或者已经清理；服务若由个人账户启动，请用该账户运行。"
        }
    }

    private var sealGap: String? {
        switch seals {
        case .checked, .lost: nil
        case .replaced(let records):
            "未核对封印：记录 \(records.lowerBound)–\(records.upperBound) 中有用另一个密钥封印的，台账写明的这个密钥已不在 ledger.keys 中，多半是这个文件被另一份覆盖了。"
                + "请把原来那一份（如有）的各行加在现在的 ledger.keys 之后（cat 原件 >> ledger.keys），再运行一次。没有人换过这个文件的，请与其他机器上的日志副本核对。"
        case .unreadable(let reason): "未核对封印：密钥（ledger.keys）读不出来（\(reason)）。请运行 sudo nianbao verify。"
        case .damaged: "未核对封印：密钥（ledger.keys）的内容已损坏。请从备份恢复这个文件，再运行一次。"
        }
    }
}
