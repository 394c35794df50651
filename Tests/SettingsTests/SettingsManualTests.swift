import SystemPackage
import Testing

@testable import Settings

@Suite struct `The manual page of the settings` {
    private static let file = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent()
        .appending("docs/man/nianbao.toml.5")

    @Test func `is what nianbao config manual prints`() throws {
        let page = String(decoding: try BoundedFile.read(Self.file, limit: 100_000), as: UTF8.self)
        #expect(page == SettingsManual.page)
    }

    @Test func `names every table, every key and every default`() {
        for table in SettingKey.tables { #expect(SettingsManual.page.contains(".SH [\(table.name)]\n")) }
        for key in SettingKey.all {
            #expect(SettingsManual.page.contains(".B \(key.last.replacing("-", with: "\\-")) = "), "\(key.name)")
            #expect(SettingsManual.page.contains(key.summary.replacing("-", with: "\\-")), "\(key.name)")
        }
    }
}
