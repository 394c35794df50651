import Rules
import SystemPackage
import Testing

@testable import Settings

@Suite struct `The manual page of the settings` {
    @Test(arguments: [("zh_CN/", SettingsManual.page), ("", SettingsManual.english)])
    func `is what nianbao config manual prints`(folder: String, printed: String) throws {
        let file = FilePath(#filePath).removingLastComponent().removingLastComponent().removingLastComponent()
            .appending("docs/man/\(folder)nianbao.toml.5")
        #expect(String(decoding: try BoundedFile.read(file, limit: 100_000), as: UTF8.self) == printed)
    }

    @Test func `in English names every table, every key and every default`() {
        let page = SettingsManual.english
        for table in SettingKey.tables { #expect(page.contains(".SH [\(table.name)]\n")) }
        for key in SettingKey.all where key.table != "rules" {
            let line = ".B \(Roff.text(key.last)) = \(Roff.text(key.written(Settings())))\n"
            #expect(page.contains(line), "\(key.name)")
        }
    }

    @Test func `in Chinese names every table, every key and every default`() {
        for table in SettingKey.tables { #expect(SettingsManual.page.contains(".SH [\(table.name)]\n")) }
        for key in SettingKey.all {
            #expect(SettingsManual.page.contains(".B \(key.last.replacing("-", with: "\\-")) = "), "\(key.name)")
            #expect(SettingsManual.page.contains(key.summary.replacing("-", with: "\\-")), "\(key.name)")
        }
    }
}
