import Foundation
import ReaderInterface
import SystemPackage
import Testing

@testable import Settings

@Suite struct `The settings`: ReadsSettings {
    @Test func `are the defaults where the file says nothing`() throws {
        #expect(try parse("") == Settings())
        #expect(try parse("# 只有注释\n[inbox]\n") == Settings())
    }

    @Test func `take what the file says`() throws {
        let settings = try parse(
            """
            [inbox]
            path = "/data/年报/收件"
            settle = "500ms"
            scan_interval = "2m"
            patience = "1h"
            ignore = ["*.bak", "说明*"]
            [state]
            path = "/data/ledger/"
            [status]
            path = "/data/status"
            valid_for = "90s"
            [limits]
            file_size = "1GB"
            characters = 5000
            cells = 700
            """)
        #expect(settings.inbox.path == "/data/年报/收件")
        #expect(settings.inbox.settle == .milliseconds(500))
        #expect(settings.inbox.scanInterval == .seconds(120))
        #expect(settings.inbox.patience == .seconds(3600))
        #expect(settings.inbox.ignore == ["*.bak", "说明*"])
        #expect(settings.state.path == "/data/ledger")
        #expect(settings.status.validFor == .seconds(90))
        #expect(settings.limits.fileBytes == 1_000_000_000)
        #expect(settings.limits.characters == 5000)
        #expect(settings.limits.cells == 700)
    }

    @Test func `come out as they went in`() throws {
        var settings = Settings()
        settings.inbox.path = "/a \"b\" \\c"
        settings.inbox.settle = .milliseconds(1500)
        settings.inbox.ignore = ["*.bak", "x\"y"]
        settings.limits.fileBytes = 1_234_567
        #expect(try parse(SettingsPage.text(of: settings)) == settings)
    }

    @Test(arguments: [
        "settle = 2", "settle = \"2\"", "settle = \"0s\"", "settle = \"2 days\"", "settle = \"-1s\"",
        "settle = \"99999999999999999999s\"", "settle = \"9223372036854775807h\"", "path = \"inbox\"", "path = 7",
        "ignore = \"*.bak\"", "ignore = [1]", "ignore = [\"\"]",
    ])
    func `refuse a bad value with its line`(entry: String) {
        let found = problems("# 注释\n[inbox]\n\(entry)\n")
        #expect(found.count == 1)
        guard case .badValue(line: 3, let key, _) = found.first else {
            Issue.record("not a bad value: \(found)")
            return
        }
        #expect(key == "inbox.\(entry.prefix { $0 != " " })")
    }

    @Test(arguments: [
        ("[inbox]\nsetle = \"2s\"", SettingsProblem.unknownKey(line: 2, "inbox.setle", nearest: "inbox.settle")),
        ("[limits]\n\nfilesize = \"1MB\"", .unknownKey(line: 3, "limits.filesize", nearest: "limits.file_size")),
        ("[status]\nsettle = \"2s\"", .unknownKey(line: 2, "status.settle", nearest: "inbox.settle")),
        ("[inbox]\ncolour = \"red\"", .unknownKey(line: 2, "inbox.colour", nearest: nil)),
        ("settle = \"2s\"", .unknownKey(line: 1, "settle", nearest: "inbox.settle")),
        ("\n[inbx]\npath = \"/a\"", .unknownTable(line: 2, "inbx", nearest: "[inbox]")),
        ("inbox = 3", .notTable(line: 1, "inbox")),
    ])
    func `name the nearest key for one that does not exist`(text: String, problem: SettingsProblem) {
        #expect(problems(text) == [problem])
    }

    @Test func `tell everything that is wrong at once, in the order of the file`() {
        let text = """
            [status]
            valid = "1m"
            [inbox]
            ignore = [
              "a = b",  # 不是设置项
              "[state]",
            ]
            settle = "soon"
            [limits]
            cells = 0
            """
        #expect(problems(text).map(\.line) == [2, 8, 10])
    }

    @Test func `say in which line and column the file is no TOML`() {
        guard case .syntax(line: 2, column: _, _) = problems("[inbox]\npath = \n").first else {
            Issue.record("not a syntax problem")
            return
        }
    }

    @Test(arguments: [[0xFF, 0xFE, 0x5B], [0x23, 0x00], [0x23, 0xCA, 0xD5]] as [[UInt8]])
    func `refuse bytes that are no UTF-8 text`(bytes: [UInt8]) {
        #expect(throws: SettingsError(file: "f", problems: [.notText])) { try Settings.parse(bytes, file: "f") }
    }

    @Test(arguments: ["/srv/nianbao/inbox", "/srv/nianbao/inbox/status", "/srv/nianbao", "/srv/x/../nianbao/inbox"])
    func `keep what is written apart from the inbox`(path: String) {
        #expect(problems("[status]\npath = \"\(path)\"") == [.foldersOverlap("status.path", "inbox.path")])
    }

    @Test func `keep the folder of the office apart from all others, and have none where nobody asks for one`() throws {
        #expect(try parse("").desk.folder == nil)
        #expect(try parse("[desk]\n").desk.folder == nil)
        #expect(try parse("[desk]\nfolder = \"\"").desk.folder == nil)
        #expect(try parse("[desk]\nfolder = \"/srv/nianbao/desk\"").desk.folder == "/srv/nianbao/desk")
        for (path, other) in [
            ("/srv/nianbao/inbox/desk", "inbox.path"), ("/srv/nianbao/status", "status.path"),
            ("/var/lib/nianbao/x", "state.path"),
        ] {
            #expect(problems("[desk]\nfolder = \"\(path)\"") == [.foldersOverlap("desk.folder", other)])
        }
    }

    @Test(arguments: [
        ("/srv/nianbao/inbox/returns", "inbox.path"), ("/var/lib/nianbao", "state.path"),
        ("/srv/nianbao/status/returns", "status.path"),
    ])
    func `keep what a bureau sees apart from all else`(path: String, other: String) {
        #expect(problems("[returns]\nfolder = \"\(path)\"") == [.foldersOverlap("returns.folder", other)])
    }

    @Test func `let a folder lie beside the inbox though its name begins alike`() throws {
        #expect(try parse("[status]\npath = \"/srv/nianbao/inbox-status\"").status.path == "/srv/nianbao/inbox-status")
    }

    @Test func `say which file is missing and what to do`() {
        let error = #expect(throws: SettingsError.self) { try Settings.load(from: "/nowhere/nianbao.toml") }
        #expect(error?.problems == [.unreadable(.missing)])
        #expect(error?.description == "/nowhere/nianbao.toml：文件不存在。请检查 --config 后面的路径，或建立这个文件。")
    }

    @Test func `read a problem as a sentence with file, line and key`() {
        let error = SettingsError(
            file: "/etc/nianbao/nianbao.toml",
            problems: [.unknownKey(line: 3, "inbox.setle", nearest: "inbox.settle")])
        #expect(error.description == "/etc/nianbao/nianbao.toml 第 3 行：没有 inbox.setle 这一项。是不是 inbox.settle？")
    }
}

extension SettingsProblem {
    fileprivate var line: Int? {
        switch self {
        case .syntax(let line, _, _), .unquoted(let line, _), .unknownTable(let line, _, _),
            .unknownKey(let line, _, _),
            .notTable(let line, _), .badValue(let line, _, _), .missingValue(let line, _, _),
            .refusedValue(let line, _, _):
            line
        case .unreadable, .notText, .foldersOverlap: nil
        }
    }
}
