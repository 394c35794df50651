import Channels
import Linux

extension Alert.Kind {
    /// The table of kinds: docs/alerts.md is printed from it.
    package var traits: AlertTraits {
        switch self {
        case .inboxUnreachable:
            AlertTraits(
                "收件文件夹打不开", "请检查共享是否已挂载、权限是否正确；恢复后自动继续收件。",
                over: "已恢复：收件文件夹 @ 可以打开了。", .critical, .error)
        case .inboxReplaced:
            AlertTraits(
                "收件文件夹像是换了一个", "请检查挂载的是不是原来的共享；确认之前，不据此认定哪个单位没有报送。",
                over: "已恢复：收件文件夹 @ 与原来一致，或已确认。", .critical, .error)
        case .folderUnreadable:
            AlertTraits(
                "单位的子文件夹打不开", "请让运行本系统的账户能够读取它；其中的文件暂时收不到。",
                over: "已恢复：“@”可以查看了，或已移走。", .warning, .error, about: .file)
        case .fileUnreadable:
            AlertTraits(
                "文件读不出来", "请按总览页上的命令授权，或检查存放它的磁盘；之后自动校核。",
                over: "已恢复：文件“@”可以读取了，或已移走。", .warning, .error, about: .file)
        case .fileRefused:
            AlertTraits(
                "放进来的不是普通文件", "请放入文件本身，不要放链接，也不要再套一层文件夹。",
                over: "已恢复：“@”已移走。", .warning, .error, about: .file, .once, tellsEnd: false)
        case .fileVanished:
            AlertTraits(
                "文件在读取时被移走", "需要校核的，请重新放入收件文件夹。",
                over: "文件“@”被移走一事不再提示。", .info, .error, about: .file, .once, tellsEnd: false)
        case .fileLeftBehind:
            AlertTraits(
                "文件一直没有校核", "请打开总览页查看原因；需要校核的，请重新放入收件文件夹。",
                over: "已恢复：文件“@”已校核，或已移走。", .warning, .error, about: .file)
        case .judgingFailed:
            AlertTraits(
                "校核程序在一份文件上反复中断", "与报送单位无关；系统会单独重试，请把文件和日志交给系统管理员。",
                over: "已恢复：“@”已校核，或已移走。", .warning, .error, about: .file)
        case .fileReceiving:
            AlertTraits(
                "文件传了很久还没有传完", "请联系报送单位，核对文件是否还在传；传完后自动校核。",
                over: "已恢复：文件“@”已传完，或已移走。", .warning, .warning, about: .file)
        case .folderFull:
            AlertTraits(
                "文件夹一天之内收的文件过多", "请与报送单位核对这些文件；确实都要收的，调大 [inbox] 的 daily_files 和 daily_size。",
                over: "已恢复：“@”中等待的文件都已收下，或已移走。", .warning, .warning)
        case .stateShort:
            AlertTraits(
                "台账文件夹写不进去", "请腾出磁盘空间或恢复写入权限；新到的文件暂不校核，也不会丢失。",
                over: "已恢复：台账文件夹 @ 可以正常写入，继续校核。", .critical, .critical)
        case .ledgerGone:
            AlertTraits(
                "台账文件不见了", "请查明台账是谁移走的、磁盘是否被重新挂载；先不要重启服务。",
                over: "已恢复：台账 @ 又在原处了。", .critical, .critical)
        case .resourcesShort:
            AlertTraits(
                "系统资源不足", "请检查这台机器的内存和打开文件数的上限；恢复后自动继续收件。",
                over: "已恢复：系统资源充足，继续收件。", .critical, .critical)
        case .archiveUnwritable:
            AlertTraits(
                "归档文件夹写不进去", "请腾出磁盘空间或恢复写入权限；新到的文件暂不校核，也不会丢失。",
                over: "已恢复：归档文件夹 @ 可以写入了。", .critical, .critical)
        case .archiveLost:
            AlertTraits(
                "存档中的文件不见了", "请检查磁盘是否挂载，或从备份放回；结论和回执都在，新到的文件照常校核和存档。",
                over: "已恢复：存档 @ 中的文件都在了。", .critical, .error, .every(hours: 24))
        case .statusUnwritable:
            AlertTraits(
                "结果文件夹写不进去", "请腾出空间或恢复权限；校核照常进行，回执随后补写。",
                over: "已恢复：状态文件夹 @ 可以写入了，欠写的文件已补齐。", .warning, .error)
        case .returnsUnwritable:
            AlertTraits(
                "单位回执的文件夹写不进去", "请腾出空间或恢复权限；校核照常进行，各单位的回执随后补写。",
                over: "已恢复：单位回执的文件夹 @ 可以写入了，欠写的回执已补齐，或已停用。", .warning, .error)
        case .returnsRefused:
            AlertTraits(
                "一个单位的回执文件夹不能使用", "请按告警中的命令改正它的属主或权限；这个单位的回执暂不更新，别的单位不受影响。",
                over: "已恢复：单位的回执文件夹 @ 可以使用了，或已停用。", .warning, .error)
        case .itemSetAside:
            AlertTraits(
                "有内容一再写不出或送不出", "请查看服务的日志（journalctl -u nianbao -p err），并报告给维护者；其余内容照常更新。",
                over: "已恢复：@ 已写出或送出。", .warning, .error)
        case .deskUnusable:
            AlertTraits(
                "办公室的文件夹收不了文件", "请检查它是否存在、是否只有办公室的账户能写入；填好的核销单不会丢失，恢复后自动办理。",
                over: "已恢复：@ 可以收了。", .warning, .error)
        case .diskLow:
            AlertTraits(
                "磁盘快满了", "请清理磁盘或扩容；写满之后新到的文件暂不校核。",
                over: "已恢复：@ 所在的磁盘空间够用了。", .critical, .critical)
        case .journalBehind:
            AlertTraits(
                "日志送不出去", "请检查 systemd-journald 是否运行；记录保存在台账中，恢复后补送。",
                over: "已恢复：@ 已补送。", .warning, .error)
        case .workerFailed:
            AlertTraits(
                "读取文件的程序不能工作", "请检查安装是否完整；新到的文件暂不校核，也不会丢失，这与报送单位无关。",
                over: "已恢复：读取程序 @ 可以读取文件了。", .critical, .critical)
        case .clockJump:
            AlertTraits(
                "系统时间跳变", "请检查时间同步（timedatectl）；核对一致之前，不催报，不认定逾期。",
                over: "时间已核对一致，继续催报。", .warning, .error)
        case .channelFailing:
            AlertTraits(
                "有一路消息送不出去", "请检查网络、网址和凭据，再用 nianbao alert test 试发；恢复后补送。",
                over: "已恢复：@ 已能送达，或已停用。", .warning, .error)
        case .officeChain:
            AlertTraits(
                "下级办公室的记录接不上", "请与这个办公室核实；核实以后用 nianbao collect confirm 确认从哪里接着汇集。",
                over: "已恢复：@ 的记录接上了。", .critical, .error)
        case .officeUnknown:
            AlertTraits(
                "发来的记录认不出是哪个办公室的", "请核对办公室名册和对方设置中的 office.name；核对之前，这些记录不计入任何办公室。",
                over: "已恢复：@ 发来的记录不再有认不出的。", .warning, .error)
        case .officeSilent:
            AlertTraits(
                "下级办公室没有消息", "请对方检查机器、网络和 systemd-journal-upload；恢复后欠传的记录自动补传。",
                over: "已恢复：@ 又有消息了。", .warning, .error, .every(hours: 24))
        case .officeClock:
            AlertTraits(
                "下级办公室的时钟不准", "请对方检查时间同步（timedatectl）：报告的收到时间以它的时钟为准。",
                over: "已恢复：@ 的时钟准了。", .warning, .error, .every(hours: 24))
        case .officeUnreadable:
            AlertTraits(
                "收到的日志读不出来", "请检查存放日志的文件夹和磁盘；其他办公室照常汇集。",
                over: "已恢复：@ 的日志读得出来了。", .critical, .critical)
        case .secrecyMarking:
            AlertTraits(
                "报告中有密级标志", "请立即停止传阅和公开，由保密工作机构核实处理。",
                over: "“@”已报来没有密级标志的版本，或已由办公室核销。", .critical, .error, about: .agency, .every(hours: 4))
        case .folderMismatch:
            AlertTraits(
                "报告放在别的单位的文件夹里", "请与两个单位核实是谁报送的；放错的，移到本单位的收件文件夹。",
                over: "“@”不再列为放错文件夹：已报来新的版本，已由办公室核销，或时间已久。", .warning, .warning, about: .agency, .once,
                tellsEnd: false)
        case .reportReturned:
            AlertTraits(
                "报告退回修改", "请把回执转给报送单位，改好后重新放入收件文件夹。",
                over: "“@”不再列为退回：已报来新的版本，已由办公室核销或改定，或时间已久。", .info, .notice, about: .agency, .once,
                tellsEnd: false, isJournalled: false)
        case .reportUnreadable:
            AlertTraits(
                "报告无法校核", "请按回执所写的原因，请报送单位换一份文件，或由人工核对。",
                over: "“@”不再列为无法校核：已报来新的版本，已由办公室认定，或时间已久。", .warning, .warning, about: .agency, .once,
                tellsEnd: false, isJournalled: false)
        case .reportReminder:
            AlertTraits(
                "提醒报送", "请提醒这些单位在期限前报送年度报告。",
                over: "“@”的提醒已过：报告已收到，或另有新的提醒。", .info, .notice, about: .agency, .onAMorning,
                tellsEnd: false)
        case .reportDue:
            AlertTraits(
                "即将到期，尚未报送", "请今天联系这些单位；过了期限记为逾期。",
                over: "“@”不再列为即将到期：报告已收到，或期限已过。", .warning, .notice, about: .agency, .onAMorning,
                tellsEnd: false)
        case .reportOverdue:
            AlertTraits(
                "逾期未报送", "请催促这些单位；已用别的办法提交的，用 nianbao accept-time 认定报送时间。",
                over: "“@”不再列为逾期：报告已收到，或催报期已过。", .warning, .warning, about: .agency, .mornings)
        }
    }
}
