import Fixtures
import Foundation
import Testing

/// The made-up January: the folders of an office with the real program over them, and what sixty bureaus and the office do.
final class January: Sendable {
    static let folders = ["inbox", "status", "returns", "desk"]

    let scratch: ScratchFolder
    let bureaus: [Bureau]
    /// The year that is reported on, as clocks in China have it.
    let year: Int
    /// Whether the first of January is over, and with it the time of the streets.
    let isNearDayOver: Bool

    private init() throws {
        scratch = try ScratchFolder()
        bureaus = try Cast.bureaus()
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Asia/Shanghai"))
        let today = calendar.dateComponents([.year, .month, .day], from: Date())
        year = try #require(today.year) - 1
        isNearDayOver = today.month != 1 || today.day != 1
        for folder in Self.folders { try scratch.makeFolder(folder) }
        try scratch.permit(0o770, "desk")
        let roster = try scratch.writeRoster(
            "名称,分组,报送期限,可制定规章,汇总,收件文件夹\n" + bureaus.map { $0.row + "\n" }.joined())
        try scratch.writeSettings(
            """
            \(roster)
            [returns]
            folder = "\(scratch.path("returns"))"
            [desk]
            folder = "\(scratch.path("desk"))"
            [deadlines]
            submit = "\(Cast.farDay)"
            [groups."\(Cast.streets)"]
            submit = "\(Cast.nearDay)"
            """)
        for bureau in bureaus where bureau.hasFolder { try scratch.makeFolder("inbox/\(bureau.folder)") }
    }

    /// The January that all tests look at, played once.
    static let played = Result { () throws -> January in
        let january = try January()
        try january.play()
        return january
    }

    private func play() throws {
        try handInEarlierYears()
        try handIn()
        try mend()
        try decideByWorkbook()
        try decideByCommand()
    }

    // MARK: The bureaus

    private func handInEarlierYears() throws {
        for bureau in bureaus {
            for (year, figures) in earlier(of: bureau) {
                try drop(bureau.file.bytes(of: figures.report(of: bureau.name, for: year)), by: bureau, "\(year)年")
            }
        }
        try work()
    }

    private func handIn() throws {
        for bureau in bureaus where !bureau.sumsUp && bureau.fate != .missing && bureau.slip != .copied {
            switch bureau.fate {
            case .scanned: try drop(Self.scan, by: bureau, "扫描件", as: "pdf")
            case .locked: try drop(KnownReport.bytes(of: "locked.pdf"), by: bureau, "加密", as: "pdf")
            default: try drop(firstFile(of: bureau), by: bureau, "\(year)年")
            }
        }
        try work()
    }

    /// Each reads what is in its own folder; those who copied have had time to see what others wrote.
    private func mend() throws {
        for (number, bureau) in bureaus.enumerated() {
            if bureau.slip == .copied { try drop(firstFile(of: bureau), by: bureau, "\(year)年") }
            guard case .mended = bureau.fate else { continue }
            var clerk = Clerk(report: firstReport(of: bureau))
            try clerk.mend(by: ownPage(of: bureau, number % 2 == 0 ? "回执.txt" : "回执.html"))
            try drop(bureau.file.bytes(of: clerk.report), by: bureau, "改好的")
        }
        try work()
    }

    private func firstReport(of bureau: Bureau) -> SampleReport {
        var report = bureau.report(for: year)
        bureau.slip?.spoil(&report)
        return report
    }

    private func firstFile(of bureau: Bureau) throws -> [UInt8] {
        guard bureau.isBinary else { return bureau.file.bytes(of: firstReport(of: bureau)) }
        return try KnownReport.doc(saying: [
            ("青岚市人民政府", bureau.name), ("2025", String(year + 1)), ("2024", String(year)),
        ])
    }

    private static let scan: [UInt8] = {
        var pages = DrawnDocument()
        pages.draw(.image(left: 0, top: 0, right: 595, bottom: 842))
        return PDFWriter().bytes(pages)
    }()

    private func drop(_ bytes: [UInt8], by bureau: Bureau, _ words: String, as ending: String? = nil) throws {
        let name = file(of: bureau, words, as: ending)
        let folder = bureau.hasFolder ? "inbox/\(bureau.folder)" : "inbox"
        try Data(bytes).write(to: URL(filePath: scratch.path("\(folder)/\(name)")))
    }

