import Linux
import SystemPackage

/// Every alert there is, each with what happened and what to do.
extension Alert {
    static func inboxUnreachable(_ path: FilePath, _ error: Errno) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .inboxUnreachable, shown,
            "收件文件夹 \(shown) 无法打开：\(error.reason)。请检查共享是否已挂载、权限是否正确；本系统不会自行建立它，恢复后自动继续收件。")
    }

    static func folderUnreadable(_ path: InboxPath, _ error: Errno) -> Alert {
        Alert(
            .folderUnreadable, path.display,
            "收件文件夹中的“\(path.display)”无法查看：\(error.reason)，其中的文件暂时收不到。请让账户 \(Account.own) 能够读取它。")
    }

    /// A file that this account may not read. The path is the one to type.
    static func fileUnreadable(_ path: InboxPath, _ status: FileStatus, in inbox: FilePath) -> Alert {
        let mode = String(status.mode, radix: 8)
        let owner = Account.name(of: status.owner)
        let command = "setfacl -m u:\(Account.own):r '\(FileName(inbox.string).display)/\(path.display)'"
        return Alert(
            .fileUnreadable, path.display,
            "文件“\(path.display)”没有读取权限，尚未校核（属主 \(owner)，权限 0\(mode)）。请执行：\(command)，之后会自动校核。")
    }

    static func fileBroken(_ path: InboxPath, _ error: Errno) -> Alert {
        Alert(
            .fileUnreadable, path.display,
            "文件“\(path.display)”读不出来，尚未校核：\(error.reason)。请检查存放它的磁盘或共享；本系统会继续重试。")
    }

    static func fileRefused(_ path: InboxPath, _ kind: FileStatus.Kind) -> Alert {
        let (what, advice) =
            switch kind {
            case .directory: ("第二层文件夹", "收件文件夹只看一层单位文件夹，请把其中的文件移到上一层。")
            case .symbolicLink: ("链接", "请放入文件本身，不要放链接。")
            case .pipe: ("管道", "请放入普通文件。")
            case .socket: ("套接字", "请放入普通文件。")
            case .device, .regular: ("设备", "请放入普通文件。")
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

    static func statusUnwritable(_ path: FilePath, _ error: Errno) -> Alert {
        Alert(
            .statusUnwritable, path.string,
            "状态文件夹 \(path) 无法写入：\(error.reason)。校核照常进行，回执和总览暂不更新；请检查该文件夹是否存在、空间和写入权限，之后自动补写。")
    }
}
