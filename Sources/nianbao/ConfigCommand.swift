import ArgumentParser
import Daemon
import Settings
import SystemPackage

/// `nianbao config`: what is set, and whether it is right.
struct ConfigCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "config", abstract: "检查和显示设置。",
        subcommands: [Check.self, Show.self, Default.self, ReloadCommand.self, Manual.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "检查设置文件和名录，一次指出全部问题。")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            let settings = try options.settings()
            let roster = try SettingsOptions.roster(of: settings)
            for notice in ReturnsNotice.all(settings, roster) { print("注意：\(notice)") }
            print(options.source.map { "\($0)：设置无误。" } ?? "没有设置文件 \(Settings.standardFile)，使用默认的设置。")
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "显示现行的设置：命令行、设置文件和默认值合在一起。")

        @OptionGroup var options: SettingsOptions

        func run() async throws {
            print(SettingsPage.text(of: try options.settings()), terminator: "")
        }
    }

    struct Default: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "显示默认的设置，可以存为设置文件。")

        func run() async throws {
            print(SettingsPage.text(of: Settings()), terminator: "")
        }
    }

    /// The manual page of the settings file, from the table of keys, for packagers.
    struct Manual: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "显示手册页 nianbao.toml(5)。", shouldDisplay: false)

        @Flag(help: "手册页用英文。")
        var english = false

        func run() async throws {
            print(english ? SettingsManual.english : SettingsManual.page, terminator: "")
        }
    }
}