    /// What a file of a bureau is called.
    func file(of bureau: Bureau, _ words: String, as ending: String? = nil) -> String {
        "\(bureau.hasFolder ? "" : bureau.name)\(words)年报.\(ending ?? bureau.file.rawValue)"
    }

    /// What a bureau reads of itself.
    func ownPage(of bureau: Bureau, _ page: String) throws -> String {
        try scratch.text(of: "returns/\(bureau.folder)/\(page)")
    }

    /// The years before with what was counted in each.
    func earlier(of bureau: Bureau) -> [(year: Int, figures: Figures)] {
        bureau.earlier.enumerated().map { (year - bureau.earlier.count + $0, $1) }
    }

    // MARK: The office

    static let waived = "口径不同，已电话核实"

    private func decideByWorkbook() throws {
        var book = try FilledBook([UInt8](Data(contentsOf: URL(filePath: scratch.path("status/核销单.xlsx")))))
        for bureau in bureaus {
            guard case .waived(let slip, byCommand: false) = bureau.fate else { continue }
            for rule in slip.rules { try book.fill(rule, "核销", Self.waived) }
        }
        try Data(book.bytes()).write(to: URL(filePath: scratch.path("desk/核销单-办公室.xlsx")))
        try work()
    }

    /// The service runs on while commands decide beside it. The government hands in last, when the sum is certain.
    private func decideByCommand() throws {
        let daemon = try RunningDaemon(["--config", scratch.path("nianbao.toml"), "--print"])
        for bureau in bureaus {
            switch bureau.fate {
            case .waived(let slip, byCommand: true):
                // By their numbers in the receipt.
                let numbers = (1...slip.places).map(String.init)
                try run(["waive", bureau.name, String(year)] + numbers + ["--why", Self.waived])
            case .overruled: try run("overrule", bureau.name, String(year), "accepted", "--why", "另有专门说明")
            case .scanned:
                try scratch.write(entryForm(of: bureau), to: "录入.csv")
                try run("enter", bureau.name, String(year), scratch.path("录入.csv"), "--why", "扫描件，逐格抄录")
            default: break
            }
        }
        for bureau in bureaus where bureau.sumsUp {
            let report = sum.report(of: bureau.name, for: year)
            try drop(bureau.file.bytes(of: report), by: bureau, "\(year)年")
            #expect(daemon.hears("\(bureau.name) \(year) 第 1 版"))
        }
        #expect(daemon.end(with: SIGTERM) == 0)
        try work()
    }

    /// The program's own empty form with every number of a bureau in it.
    private func entryForm(of bureau: Bureau) throws -> String {
        try run("enter", "--template", scratch.path("空表.csv"))
        var cells = bureau.figures.cells[...]
        let lines = try scratch.text(of: "空表.csv").split(whereSeparator: \.isNewline).map { line in
            let label = String(line.prefix { $0 != "," }).filter { $0 != "\"" && $0 != "\u{FEFF}" }
            let count = Self.width(ofRow: label)
            defer { cells = cells.dropFirst(count) }
            return ([String(line)] + cells.prefix(count)).joined(separator: ",")
        }
        #expect(cells.isEmpty)
        return lines.joined(separator: "\r\n")
    }

    private static func width(ofRow label: String) -> Int {
        switch label {
        case "规章", "行政规范性文件": 3
        case "行政许可", "行政处罚", "行政强制", "行政事业性收费": 1
        case "行政复议", "未经复议直接起诉", "复议后起诉": 5
        case "单位", "年度", "理由": 0
        default: label.hasPrefix("表") || label.hasPrefix("人工录入表") ? 0 : 7
        }
    }

    // MARK: The program

    /// Has all that is there worked off.
    private func work() throws { try run("watch", "--until-idle") }

    @discardableResult
    func run(_ arguments: String...) throws -> Nianbao { try run(arguments) }

    @discardableResult
    private func run(_ arguments: [String]) throws -> Nianbao {
        let run = try Nianbao(arguments + ["--config", scratch.path("nianbao.toml")])
        #expect(run.status == 0, "\(arguments): \(run.output)\(run.standardError)")
        return run
    }
}
