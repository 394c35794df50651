import ArgumentParser
import Daemon
import Settings

/// `nianbao watch`: the daemon.
struct WatchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "watch",
        abstract: "守候收件文件夹：校核每份新到的报告，记台账和系统日志，写回执和总览。",
        discussion: """
            收到 SIGTERM 或 Ctrl-C 后处理完手上的文件再退出。
            退出码：0 正常结束；5 系统故障（--until-idle）；64 用法不对；73 无法建立文件；74 读写失败；75 另一个进程正在使用；77 台账文件夹中的文件属于别的账户；78 设置有误，或台账不见了，要由人决定。
            """)

    @OptionGroup var options: SettingsOptions

    @Flag(help: "处理完收件文件夹里现有的文件、写好全部结果就退出。")
    var untilIdle = false

    @Flag(help: "有系统日志时也把结果逐行输出。")
    var print = false

    func run() async throws {
        let settings = try options.settings()
        let roster = try SettingsOptions.roster(of: settings)
        try await DaemonRun.run { log in
            // One that the settings name may be a share that is not mounted yet: it is waited for.
            if options.status != nil { try Watch.prepare(statusFolder: settings.status.path) }
            let options = options
            try await Watch(
                Configuration(settings: settings, roster: roster), untilIdle: untilIdle, prints: print, log: log,
                load: { () throws(Configuration.Refusal) in try options.reloaded() }
            ).run()
        }
    }
}
