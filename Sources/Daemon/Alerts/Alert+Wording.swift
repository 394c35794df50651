import Alerts
import Foundation
import Ledger
import Linux
import Office
import SystemPackage

/// Every alert there is, each with what happened and what to do.
extension Alert {
    static func inboxUnreachable(_ path: FilePath, _ error: Errno) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .inboxUnreachable, shown,
            "收件文件夹 \(shown) 无法打开：\(error.reason)。请检查共享是否已挂载、权限是否正确；本系统不会自行建立它，恢复后自动继续收件。")
    }

    static func inboxEmptied(_ path: FilePath) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .inboxReplaced, shown,
            "收件文件夹 \(shown) 换成了另一个空文件夹，原来的文件都看不到了：多半是共享没有挂载。在恢复之前不判断谁未报送、谁逾期。请检查挂载；确实换了新的收件文件夹的，请执行：nianbao inbox --accept"
        )
    }

    static func inboxReplaced(_ path: FilePath) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .inboxReplaced, shown,
            "收件文件夹 \(shown) 换成了另一个文件夹，先前收到的文件一份也不在里面。其中的文件照常校核，但在核实之前不判断谁未报送、谁逾期。请检查挂载；确实换了的，请执行：nianbao inbox --accept"
        )
    }

    static func ledgerGone(_ path: FilePath) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .ledgerGone, shown,
            "正在使用的台账 \(shown) 不见了：被删除、移走，或被另一个文件、另一块磁盘盖住。服务照常记录，也写入系统日志，但停止以后就找不到这些记录了。"
                + "请查明原因，把它放回原处；找不回的，等 systemctl status nianbao 中的“待发日志”为 0，再重启服务（systemctl restart nianbao），台账从系统日志恢复。"
        )
    }

    static func fileReceiving(_ path: InboxPath, isEdited: Bool) -> Alert {
        let what = isEdited ? "一直有人打开着在编辑" : "一直没有传完，或者不断有改动"
        return Alert(
            .fileReceiving, path.display,
            "文件“\(path.display)”\(what)，尚未校核。请与报送单位联系，重新传一次；传完之后会自动校核。")
    }

    static func fileLeftBehind(_ path: InboxPath) -> Alert {
        Alert(
            .fileLeftBehind, path.display,
            "文件“\(path.display)”已经传完，却没有校核出结果，原因不明。系统会继续重试；请系统管理员查看日志（journalctl -u nianbao -p err）。")
    }

    static func folderFull(_ sender: Sender, waiting: Int, _ used: Usage) -> Alert {
        let account = sender.owner.map { "（账户 \(Account.name(of: $0))）" } ?? ""
        let name = sender.folder?.display ?? "收件文件夹" + account
        let taken = "\(used.files) 个文件（\(used.bytes / 1_000_000) MB）"
        return Alert(
            .folderFull, name,
            "“\(name)”24 小时之内已收 \(taken)，达到上限，另有 \(waiting) 个文件在等待，不会丢失。请与报送单位核对；确实都要收的，请调大设置中的 daily_files 和 daily_size，再执行 systemctl reload nianbao。"
        )
    }

    static func judgingFailed(_ file: String, deaths: Int) -> Alert {
        Alert(
            .judgingFailed, file,
            "校核“\(file)”时，本系统已中断 \(deaths) 次，暂记为“系统故障，待重试”，与报送单位无关。系统会在别的文件都校核完以后单独重试；请系统管理员查看日志（journalctl -u nianbao -p err）。"
        )
    }

    static func stateShort(_ path: FilePath, _ what: String, _ advice: String) -> Alert {
        Alert(
            .stateShort, path.string,
            "台账文件夹 \(path) \(what)。新到的文件暂不校核，也不会丢失；\(advice)，之后自动继续。")
    }

    static func resourcesShort(_ error: Errno) -> Alert {
        Alert(
            .resourcesShort, "nianbao",
            "系统资源不足（\(error.reason)），暂时不能收件，文件不会丢失。请检查这台机器的内存和打开文件数的上限，之后自动继续。")
    }

    static func folderUnreadable(_ path: InboxPath, _ error: Errno) -> Alert {
        Alert(
            .folderUnreadable, path.display,
            "收件文件夹中的“\(path.display)”无法查看：\(error.reason)，其中的文件暂时收不到。请让账户 \(Account.own) 能够读取它。")
    }

    /// A file that this account may not read. The path is the one to type.
    static func fileUnreadable(_ path: InboxPath, _ status: Stat, in inbox: FilePath) -> Alert {
        let mode = String(status.permissions.rawValue, radix: 8)
        let owner = Account.name(of: status.userID.rawValue)
        // What is starred is left to the shell to find: a star outside the quotes.
        let file = "'\(FileName(inbox.string).display)/\(path.display)'".replacing(#/\*+/#, with: "'*'")
        let command = "setfacl -m u:\(Account.own):r \(file)"
        return Alert(
            .fileUnreadable, path.display,
            "文件“\(path.display)”没有读取权限，尚未校核（属主 \(owner)，权限 0\(mode)）。请执行：\(command)，之后会自动校核。")
    }

    static func fileBroken(_ path: InboxPath, _ error: Errno) -> Alert {
        Alert(
            .fileUnreadable, path.display,
            "文件“\(path.display)”读不出来，尚未校核：\(error.reason)。请检查存放它的磁盘或共享；本系统会继续重试。")
    }

    static func fileRefused(_ path: InboxPath, _ type: FileType) -> Alert {
        let (what, advice) =
            switch type {
            case .directory: ("第二层文件夹", "收件文件夹只看一层单位文件夹，请把其中的文件移到上一层。")
            case .symbolicLink: ("链接", "请放入文件本身，不要放链接。")
            case .fifo: ("管道", "请放入普通文件。")
            case .socket: ("套接字", "请放入普通文件。")
            default: ("设备", "请放入普通文件。")
            }
        return Alert(.fileRefused, path.display, "“\(path.display)”是\(what)，不予接收，也没有打开。\(advice)")
    }

    static func fileVanished(_ path: InboxPath) -> Alert {
        Alert(
            .fileVanished, path.display,
            "文件“\(path.display)”在读取时被移走或删除，没有校核。如需校核，请重新放入收件文件夹。")
    }

    static func archiveUnwritable(_ path: FilePath, _ error: Errno) -> Alert {
        Alert(
            .archiveUnwritable, path.string,
            "归档文件夹 \(path) 无法写入：\(error.reason)。新到的文件暂不校核，也不会丢失；请腾出空间或恢复写入权限，之后自动继续。")
    }

    /// `words` say how much is lost, and what to do.
    static func archiveLost(_ path: FilePath, _ words: String) -> Alert { Alert(.archiveLost, path.string, words) }

    static func statusUnwritable(_ path: FilePath, _ error: Errno) -> Alert {
        Alert(
            .statusUnwritable, path.string,
            "状态文件夹 \(path) 无法写入：\(error.reason)。校核照常进行，回执和总览暂不更新；请检查该文件夹是否存在、空间和写入权限，之后自动补写。")
    }

    /// `reason` comes without an end mark.
    static func returnsUnwritable(_ path: FilePath, _ reason: String) -> Alert {
        Alert(
            .returnsUnwritable, path.string,
            "单位回执的文件夹 \(path) 无法写入：\(reason)。校核照常进行，各单位的回执暂不更新；请检查该文件夹是否存在、空间和写入权限，之后自动补写。")
    }

    /// `reason` comes without an end mark, `advice` as well.
    static func returnsRefused(_ place: FilePath, _ reason: String, _ advice: String) -> Alert {
        let shown = FileName(place.string).display
        return Alert(
            .returnsRefused, shown,
            "单位的回执文件夹“\(shown)”不能使用：\(reason)。这个单位的回执暂不更新，别的单位不受影响；\(advice)，之后自动补写。")
    }

    /// No document can be read; what is wrong comes without an end mark.
    static func workerFailed(_ wrong: String) -> Alert {
        Alert(
            .workerFailed, "nianbao-reader",
            "文件暂时不能读取：\(wrong)。新到的文件暂不校核，也不会丢失，与报送单位无关；请检查安装是否完整，恢复后自动继续。")
    }
}

