import ArgumentParser
import Daemon
import Foundation
import Ledger
import Office
import Reports
import Settings
import SystemPackage

/// What the commands of the desk have in common: where the ledger is, and how they answer.
struct DeskOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("设置文件。默认 /etc/nianbao/nianbao.toml；没有这个文件时用内置的默认值。", valueName: "文件"),
        completion: .file(extensions: ["toml"]))
    var config: String?

    @Option(help: ArgumentHelp("台账和归档的文件夹。", valueName: "文件夹"), completion: .directory)
    var state: String?

    @Option(help: ArgumentHelp("总览、回执和状态文件的文件夹。", valueName: "文件夹"), completion: .directory)
    var status: String?

    @Flag(help: "以 JSON 输出，供程序读取。")
    var json = false

    /// The desk with its settings and its roster.
    struct Opened {
        let desk: LedgerReader
        let settings: Settings
        let roster: Roster
    }

    /// Works with the desk.
    func withDesk(_ body: (Opened) async throws -> Void) async throws {
        let settings = try SettingsOptions.settings(config, state: state, status: status)
        let roster = try SettingsOptions.roster(of: settings)
        try await body(
            Opened(desk: LedgerReader(settings: settings, roster: roster), settings: settings, roster: roster))
    }
}

extension DeskOptions.Opened {
    /// Where a status file lies, by its path below the status folder.
    func statusFile(_ path: String) -> String { settings.status.path.pushing(FilePath(path)).string }

    /// The name under which the reports of a body are filed that somebody means.
    func agency(meaning words: String) async throws -> String { try await desk.agency(meaning: words, in: roster) }
}

extension FiledNames {
    /// Which of a body's names somebody has written.
    func name(meantBy words: String, of agency: String) -> String {
        AgencySearch.name(meantBy: words, of: all(of: agency)) ?? agency
    }
}

extension LedgerReader {
    /// The name under which the reports of a body are filed that somebody means.
    nonisolated func agency(meaning words: String, in roster: Roster) async throws -> String {
        let filed = try await register().lines.map(\.report.agency)
        switch AgencySearch.find(words, in: roster, filed: filed) {
        case .one(let name): return name
        case .several(let names):
            throw ValidationError(
                "“\(words.printable)”可以指：\(names.map(\.printable).joined(separator: "、"))。请写出全称。")
        case .none(let nearest):
            let hint = nearest.map { "是不是“\($0.printable)”？" } ?? "全部单位见 nianbao list。"
            throw ValidationError("没有“\(words.printable)”这个单位。\(hint)")
        }
    }
}
