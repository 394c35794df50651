/// The settings as a file: each key with what it is for.
package enum SettingsPage {
    /// The text of a whole settings file. That of the defaults is `etc/nianbao.toml`.
    package static func text(of settings: Settings) -> String {
        let tables = SettingKey.tables.map { table in
            let keys = SettingKey.all.filter { $0.table == table.name }
            let expected = SettingKey.expected(throughout: table.name).map { "# 各项的值为\($0)。\n" } ?? ""
            return "\n# \(table.summary)\n\(expected)[\(table.name)]\n" + keys.map { entry($0, settings) }.joined()
        }
        return ([head] + tables + SettingFamily.all.map { family($0, settings) }).joined()
    }

    /// The tables that the office has named, or an example that is only a comment.
    private static func family(_ family: SettingFamily, _ settings: Settings) -> String {
        let example = ["[\(family.name).\(quoted(family.example))]"] + family.exampleLines
        let names = family.members(settings)
        let tables = names.map { name in
            "\n[\(family.name).\(quoted(name))]\n"
                + family.keys(name).map { "\($0.last) = \($0.written(settings))\n" }.joined()
        }
        let shown = names.isEmpty ? ["# 例如：\n"] + example.map { "# \($0)\n" } : tables
        return "\n# \(family.summary)\n" + shown.joined()
    }

    private static let head = """
        # nianbao 的设置。改好后用 nianbao config check 检查，再用 systemctl reload nianbao 启用。
        # 没有写出的项取默认值；命令行上的选项优先于本文件。说明见 nianbao.toml(5)。

        """

    private static func entry(_ key: SettingKey, _ settings: Settings) -> String {
        let standard = key.written(Settings())
        return """

            # \(key.summary)
            # 默认：\(standard)
            \(key.last) = \(key.written(settings))

            """
    }
}