/// The alerts that are about the machine.
extension Alert {
    static func diskLow(_ path: FilePath, _ system: FileSystem) -> Alert {
        let inodes = system.freeFiles.map { "，还能建立 \($0) 个文件" } ?? ""
        return Alert(
            .diskLow, path.string,
            "\(path) 所在的磁盘快满了：可用空间 \(system.freeBytes / 1_000_000) MB\(inodes)。请清理或扩容；写满之后新到的文件暂不校核，也不会丢失。")
    }

    static func itemSetAside(_ name: String, _ count: Int, _ error: String) -> Alert {
        Alert(
            .itemSetAside, name,
            "\(name) 一再写不出或送不出，共 \(count) 项（\(error.cut(toBytes: 200))），已放在一旁，每小时再试，其余内容照常更新。请查看服务的日志，并报告给维护者。")
    }

    static func journalBehind(since: Date, _ zone: TimeZone) -> Alert {
        Alert(
            .journalBehind, "日志", "从 \(since.stamp(in: zone)) 起有日志记录送不出去。请检查 systemd-journald 是否运行；记录保存在台账中，恢复后补送。")
    }

    static func clockJump(by seconds: Int) -> Alert {
        Alert(
            .clockJump, "系统时间", "系统时间\(seconds < 0 ? "后退" : "前进")了 \(abs(seconds)) 秒。请检查时间同步；核对一致之前，不催报，不认定逾期。")
    }

    static func channelFailing(_ channel: String, since: Date, _ zone: TimeZone) -> Alert {
        Alert(
            .channelFailing, channel,
            "“\(channel)”从 \(since.stamp(in: zone)) 起送不出消息。请检查 nianbao-alerts 服务、网络、网址和凭据，再用 nianbao alert test \(channel) 试发；恢复后补送。"
        )
    }
}
