import Rules
import SystemPackage

/// The manual page of the settings file, from the table of keys.
package enum SettingsManual {
    /// The page in Chinese, for those who set it. `docs/man/zh_CN/nianbao.toml.5` is this text.
    package static let page: String =
        ([head] + SettingKey.tables.map(section) + SettingFamily.all.map(section) + [tail]).joined()

    private static let head = """
        .\\" 由 nianbao config manual 按设置项的表生成，请勿直接修改。
        .TH NIANBAO.TOML 5 2026-11-21 nianbao 文件格式
        .mso zh.tmac
        .ad l
        .nh
        .SH 名称
        nianbao.toml \\- nianbao 的设置
        .SH 位置
        .I \(Roff.text(Settings.standardFile.string))
        .SH 说明
        设置文件是 UTF\\-8 编码的 TOML 文本。没有写出的项取默认值；命令行上的选项优先于文件。
        不认识的项和不对的值都是错误，\\fBnianbao config check\\fR 会指出所在的行和最接近的写法；有错误的设置不会启用。

        """

    private static let tail = """
        .SH 参见
        .BR nianbao (1),
        .BR nianbao\\-agencies (5)

        """

    private static func section(_ table: (name: String, summary: String, english: String)) -> String {
        let keys = SettingKey.all.filter { $0.table == table.name }
        let head = ".SH [\(table.name)]\n\(Roff.text(table.summary))\n"
        if let expected = SettingKey.expected(throughout: table.name) {
            return head + "各项的" + value(expected) + keys.map(entry).joined()
        }
        return head + keys.map { entry($0) + value($0.expected) }.joined()
    }

    private static func section(_ family: SettingFamily) -> String {
        ".SH [\(family.name).名称]\n\(Roff.text(family.summary))\n.PP\n" + example(family)
            + family.keys("名称").map { entry($0) + value($0.expected) }.joined()
    }

    /// An example of a table whose name an office chooses.
    static func example(_ family: SettingFamily) -> String {
        let lines = ["[\(family.name).\(quoted(family.example))]"] + family.exampleLines
        return ".nf\n" + lines.map { "\(Roff.text($0))\n" }.joined() + ".fi\n"
    }

    private static func entry(_ key: SettingKey) -> String {
        """
        .TP
        .B \(Roff.text(key.last)) = \(Roff.text(key.written(Settings())))
        \(Roff.text(key.summary))

        """
    }

    private static func value(_ expected: String) -> String { "值为\(Roff.text(expected))。\n" }
}
