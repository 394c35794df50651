import Alerts
import ArgumentParser
import Channels
import Daemon
import Foundation
import Ledger
import Office
import Reports
import Settings

/// `nianbao alert`: what is wrong, and what people do about it.
struct AlertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alert",
        abstract: "查看和处理告警，试发消息。",
        discussion: "告警的种类见 docs/alerts.md。退出码：0 正常；1 没有这条告警，或试发没有成功；64 用法不对；74 读写失败；78 设置有误。",
        subcommands: [List.self, Acknowledge.self, Mute.self, Test.self, Kinds.self, Deliver.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "列出现有的告警，前面是编号。")

        @OptionGroup var options: SettingsOptions

        @Flag(help: "以 JSON 输出，即 alerts.json 的内容。")
        var json = false

        @Option(name: .customLong("test"), help: ArgumentHelp("同 nianbao alert test。", valueName: "通道"))
        var channel: String?

        func run() async throws {
            if let channel {
                return try await AlertCommand.run(options) { settings, _, ledger in
                    try await AlertCommand.test(channel, settings, ledger)
                }
            }
            try await AlertCommand.read(options) { roster, reader in
                let list = try await reader.alertList(at: Date())
                let zone = roster.deadlines.timeZone
                let stages = Dictionary(
                    uniqueKeysWithValues: AlertState.Stage.allCases.map { ($0.rawValue, $0.name) })
                print(
                    json
                        ? try AlertsFile.json(for: list, in: zone)
                        : AlertsText.text(of: list.alerts, stages: stages, in: zone), terminator: "")
                guard !json else { return }
                for mute in try await reader.mutes(at: Date()) {
                    print("到 \(mute.until.stamp(in: zone)) 为止不发送：\(mute.target.printable)。\(mute.why.printable)")
                }
            }
        }
    }

    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ack", abstract: "表示已有人处理一条告警：不再重复发送，恢复时照常告知。")

        @OptionGroup var options: SettingsOptions

        @Option(help: ArgumentHelp("谁在处理、怎样处理；写进日志。", valueName: "说明"))
        var why = ""

        @Argument(help: ArgumentHelp("告警的编号，见 nianbao alert list。", valueName: "编号"))
        var number: Int64

        func run() async throws {
            try await AlertCommand.run(options) { _, _, ledger in
                guard try await ledger.acknowledge(number, why: why, at: Date()) else {
                    Console.complain("没有编号为 \(number)、正在告警的一条。现有的告警见 nianbao alert list。")
                    throw ExitStatus.returned.code
                }
                print("已记下：\(number) 有人处理，不再重复发送。")
            }
        }
    }

    struct Mute: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mute", abstract: "一段时间内不发送一种或一条告警；日志和总览里照常显示。")

        @OptionGroup var options: SettingsOptions

        @Option(help: ArgumentHelp("到什么时候为止，如 2027-02-08T09:00；只写日期则到当天结束。", valueName: "时间"))
        var until: String

        @Option(help: ArgumentHelp("为什么；写进日志。", valueName: "理由"))
        var why = ""

        @Argument(help: ArgumentHelp("告警的种类，如 report-overdue，或编号。", valueName: "种类或编号"))
        var target: String

        func validate() throws {
            guard Int64(target) == nil, Alert.Kind(rawValue: target) == nil else { return }
            let nearest = Spelling.nearest(to: target, in: Alert.Kind.allCases.map(\.rawValue))
            throw ValidationError(
                "没有 \(target.printable) 这种告警。\(nearest.map { "是不是 \($0)？" } ?? "全部种类见 docs/alerts.md。")")
        }

        func run() async throws {
            try await AlertCommand.run(options) { _, roster, ledger in
                let zone = roster.deadlines.timeZone
                guard let moment = LocalTime.read(until, in: zone), moment > Date() else {
                    throw ValidationError("--until 应为将来的时间，如 2027-02-08T09:00 或 2027-02-08。")
                }
                let shown = moment.stamp(in: zone)
                try await ledger.mute(target, until: moment, shown: shown, why: why, at: Date())
                print("已记下：到 \(shown) 为止不发送 \(target)。")
            }
        }
    }

    struct Test: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "test", abstract: "试发一条消息，等它送达；由 nianbao-alerts 服务发送。")

        @OptionGroup var options: SettingsOptions

        @Argument(help: ArgumentHelp("通道的名称，即 [channels.名称]。", valueName: "通道"))
        var channel: String

        func run() async throws {
            try await AlertCommand.run(options) { settings, _, ledger in
                try await AlertCommand.test(channel, settings, ledger)
            }
        }
    }

    /// The table of kinds in docs/alerts.md.
    struct Kinds: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "kinds", abstract: "显示告警的种类，即 docs/alerts.md 中的表。", shouldDisplay: false)

        func run() {
            print(AlertKindsTable.markdown, terminator: "")
        }
    }

    private static func run(
        _ options: SettingsOptions, _ body: (Settings, Roster, Ledger) async throws -> Void
    ) async throws {
        let setup = try options.configurationOfOwner()
        let settings = setup.settings
        try await body(settings, setup.roster, Ledger.open(under: settings))
    }

    /// Looks into the ledger, where nothing is to be changed.
    private static func read(
        _ options: SettingsOptions, _ body: (Roster, LedgerReader) async throws -> Void
    ) async throws {
        let settings = try options.settings()
        let roster = try SettingsOptions.roster(of: settings)
        try await body(roster, LedgerReader(settings: settings, roster: roster))
    }

    /// Puts a notice on its way and waits until it has arrived, or can't.
    private static func test(_ channel: String, _ settings: Settings, _ ledger: Ledger) async throws {
        guard settings.channels[channel]?.kind?.carriesNotices == true else {
            let names = settings.channels.filter { $0.value.kind?.carriesNotices == true }.keys.sorted()
            let known = names.isEmpty ? "设置中还没有任何通道。" : "设置中有：\(names.joined(separator: "、"))。"
            throw ValidationError("没有 \(channel.printable) 这个发送消息的通道。\(known)")
        }
        let number = try await ledger.test(channel, settings.notices, at: Date())
        let limit = ContinuousClock.now + .seconds(60)
        while ContinuousClock.now < limit {
            if let outcome = try await ledger.outcome(of: number, through: channel) {
                if outcome.isDone { return print("已送达“\(channel)”。") }
                Console.complain("没有送达“\(channel)”：\(outcome.error ?? "原因不明")。")
                throw ExitStatus.returned.code
            }
            try await Task.sleep(for: .milliseconds(200))
        }
        Console.complain("一分钟内没有发出。请检查 nianbao-alerts 服务是否运行：systemctl status nianbao-alerts。")
        throw ExitStatus.returned.code
    }
}
