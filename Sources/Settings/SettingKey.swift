import Office
import ReaderInterface
import Rules
import SystemPackage
import TOML

/// A key of the settings. The table of keys is all there is: the file is read, shown, checked and documented by it.
package struct SettingKey: Sendable {
    /// The full name, `inbox.settle`.
    package let name: String
    /// What the key is for, in Chinese.
    package let summary: String
    /// What a good value looks like, in Chinese.
    package let expected: String
    /// The same in English, for packagers.
    let english: String
    /// Takes a value from the file into the settings; false where it is not a good one.
    let read: @Sendable (TOMLValue, inout Settings) -> Bool
    /// The value as the file writes it.
    package let written: @Sendable (Settings) -> String

    init<Value>(
        _ name: String, _ path: any WritableKeyPath<Settings, Value> & Sendable, _ form: SettingForm<Value>,
        _ summary: String
    ) {
        self.name = name
        self.summary = summary
        expected = form.expected
        english = form.english
        read = { toml, settings in
            guard let value = form.read(toml) else { return false }
            settings[keyPath: path] = value
            return true
        }
        written = { form.written($0[keyPath: path]) }
    }

    /// The key of a limit, which bears its name: what reaches a limit names the key to look at.
    private init(_ limit: Limit, _ form: SettingForm<Int>, _ summary: String) {
        name = limit.rawValue
        self.summary = summary
        expected = form.expected
        english = form.english
        read = { toml, settings in
            guard let value = form.read(toml) else { return false }
            settings.limits[keyPath: limit.path] = value
            return true
        }
        written = { form.written($0.limits[keyPath: limit.path]) }
    }

    /// The key by which an office weighs a rule.
    private init(_ rule: Rule) {
        let form = SettingForm<Policy.Weight>.weight
        name = "rules.\(rule.id)"
        summary = "\(rule.finds)。"
        expected = form.expected
        english = form.english
        read = { toml, settings in
            guard let weight = form.read(toml) else { return false }
            settings.policy.set(weight, for: rule)
            return true
        }
        written = { form.written($0.policy.weight(of: rule)) }
    }

    /// The name of the table that the key stands in.
    package var table: String { String(name.dropLast(last.count + 1)) }
    /// The name within the table.
    package var last: String { name.split(separator: ".").last.map(String.init) ?? name }

    /// What a good value looks like where all keys of a table want the same, so that it is said once.
    static func expected(throughout table: String) -> String? {
        let keys = all.filter { $0.table == table }
        guard keys.count > 1, let expected = keys.first?.expected else { return nil }
        return keys.allSatisfy { $0.expected == expected } ? expected : nil
    }

    /// The tables of the file, with what each is about, in Chinese and in English.
    package static let tables: [(name: String, summary: String, english: String)] = [
        (
            "office", "本办公室。只有把记录报给上级汇集的才需要填写，见 docs/scale.md。",
            "This office, where its records are sent to a higher one."
        ),
        (
            "inbox", "收件文件夹：各单位把年度报告放在这里。本系统只读取，从不写入、移动或删除其中的文件。",
            "The inbox, where reports are put. It is only read."
        ),
        (
            "desk", "办公室的文件夹：办公室把填好的核销单放在这里，办理结果见结果文件夹中的 核销结果.html。本系统只读取，从不写入。",
            "The folder of the office, where it puts the decisions that it has filled in. It is only read."
        ),
        ("state", "台账和归档。", "The ledger and the archive."),
        (
            "retention",
            "保存期限。只有 nianbao prune --apply 才会清理，服务自己从不清理。各单位的最新一版、每一版的结论和到达登记一直保留。",
            "For how long things are kept. Only nianbao prune --apply removes anything."
        ),
        ("status", "给人看的结果：总览页、回执和供程序读取的状态文件。", "The results: overview, receipts and status files."),
        (
            "returns", "单位回执：每个单位一个文件夹，里面只有它自己的报送情况和回执，由服务写入，供该单位查看。需要有名录；权限见 docs/share.md。",
            "A folder for each body, in which it reads its own receipts and nothing else. Needs a roster."
        ),
        ("letter", "退回修改意见的落款和改正期限。", "Who signs the letter that returns a report, and by when it is to be corrected."),
        (
            "limits", "单个文件的上限。超过上限的文件不作判断，结论为“无法校核”。",
            "Limits of a document; one beyond a limit is unreadable."
        ),
        ("roster", "应当报送的单位的名录。", "Who has to hand in a report."),
        (
            "deadlines", "报送和公布的期限。报告是上一年度的，期限是下一年的月和日；名录“报送期限”列中写明的日期优先。",
            "When reports are due, in the year after theirs. The column 报送期限 of the roster goes first."
        ),
        ("alerts", "告警和催报。", "Alerts and reminders."),
        (
            "collect", "汇集下级办公室的记录（nianbao collect），见 docs/scale.md。只收本单位报告的用不到。",
            "The records of other offices, which nianbao collect follows."
        ),
        ("thresholds", "规则的界限。", "Where rules draw their lines."),
        ("rules", "各条规则在本单位的轻重。说明和例子见 nianbao explain 编号。", "How this office weighs a rule."),
    ]

    static let officeName = SettingKey(
        "office.name", \.office.name, .text,
        "本办公室的名称，与上级的办公室名册一致，如“青岚市政务公开办公室”。写进每一条记录。留空表示不报给上级；改动要重启服务才能生效。")
    // The keys that the command line sets too.
    package static let inboxPath = SettingKey("inbox.path", \.inbox.path, .path, "收件文件夹的位置。可以直接放文件，也可以每个单位一个子文件夹。")
    package static let settle = SettingKey(
        "inbox.settle", \.inbox.settle, .duration, "文件多长时间没有变化才算传完。网络较慢、文件常分几次写入的，可以调大。")
    static let readers = SettingKey(
        "inbox.readers", \.inbox.readers, .countOrZero, "同时读取多少个文件。0 表示与处理器的核数相同；改动要重启服务才能生效。")
    static let deskFolder = SettingKey(
        "desk.folder", \.desk.folder, .optionalPath,
        "办公室的文件夹的位置，只有办公室的账户能写入：能在这里放文件的人，就能核销。留空表示不用；改动要重启服务才能生效。")
    package static let statePath = SettingKey("state.path", \.state.path, .path, "存放台账和收到的每一份文件的位置。必须在本机磁盘上，不能是网络共享。")
    package static let statusPath = SettingKey("status.path", \.status.path, .path, "存放总览页、回执和状态文件的位置。可以共享给各单位只读访问。")

    /// All keys, in the order of the file.
    package static let all = general + deadlines + alerts + collect + Rulebook.weighable.map(SettingKey.init)

    private static let general: [SettingKey] = [
        officeName,
        inboxPath,
        settle,
        SettingKey("inbox.scan_interval", \.inbox.scanInterval, .duration, "没有任何变动通知时，每隔多长时间完整查看一遍文件夹。"),
        SettingKey(
            "inbox.patience", \.inbox.patience, .duration,
            "一个文件看来还没有传完（空的、有人开着在写、正在办公软件中打开、内容没有写到结尾）时，多长时间没有变化就不再等；超过后按当时的内容校核，读不出来的按“无法校核”处理。"),
        SettingKey("inbox.ignore", \.inbox.ignore, .names, "另外要忽略的文件名，可以用 * 和 ?。Office、WPS 和浏览器的临时文件总是忽略，不必写在这里。"),
        SettingKey(
            "inbox.daily_files", \.inbox.quota.files, .count,
            "一个单位的文件夹 24 小时之内最多收多少个文件，超过的等到第二天，不会丢失。直接放在收件文件夹里的文件，同一账户的合在一起按 100 倍算。"),
        SettingKey("inbox.daily_size", \.inbox.quota.bytes, .size, "一个单位的文件夹 24 小时之内最多收多大，其余同上。"),
        readers,
        deskFolder,
        statePath,
        SettingKey(
            "retention.copy_years", \.retention.copyYears, .years,
            "被新版取代的旧版，原文件保存多少年。机关档案的保管期限最短为 10 年（国家档案局令第 8 号）。"),
        SettingKey(
            "retention.history_years", \.retention.historyYears, .years, "已恢复的告警、已送达的消息和有关的流水记录保存多少年。"),
        statusPath,
        SettingKey("status.valid_for", \.status.validFor, .duration, "总览页的有效时间。过了这段时间页面仍未更新，说明校核服务可能已停止。"),
        SettingKey(
            "returns.folder", \.returns.folder, .optionalPath,
            "存放单位回执的位置，一般用 /srv/nianbao/returns；留空的，不写单位回执。其中各单位文件夹的名称与收件文件夹的相同。改为空以后不再更新，已有的文件保留。"),
        SettingKey("letter.office", \.letter.office, .text, "落款的单位名称。留空的，在打印出来的意见上盖章。"),
        SettingKey(
            "letter.correction_days", \.letter.correctionDays, .count, "收到报告以后，请单位在多少天（自然日）之内改正或核实，重新报送。"),
        SettingKey(.fileSize, .size, "文件大小的上限。带图片的长报告不到 20MB。"),
        SettingKey(.characters, .count, "从一个文件中取出的文字的上限，单位：字。最长的报告不到 5 万字。"),
        SettingKey(.cells, .count, "一个文件中全部表格的单元格数的上限。规定的三张表约 250 格。"),
        SettingKey(.paragraphs, .count, "一份报告正文段落数的上限。最长的报告约 200 段。"),
        SettingKey(.statements, .count, "一份报告正文中与表格对照的数字的个数的上限。很长的报告约 100 个。"),
        SettingKey(.archiveMembers, .count, "压缩包（docx、xlsx、ofd 也是压缩包）中文件数的上限。图片很多的报告有几百个。"),
        SettingKey(.expandedSize, .size, "压缩包解开以后的大小的上限，防止很小的文件解开后占满内存。"),
        SettingKey(.ratio, .count, "压缩包中的文件解开以后是原来的多少倍的上限。正常的文字为十几倍，恶意的压缩包上千倍。"),
        SettingKey(.depth, .count, "文件内部结构层层嵌套的上限。Word 自己的文件不到 60 层。"),
        SettingKey(.elements, .count, "一个文件内部结构的元素数的上限。长报告约 5 万个。"),
        SettingKey(.pages, .count, "PDF 和 OFD 文件页数的上限。最长的报告约 30 页。"),
        SettingKey(.marksPerPage, .count, "PDF 和 OFD 文件一页上文字和线条数的上限，防止一页图纸拖住校核。"),
        SettingKey(.sheetRows, .count, "办公室填写的核销单、人工录入表行数的上限。几百个单位的核销单有几千行。"),
        SettingKey(.sheetCharacters, .count, "办公室填写的核销单、人工录入表中文字的上限，单位：字。"),
        SettingKey(.time, .milliseconds, "读取一个文件最多用多长时间。长的 PDF 不到 1 秒。"),
        SettingKey(.memory, .memory, "读取一个文件最多用多少内存。超过时只影响这一个文件。"),
        SettingKey(
            "roster.path", \.roster.path, .optionalPath,
            "名录文件，一般放在 /etc/nianbao/agencies.csv，格式见 nianbao-agencies(5)。没有名录时，按单位名称判断。"),
        SettingKey(
            "thresholds.overview_characters", \.thresholds.overviewCharacters, .count,
            "总体情况超过多少字就给出提示（overview-long）。"),
        SettingKey(
            "thresholds.likeness", \.thresholds.likeness, .percentage, "两份报告的文字相似到百分之多少就请人核实（near-copy）。"),
    ]
}
