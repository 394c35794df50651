import Fixtures
import Foundation
import Testing

@Suite struct `The manual pages of the commands` {
    /// What the argument parser tells of a command.
    struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { var name: String }
            var names: [Name]?
            var kind: String
            var valueName: String?
            var abstract: String?
            var shouldDisplay: Bool

            /// How an option stands in a page: `--only 情形`, `--json`.
            func tag(_ language: ManualPage.Language) -> String {
                let name = "--\((names ?? []).last?.name ?? "")"
                return kind == "option" ? "\(name) \(language == .chinese ? valueName ?? "" : "")" : name
            }
        }
        var commandName: String
        var abstract: String?
        var discussion: String?
        var shouldDisplay: Bool?
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// The options.
        var options: [Argument] { (arguments ?? []).filter { $0.shouldDisplay && $0.kind != "positional" } }
        /// What is given without a dash.
        var positional: [Argument] { (arguments ?? []).filter { $0.shouldDisplay && $0.kind == "positional" } }

        /// The commands that do something, by the words that call them.
        func all(below parent: String = "") -> [(call: String, command: Command)] {
            guard shouldDisplay ?? true, commandName != "help" else { return [] }
            let call = parent.isEmpty ? commandName : "\(parent) \(commandName)"
            guard let subcommands else { return [(call, self)] }
            return subcommands.flatMap { $0.all(below: call) }
        }
    }

    private struct Dump: Decodable { var command: Command }

    private static let commands = Result {
        let dump = try Nianbao("--experimental-dump-help").output
        return try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.all()
    }

    /// The pages of groups, each with the commands that its section NAME lists.
    private static func pages(_ language: ManualPage.Language) throws -> [(page: ManualPage, commands: Set<String>)] {
        let files = try FileManager.default.contentsOfDirectory(atPath: Project.file(language.rawValue))
        return try files.filter { $0.hasPrefix("nianbao-") && $0.hasSuffix(".1") }.map { file in
            let page = try ManualPage(file, language)
            let names = page[language.name].text.split(separator: " - ")[0].split(separator: ", ")
            #expect(file == "\(names[0]).1")
            return (page, Set(names.map { String($0.dropFirst("nianbao-".count)) }))
        }
    }

    /// Each command with its page, in which it has a section where others are described, too.
    private static func described(
        _ language: ManualPage.Language
    ) throws -> [(call: String, command: Command, page: ManualPage, section: ManualPage.Section)] {
        let pages = try pages(language)
        return try commands.get().compactMap { call, command in
            let found = pages.filter { $0.commands.contains(String(call.split(separator: " ")[1])) }
            #expect(found.count == 1, "\(call) has a page")
            guard let page = found.first?.page else { return nil }
            #expect(page.sections[call] != nil || found[0].commands.count == 1, "\(call) has a section")
            return (call, command, page, page.sections[call] ?? page[language.description])
        }
    }

    @Test(arguments: ManualPage.Language.allCases)
    func `name every command and every option that the program knows`(language: ManualPage.Language) throws {
        let described = try Self.described(language)
        #expect(described.count > 20)
        for (call, command, page, section) in described {
            #expect(page[language.synopsis].text.contains(call), "\(call)")
            for option in command.options {
                let tag = option.tag(language)
                let item = (section.items + page[language.options].items).first {
                    language == .chinese || option.kind != "option"
                        ? $0.tag == tag || $0.tag.hasSuffix(", \(tag)") : $0.tag.hasPrefix(tag)
                }
                #expect(item?.body.isEmpty == false, "\(call) \(tag)")
            }
        }
    }

    @Test(arguments: ManualPage.Language.allCases)
    func `name no option that the program does not know`(language: ManualPage.Language) throws {
        let described = try Self.described(language)
        for (call, command, _, section) in described { Self.expect(section, toExplainOnly: [command], call) }
        for (name, described) in Dictionary(grouping: described, by: { $0.page[language.name].text }) {
            Self.expect(described[0].page[language.options], toExplainOnly: described.map(\.command), name)
        }
    }

    private static func expect(_ section: ManualPage.Section, toExplainOnly commands: [Command], _ name: String) {
        let known = Set(commands.flatMap(\.options).flatMap { $0.names ?? [] }.map { "--\($0.name)" })
        for item in section.items {
            let option = item.tag.firstMatch(of: /--[a-z-]+/).map { String($0.output) }
            #expect(known.contains(option ?? ""), "\(name): \(item.tag)")
        }
    }

    @Test func `in Chinese say what the program says of itself`() throws {
        for (call, command, page, section) in try Self.described(.chinese) {
            #expect(section.text.hasPrefix(command.abstract ?? ""), "\(call)")
            for argument in command.positional {
                #expect(page["用法"].text.contains(argument.valueName ?? ""), "\(call) \(argument.valueName ?? "")")
            }
            for option in command.options {
                let tag = option.tag(.chinese)
                let item = (section.items + page["选项"].items).first { $0.tag == tag || $0.tag.hasSuffix(", \(tag)") }
                #expect(item?.body.hasPrefix(option.abstract ?? "") == true, "\(call) \(tag)")
            }
        }
    }

    @Test(arguments: ManualPage.Language.allCases)
    func `name every exit code of each command`(language: ManualPage.Language) throws {
        for (call, command, page, _) in try Self.described(language) {
            let words = (command.discussion ?? "").firstMatch(of: /退出码：(.*)/)?.output.1 ?? ""
            let given = Set(page[language.exits].items.map(\.tag))
            for code in words.matches(of: #/(?:^|；)([0-9]+) /#).map(\.output.1) {
                #expect(given.contains(String(code)), "\(call) \(code)")
            }
        }
    }

    @Test(arguments: ManualPage.Language.allCases)
    func `begin with one that lists all commands and exit codes`(language: ManualPage.Language) throws {
        let overview = try ManualPage("nianbao.1", language)
        let listed = Set(overview.sections.values.flatMap(\.items).map(\.tag))
        for (call, _) in try Self.commands.get() {
            #expect(listed.contains(call.split(separator: " ").prefix(2).joined(separator: " ")), "\(call)")
        }
        for page in try Self.pages(language).flatMap(\.commands) { #expect(listed.contains("nianbao \(page)")) }
        let codes = Set(overview[language.exits].items.map(\.tag))
        #expect(codes == ["0", "1", "3", "5", "64", "69", "73", "74", "75", "77", "78"])
    }

    @Test(arguments: ManualPage.Language.allCases)
    func `of the roster name every column of the file that is installed`(language: ManualPage.Language) throws {
        let page = try ManualPage("nianbao-agencies.5", language)
        let head = try String(contentsOfFile: Project.file("etc/agencies.csv"), encoding: .utf8)
        let columns = head.filter { $0 != "\u{FEFF}" && !$0.isNewline }.split(separator: ",")
        #expect(columns.count > 5)
        let explained = page[language == .chinese ? "列" : "COLUMNS"].items.map(\.tag)
        #expect(explained.sorted() == columns.map(String.init).sorted())
    }
}
