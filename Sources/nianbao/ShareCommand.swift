import ArgumentParser
import Settings

/// `nianbao share`: what makes the inbox a share, an account and a folder for each body of the roster.
struct ShareCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "share",
        abstract: "按名录输出共享收件箱的设置：每个单位一个账号、一个文件夹，互相看不到。",
        discussion: """
            只输出，什么也不改。先看一遍，再照 docs/share.md 使用。
            退出码：0 正常；64 用法不对；78 设置或名录有误。
            """)

    enum Part: String, EnumerableFlag {
        case commands, samba, sftp

        static func help(for value: Part) -> ArgumentHelp? {
            switch value {
            case .commands: "建立账号、文件夹和权限的命令，以 root 运行。"
            case .samba: "Samba 的设置，即 /etc/samba/smb.conf。"
            case .sftp: "SSH 服务的设置，只开放 SFTP。"
            }
        }
    }

    @OptionGroup var options: SettingsOptions

    @Flag(exclusivity: .exclusive)
    var part: Part

    func run() async throws {
        let settings = try options.settings()
        let roster = try SettingsOptions.roster(of: settings)
        do throws(ShareError) {
            let shares = try Shares(roster, settings: settings)
            switch part {
            case .commands: print(shares.commands, terminator: "")
            case .samba: print(shares.samba, terminator: "")
            case .sftp: print(shares.sftp, terminator: "")
            }
        } catch {
            Console.complain(error.description)
            throw ExitStatus.configuration.code
        }
    }
}
