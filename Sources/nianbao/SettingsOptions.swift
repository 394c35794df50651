import ArgumentParser
import Daemon
import Foundation
import Linux
import Office
import Reports
import Settings
import SystemPackage

/// Where the settings come from: the command line over the file over the defaults.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml；没有这个文件时用内置的默认值。", valueName: "文件"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(help: ArgumentHelp("收件文件夹。", valueName: "文件夹"), completion: .directory)
    var inbox: String?

    @Option(help: ArgumentHelp("台账和归档的文件夹。", valueName: "文件夹"), completion: .directory)
    var state: String?

    @Option(help: ArgumentHelp("总览、回执和状态文件的文件夹。", valueName: "文件夹"), completion: .directory)
    var status: String?

    @Option(help: ArgumentHelp("文件多长时间没有变化才算传完，如 2s。", valueName: "时间"))
    var settle: String?

    /// The file that the settings come from; `nil` where there is none.
    var source: String? {
        let file = config ?? Settings.standardFile.string
        return FileManager.default.fileExists(atPath: file) ? file : nil
    }

    /// The settings in force. Says what is wrong with them, and ends with status 78.
    func settings() throws -> Settings {
        try Self.settings(config, inbox: inbox, state: state, status: status, settle: settle)
    }

    /// The settings in force, for a command that writes to the state folder.
    ///
    /// From here on root is the account to which the folder belongs: what root leaves there the service could not use. Where that is not
    /// possible, it says which command to type, and ends with status 74.
    func settingsOfOwner() throws -> Settings {
        let settings = try settings()
        try Self.become(ownerOf: settings.state.path)
        return settings
    }

    /// The same with the roster.
    func configurationOfOwner() throws -> Configuration {
        let settings = try settings()
        let roster = try Self.roster(of: settings)
        try Self.become(ownerOf: settings.state.path)
        return Configuration(settings: settings, roster: roster)
    }

    static func become(ownerOf state: FilePath, alsoIn group: String = "systemd-journal") throws {
        let owner: UInt32
        do throws(Errno) {
            guard let found = try Account.foreignOwner(of: state) else { return }
            owner = found
        } catch {
            Console.complain("台账文件夹 \(state) 无法查看：\(error.reason)。")
            throw ExitStatus.inputOutput.code
        }
        do throws(Errno) {
            try Account.become(owner, alsoIn: group)
        } catch {
            let (name, arguments) = (Account.name(of: owner), CommandLine.arguments.dropFirst().joined(separator: " "))
            Console.complain(
                "\(state) 属于账户 \(name)，root 写入的文件服务不能使用，而这里不能改用这个账户（\(error.reason)）。"
                    + "请运行：sudo -u \(name) nianbao \(arguments.printable)")
            throw ExitStatus.inputOutput.code
        }
    }

    /// The settings and the roster of this moment, for a daemon that runs already.
    func reloaded() throws(Configuration.Refusal) -> Configuration {
        try Configuration.refusing {
            var settings = try Self.file(config)
            for case (_, let key, let words?) in Self.flags(inbox, state, status, settle) {
                _ = settings.set(key, to: words)
            }
            guard settings.overlaps.isEmpty else { throw SettingsError(file: "设置", problems: settings.overlaps) }
            return Configuration(settings: settings, roster: try settings.loadRoster())
        }
    }

    /// The settings of a file, under what the command line says instead.
    static func settings(
        _ config: String?, inbox: String? = nil, state: String?, status: String?, settle: String? = nil
    ) throws -> Settings {
        var settings = try load(config)
        for case (let flag, let key, let words?) in flags(inbox, state, status, settle)
        where !settings.set(key, to: words) {
            throw ValidationError("\(flag) 的值不对，应为\(key.expected)。")
        }
        let overlaps = settings.overlaps
        guard overlaps.isEmpty else { throw refuse(SettingsError(file: "设置", problems: overlaps).description) }
        return settings
    }

    /// What the command line says instead of the file, each with its key.
    private static func flags(
        _ inbox: String?, _ state: String?, _ status: String?, _ settle: String?
    ) -> [(String, SettingKey, String?)] {
        let whole = { (path: String) in wholePath(path).string }
        return [
            ("--inbox", .inboxPath, inbox.map(whole)), ("--state", .statePath, state.map(whole)),
            ("--status", .statusPath, status.map(whole)), ("--settle", .settle, settle),
        ]
    }

    /// The roster that the settings name. Says what is wrong with it, and ends with status 78.
    static func roster(of settings: Settings) throws -> Roster {
        do throws(RosterError) {
            return try settings.loadRoster()
        } catch {
            throw refuse(error.description)
        }
    }

    /// The settings of a file, or of the standard one where none is named.
    static func load(_ config: String?) throws -> Settings {
        do throws(SettingsError) {
            return try file(config)
        } catch {
            throw refuse(error.description)
        }
    }

    /// The same, for who says it otherwise.
    static func file(_ config: String?) throws(SettingsError) -> Settings {
        try Settings.load(from: config.map(wholePath))
    }

    private static func refuse(_ words: String) -> ExitCode {
        Console.complain(words)
        return ExitStatus.configuration.code
    }

    /// A path as the person meant it: from the folder they are in.
    static func wholePath(_ path: String) -> FilePath {
        FilePath(FileManager.default.currentDirectoryPath).pushing(FilePath(path)).lexicallyNormalized()
    }
}

extension Configuration {
    /// Loads one; what is wrong with it is why it can't be put in force.
    static func refusing(_ load: () throws -> Configuration) throws(Refusal) -> Configuration {
        do {
            return try load()
        } catch let refusal as Refusal {
            throw refusal
        } catch let error as SettingsError {
            throw Refusal(error.description)
        } catch let error as RosterError {
            throw Refusal(error.description)
        } catch {
            throw Refusal("\(error)")
        }
    }
}
