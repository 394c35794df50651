import ArgumentParser
import Foundation
import Office
import Settings

/// The argument parser's own words, which it has in English only, in Chinese.
enum HelpText {
    /// The fixed words, those that contain others first.
    private static let words: [(String, String)] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "用法："), ("Usage: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
        ("SUBCOMMANDS:", "命令："), ("<options>", "[选项]"), ("<subcommand>", "<命令>"),
        ("Show help information.", "显示说明。"), ("Show the version.", "显示版本。"),
        ("Show subcommand help information.", "显示某个命令的说明。"), ("(default:", "(默认："),
        ("(values:", "(可用："), ("; default:", "；默认："),
    ]

    /// Whole sentences; what stands in them is taken over.
    private static let sentences: [(pattern: String, chinese: String)] = [
        (#"Error: Unknown option '([^']*)'(\. Did you mean '([^']*)'\?)?"#, "错误：没有“$1”这个选项"),
        (#"Error: Missing expected argument '([^']*)'"#, "错误：缺少参数 $1"),
        (#"Error: Missing value for '([^']*)'"#, "错误：选项 $1 后面缺少值"),
        (#"Error: The value '([^']*)' is invalid for '([^']*)'.*"#, "错误：“$1”不能用于 $2"),
        (#"Error: ([0-9]+ )?[Uu]nexpected arguments?:? (.*)"#, "错误：多余的参数 $2"),
        (#"Error: "#, "错误："), (#"Help: +"#, "说明："),
        (#" *See '([^']*)' for (detailed help|more information)\."#, "  详细说明：$1"),
    ]

    /// What an error says where a word that should be a command is none, with the command that was meant; `nil` where all are.
    static func unknownCommand(in arguments: [String], of root: any ParsableCommand.Type) -> String? {
        var commands: [any ParsableCommand.Type] = [root]
        var path: [String] = []
        for word in ["nianbao"] + arguments {
            if let next = commands.first(where: { $0._commandName == word }) {
                commands = next.configuration.subcommands
                path.append(word)
                continue
            }
            guard !commands.isEmpty, !word.hasPrefix("-") else { return nil }
            let names = commands.map { $0._commandName }
            let (whole, meant) = (path.joined(separator: " "), Spelling.nearest(to: word, in: names))
            return "错误：\(whole) 没有“\(word.printable)”这个命令" + (meant.map { "，是不是 \(whole) \($0)" } ?? "")
                + "\n用法：\(whole) <命令>\n  详细说明：\(whole) --help"
        }
        return nil
    }

    /// A script by which a shell completes, with the commands after `nianbao help` as well: the parser's own has nothing there.
    static func completing(_ script: String, commandsOf root: any ParsableCommand.Type) -> String {
        let (name, names) = (root._commandName, root.configuration.subcommands.map { $0._commandName })
        let words = names.joined(separator: " ")
        if script.hasPrefix("#compdef") {
            return script.replacing("'*:subcommands:'", with: "'1:command:(\(words))'")
        }
        guard let help = script.range(of: "_\(name)_help() {"),
            let end = script[help.upperBound...].firstRange(of: "\n}")
        else { return script + "\ncomplete -c \(name) -n '__fish_seen_subcommand_from help' -fa '\(words)'\n" }
        var script = script
        script.insert(contentsOf: "\n    COMPREPLY+=($(compgen -W '\(words)' -- \"${cur}\"))", at: end.lowerBound)
        return script
    }

    static func inChinese(_ message: String) -> String {
        let sentences = sentences.reduce(message) { text, sentence in
            text.replacingOccurrences(of: sentence.pattern, with: sentence.chinese, options: .regularExpression)
        }
        return words.reduce(sentences) { $0.replacing($1.0, with: $1.1) }
    }
}
