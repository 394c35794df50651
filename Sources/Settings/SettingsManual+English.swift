import Rules
import SystemPackage

extension SettingsManual {
    /// The page in English, for packagers: each key with its default and what it may be. What a key is for, the page in Chinese says.
    /// `docs/man/nianbao.toml.5` is this text.
    package static let english: String =
        ([head] + SettingKey.tables.map(section) + SettingFamily.all.map(section) + [tail]).joined()

    private static let head = """
        .\\" Made by nianbao config manual --english from the table of settings; edit that.
        .TH NIANBAO.TOML 5 2026-11-30 nianbao "File Formats"
        .ad l
        .nh
        .SH NAME
        nianbao.toml \\- the settings of nianbao
        .SH SYNOPSIS
        .I \(Roff.text(Settings.standardFile.string))
        .SH DESCRIPTION
        The settings are TOML in UTF\\-8. A key that is not there has its default, which is shown here; options of the command line go before the
        file. Unknown keys and bad values are mistakes: \\fBnianbao config check\\fR names the line and the nearest word, and settings with a mistake
        are not taken over. \\fBsystemctl reload nianbao\\fR takes over new ones.
        .PP
        What each key is for is said in Chinese in the file that is installed, and in this page of the locale zh_CN
        (\\fBman \\-L zh_CN.UTF\\-8 nianbao.toml\\fR).

        """

    private static let tail = """
        .SH SEE ALSO
        .BR nianbao (1),
        .BR nianbao\\-config (1),
        .BR nianbao\\-agencies (5),
        .BR nianbao\\-rules (7)

        """

    private static func section(_ table: (name: String, summary: String, english: String)) -> String {
        let keys = SettingKey.all.filter { $0.table == table.name }
        let head = ".SH [\(table.name)]\n\(Roff.text(table.english))\n"
        return head + (table.name == "rules" ? weights(keys) : keys.map(entry).joined())
    }

    private static func section(_ family: SettingFamily) -> String {
        ".SH [\(family.name).NAME]\n\(Roff.text(family.english))\nAn example:\n.PP\n" + example(family)
            + family.keys("NAME").map(entry).joined()
    }

    /// The rules are in a page of their own, with their defaults.
    private static func weights(_ keys: [SettingKey]) -> String {
        """
        The keys are the ids of rules, \(keys.count) in all, whose defaults are in
        .BR nianbao\\-rules (7).
        Values: \(Roff.text(keys.first?.english ?? "")).

        """
    }

    private static func entry(_ key: SettingKey) -> String {
        """
        .TP
        .B \(Roff.text(key.last)) = \(Roff.text(key.written(Settings())))
        \(Roff.text(sentence(key.english)))

        """
    }

    private static func sentence(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() + "." }
}
