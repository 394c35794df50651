import Alerts
import Foundation
import Linux
import Office
import SystemPackage

/// The alerts that are about the machine.
extension Alert {
    static func diskLow(_ path: FilePath, _ space: FreeSpace) -> Alert {
        let inodes = space.inodes.map { "，还能建立 \($0) 个文件" } ?? ""
        return Alert(
            .diskLow, path.string,
            "\(path) 所在的磁盘快满了：可用空间 \(space.bytes / 1_000_000) MB\(inodes)。请清理或扩容；写满之后新到的文件暂不校核，也不会丢失。")
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
