import Fixtures
import Foundation
import Testing

@Suite struct `The manual page of the commands` {
    /// What the argument parser tells of a command.
    private struct Command: Decodable {
        struct Argument: Decodable {
            struct Name: Decodable { var name: String }
            var names: [Name]?
            var shouldDisplay: Bool
        }
        var commandName: String
        var shouldDisplay: Bool?
        var arguments: [Argument]?
        var subcommands: [Command]?

        /// The command and those below it, by the words that call them.
        func all(below parent: String = "") -> [(call: String, options: [String])] {
            guard shouldDisplay ?? true, commandName != "help" else { return [] }
            let call = parent.isEmpty ? commandName : "\(parent) \(commandName)"
            let options = (arguments ?? []).filter(\.shouldDisplay).flatMap { $0.names ?? [] }.map(\.name)
            return [(call, options)] + (subcommands ?? []).flatMap { $0.all(below: call) }
        }
    }

    private struct Dump: Decodable { var command: Command }

    @Test func `names every command and every option that the program knows`() throws {
        let page = try String(contentsOfFile: Project.file("docs/man/nianbao.1"), encoding: .utf8)
            .replacing("\\-", with: "-")
        let dump = try Nianbao("--experimental-dump-help").output
        let commands = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command.all()
        #expect(commands.count > 5)
        for (call, options) in commands {
            #expect(page.contains(call) || call == "nianbao config", "\(call)")
            for option in options {
                #expect(page.contains(option.count == 1 ? "-\(option)" : "--\(option)"), "\(call) \(option)")
            }
        }
    }

    @Test func `of the roster names every column of the file that is installed`() throws {
        let page = try String(contentsOfFile: Project.file("docs/man/nianbao-agencies.5"), encoding: .utf8)
        let head = try String(contentsOfFile: Project.file("etc/agencies.csv"), encoding: .utf8)
        let columns = head.filter { $0 != "\u{FEFF}" && !$0.isNewline }.split(separator: ",")
        #expect(columns.count > 5)
        for column in columns { #expect(page.contains(".TP\n.B \(column)\n"), "\(column)") }
    }

    @Test func `names every exit code that the program gives`() throws {
        let page = try String(contentsOfFile: Project.file("docs/man/nianbao.1"), encoding: .utf8)
        for code in [0, 1, 3, 5, 64, 73, 74, 75, 78] {
            #expect(page.contains("B \(code)") || page.contains("fB\(code)\n"))
        }
    }
}
