import SystemPackage
import Testing

@testable import Settings

@Suite struct `The settings file that is shipped` {
    private static let file = FilePath(#filePath).removingLastComponent().removingLastComponent()
        .removingLastComponent()
        .appending("etc/nianbao.toml")

    private func text() throws -> String {
        String(decoding: try BoundedFile.read(Self.file, limit: 100_000), as: UTF8.self)
    }

    @Test func `holds the defaults`() throws {
        #expect(try Settings.load(from: Self.file) == Settings())
    }

    @Test func `is what nianbao config default prints`() throws {
        #expect(try text() == SettingsPage.text(of: Settings()))
    }

    @Test func `documents every key with its default`() throws {
        let text = try text()
        for key in SettingKey.all {
            let value = key.written(Settings())
            #expect(text.contains("# \(key.summary)\n# 默认：\(value)\n\(key.last) = \(value)\n"), "\(key.name)")
        }
    }
}
