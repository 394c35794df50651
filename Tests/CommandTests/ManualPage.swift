import Fixtures
import Foundation

/// A manual page as it reads, in sections.
struct ManualPage {
    /// The languages, each with its folder and the titles of the sections that the tests look into.
    enum Language: String, CaseIterable {
        case chinese = "docs/man/zh_CN"
        case english = "docs/man"

        var synopsis: String { self == .chinese ? "用法" : "SYNOPSIS" }
        var description: String { self == .chinese ? "说明" : "DESCRIPTION" }
        var options: String { self == .chinese ? "选项" : "OPTIONS" }
        var exits: String { self == .chinese ? "退出码" : "EXIT STATUS" }
        var name: String { self == .chinese ? "名称" : "NAME" }
    }

    /// A section or a part of one: its text, and what it explains, by the tags.
    struct Section {
        var text = ""
        var items: [(tag: String, body: String)] = []
    }

    /// By their titles.
    private(set) var sections: [String: Section] = [:]

    init(_ name: String, _ language: Language) throws {
        let file = Project.file("\(language.rawValue)/\(name)")
        var title = ""
        var lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")[...]
        while let line = lines.popFirst() {
            switch line.prefix(3) {
            case ".SH", ".SS":
                title = Self.plain(line.dropFirst(4))
                sections[title] = Section()
            case ".TP": sections[title]?.items.append((Self.plain(lines.popFirst() ?? ""), ""))
            case ".PP": sections[title]?.text += "\n"
            default: sections[title]?.add(Self.plain(line))
            }
        }
    }

    subscript(title: String) -> Section { sections[title] ?? Section() }

    /// A line as it reads.
    private static func plain(_ line: Substring) -> String {
        var text = String(line)
        if let macro = text.firstMatch(of: #/^\.([BIR]{1,2}) /#) {
            let words = text[macro.range.upperBound...].matches(of: /"[^"]*"|(?:\\ |\S)+/).map(\.output)
            text = words.joined(separator: macro.output.1.count == 1 ? " " : "")
        }
        text.replace(/\\f[BIR]|\\[:&]|"/, with: "")
        let signs = ["\\-": "-", "\\ ": " ", "\\(dq": "\"", "\\(aq": "'", "\\e": "\\"]
        for (sign, character) in signs { text.replace(sign, with: character) }
        return text
    }
}

extension ManualPage.Section {
    fileprivate mutating func add(_ line: String) {
        if items.isEmpty { text += line } else { items[items.count - 1].body += line }
    }
}
