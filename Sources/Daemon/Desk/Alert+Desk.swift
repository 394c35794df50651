import Alerts
import Ledger
import Linux
import SystemPackage

/// What is wrong with the folder of the office.
extension Alert {
    static func deskUnreachable(_ path: FilePath, _ error: Errno) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .deskUnusable, shown,
            "办公室的文件夹 \(shown) 无法打开：\(error.reason)。填好的核销单暂时收不到，也不会丢失；请建立它，让账户 \(Account.own) 能够读取，恢复后自动继续。")
    }

    static func deskOpen(_ path: FilePath, mode: UInt32) -> Alert {
        let shown = FileName(path.string).display
        return Alert(
            .deskUnusable, shown,
            "办公室的文件夹 \(shown) 谁都能写入（权限 \(String(mode, radix: 8))）：能在这里放文件的人就能核销，所以一份也不收。请执行：chmod o-w '\(shown)'，之后自动继续。"
        )
    }

    static func deskFileOpen(_ file: InboxPath) -> Alert {
        Alert(
            .deskUnusable, file.display,
            "办公室的文件“\(file.display)”除了属主，别的账户也能写入，不知道是谁填的，没有办理。请执行：chmod go-w，或者由填写的人另存为新的文件，之后自动办理。")
    }

    static func deskFileBelow(_ file: InboxPath) -> Alert {
        Alert(
            .deskUnusable, file.display,
            "“\(file.display)”在办公室文件夹的下一层，没有办理。请移到上一层，或移到别处。")
    }

    static func deskFileRefused(_ file: InboxPath, _ type: FileType) -> Alert {
        let what =
            switch type {
            case .symbolicLink: "链接"
            case .directory: file.folder == nil ? "文件夹" : "第三层文件夹"
            default: "特殊文件"
            }
        return Alert(
            .deskUnusable, file.display, "办公室文件夹中的“\(file.display)”是\(what)，没有打开，也没有办理。请放入核销单文件本身，或移走它。")
    }

    static func deskFileUnreadable(_ file: InboxPath, _ error: Errno) -> Alert {
        Alert(
            .deskUnusable, file.display,
            "办公室的文件“\(file.display)”读不出来：\(error.reason)。请让账户 \(Account.own) 能够读取它，再另存一次，之后自动办理。")
    }
}
