import ArgumentParser
import Collection
import Daemon
import Foundation
import Ledger
import Linux
import Office
import Reports
import Settings
import SystemPackage

/// `nianbao collect`: many offices' records in one place.
struct CollectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "汇集各下级办公室的记录（由 systemd-journal-remote 收到的日志），发布全省、全市的总览。",
        subcommands: [
            CollectRunCommand.self, CollectOfficesCommand.self, CollectConfirmCommand.self, CollectUndoCommand.self,
        ],
        defaultSubcommand: CollectRunCommand.self)
}

/// Where the settings of collecting come from. They are a file of their own: a machine may be an office's as well.
struct CollectOptions: ParsableArguments {
    static let standardFile = "/etc/nianbao/collect.toml"

    @Option(
        help: ArgumentHelp("设置文件。默认 \(standardFile)。", valueName: "文件"), completion: .file(extensions: ["toml"]))
    var config: String?

    /// The settings in force, with the list of offices. Says what is wrong with them, and ends with status 78.
    func load() throws -> Configuration { try Self.load(config) }

    static func load(_ config: String?) throws -> Configuration {
        do throws(Configuration.Refusal) {
            return try reloaded(config)
        } catch {
            Console.complain(error.description)
            throw ExitStatus.configuration.code
        }
    }

    /// The settings of this moment, for a service that runs already.
    func reloaded() throws(Configuration.Refusal) -> Configuration { try Self.reloaded(config) }

    private static func reloaded(_ config: String?) throws(Configuration.Refusal) -> Configuration {
        try Configuration.refusing {
            let settings = try SettingsOptions.file(config ?? standardFile)
            // The ledger of an office is another one: its records would be taken for this one's.
            guard settings.state.path != Settings().state.path, settings.status.path != Settings().status.path else {
                throw Configuration.Refusal(
                    "请在 \(config ?? standardFile) 中写明汇集用的 state.path 和 status.path，不能与办公室服务的相同。")
            }
            return Configuration(settings: settings, offices: try settings.loadOffices())
        }
    }
}

/// `nianbao collect run`: the service.
struct CollectRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "守候收到的日志，汇集各办公室的记录，发布网页和表格。",
        discussion: """
            收到 SIGTERM 或 Ctrl-C 后写完手上的页面再退出；SIGHUP 重新读取设置和办公室名册。
            退出码：0 正常结束；64 用法不对；73 无法建立文件；74 读写失败；75 另一个进程正在使用；77 状态文件夹中的文件属于别的账户；78 设置有误。
            """)

    @OptionGroup var options: CollectOptions

    @Flag(help: "汇集完现有的日志、写好全部结果就退出。")
    var untilIdle = false

    func run() async throws {
        let configuration = try options.load()
        let options = options
        try await DaemonRun.run { log in
            try await Collect(
                configuration, untilIdle: untilIdle, log: log,
                load: { () throws(Configuration.Refusal) in try options.reloaded() }
            ).run()
        }
    }
}

/// `nianbao collect offices`: how far each office's records have come.
struct CollectOfficesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "offices",
        abstract: "列出各办公室：汇集到第几条记录、当年报送情况、有没有异常。",
        discussion: "退出码：0 正常；1 有异常；64 用法不对；74 读写失败；78 设置有误。")

    @OptionGroup var options: CollectOptions

    func run() async throws {
        let configuration = try options.load()
        let desk = try LedgerReader(settings: configuration.settings, roster: Roster())
        let (offices, troubles) = try await (desk.collectedOffices(at: Date()), desk.officeTroubles())
        let text = OfficeList.text(
            offices, troubles, configuration.offices, on: Period.Day(Date(), in: .china))
        print(text, terminator: "")
        if !troubles.isEmpty { throw ExitStatus.returned.code }
    }
}

/// `nianbao collect confirm`: a person has the records of an office followed from where they stopped.
struct CollectConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm",
        abstract: "确认一个办公室的记录从停下的地方接着汇集：换了台账、从备份恢复，或缺了补不上的记录。",
        discussion: """
            先与对方核实。现在停在哪里、会从哪里接着汇集，见 nianbao collect offices。决定记入台账和日志；服务在半分钟之内照办。
            退出码：0 正常；1 没有要确认的；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var decision: CollectDecision

    func run() async throws {
        try await decision.decide { ledger, who in
            switch try await ledger.confirm(decision.office, why: decision.why, by: who, at: Date()) {
            case .taken(let junction):
                print("已确认：\(decision.shown)的记录从第 \(junction.number) 条起接着汇集。确认错了的，可以撤回：nianbao collect undo。")
            case .nothingToConfirm, .reasonless:
                Console.complain("\(decision.shown)没有要确认的：记录没有停下，或者名称不对（见 nianbao collect offices）。")
                throw ExitStatus.returned.code
            }
        }
    }
}

/// `nianbao collect undo`: a person takes back what was confirmed.
struct CollectUndoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "撤回一个办公室最近一次确认：照确认以前的汇集，停下的重新提示。",
        discussion: """
            撤回记入台账和日志；服务在半分钟之内照办。从备份恢复的，改回恢复以前的记录，要这些记录还在收到的日志里。
            退出码：0 正常；1 没有可以撤回的，或要先撤回别的；64 用法不对；73 无法建立文件；74 读写失败；78 设置有误。
            """)

    @OptionGroup var decision: CollectDecision

    func run() async throws {
        try await decision.decide { ledger, who in
            switch try await ledger.undo(decision.office, why: decision.why, by: who, at: Date()) {
            case .undone(let junction): print("已撤回：\(decision.shown)的记录不再从第 \(junction.number) 条起接着汇集。")
            case .restsUnder(let later):
                Console.complain(
                    "\(decision.shown)的确认以后，\(later.printable)又确认过有关的记录。请先撤回那一次：nianbao collect undo \(later.printable)"
                )
                throw ExitStatus.returned.code
            case .nothingToUndo, .reasonless:
                Console.complain("\(decision.shown)没有可以撤回的确认，或者名称不对（见 nianbao collect offices）。")
                throw ExitStatus.returned.code
            }
        }
    }
}

/// What a person decides about the records of an office, and why.
struct CollectDecision: ParsableArguments {
    @OptionGroup var options: CollectOptions

    @Argument(help: ArgumentHelp("办公室，名册中的名称。", valueName: "办公室"))
    var office: String

    @Option(help: ArgumentHelp("理由，必写；写进台账和日志，至多 \(Reason.longest) 字。", valueName: "理由"))
    var why: String

    @Option(help: ArgumentHelp("谁作的决定；不写的，只记账户。", valueName: "姓名"))
    var by: String?

    var shown: String { office.printable }

    func validate() throws { try Reason.validate(why) }

    /// Has it taken down in the ledger of the collector, as its account.
    func decide(_ take: (Ledger, Decider) async throws -> Void) async throws {
        let person = Account.person
        let configuration = try options.load()
        try SettingsOptions.become(ownerOf: configuration.settings.state.path)
        try await take(Ledger.open(under: configuration.settings), Decider(person, by: by))
    }
}
