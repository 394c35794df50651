import Reports
import Rules
import Workbooks

/// 核销单: the findings that count, each with two cells in which the office says what becomes of it.
package enum WaiverSheet {
    /// A finding of a current version.
    package struct Line: Sendable, Equatable {
        package var year: String
        package var agency: String
        package var version: Int
        /// What tells the bytes of the version from others.
        package var content: String
        package var line: Standing.Line

        package init(year: String, agency: String, version: Int, content: String, line: Standing.Line) {
            self.year = year
            self.agency = agency
            self.version = version
            self.content = content
            self.line = line
        }
    }

    /// What the office can decide on, the newest year first.
    package struct Lines: Sendable, Equatable {
        /// The findings that count.
        package var open: [Line] = []
        /// Those that the office has waived.
        package var waived: [Line] = []
        /// The oldest year of which there are lines, where those of earlier ones are left out.
        package var since: String?

        package init() {}

        package var count: Int { open.count + waived.count }
    }

    /// From so many lines on no earlier year is listed: a list of all Januaries would be nobody's to work through.
    package static let enough = 5_000

    /// A column, by the word at its head.
    enum Column: String, CaseIterable {
        case year = "年度"
        case agency = "单位"
        case version = "版本"
        case number = "序号"
        case severity = "程度"
        case place = "位置"
        case message = "问题"
        case excerpt = "原文"
        case wish = "处理"
        case why = "理由"
        case rule = "规则"
        // The rest of what identifies the finding, which nobody need see.
        case at = "位置编号"
        case digest = "数据指纹"
        case ledger = "台账编号"
        // What had been decided on it when the list was made.
        case state = "决定编号"
        // Which report it is: names and numbers of versions can be another one's by now.
        case content = "报告指纹"

        var width: Double {
            switch self {
            case .version, .number: 6
            case .year: 8
            case .severity, .wish: 10
            case .agency, .place: 26
            case .rule: 22
            case .excerpt: 34
            case .message: 48
            case .why: 40
            case .at, .digest, .ledger, .state, .content: 12
            }
        }

        fileprivate var isHidden: Bool { [.at, .digest, .ledger, .state, .content].contains(self) }
    }

    /// What can be chosen for a finding.
    package enum Wish: String, CaseIterable {
        case waive = "核销"
        case keep = "维持"
    }

    /// Quotations are longer on the receipt.
    private static let longestExcerpt = 120

    /// The bytes of `核销单.xlsx` of a ledger: what counts, and what is waived on a sheet of its own; `folder` is where it is to be put once it is
    /// filled in, where there is such a folder.
    package static func bytes(for lines: Lines, ledger: String, folder: String?) throws -> [UInt8] {
        let words = words(for: folder, since: lines.since)
        var sheets = [sheet("核销单", lines.open, ledger, words)]
        if !lines.waived.isEmpty { sheets.append(sheet("已核销", lines.waived, ledger, words)) }
        return try Workbook(sheets).bytes()
    }

    private static func sheet(_ name: String, _ lines: [Line], _ ledger: String, _ words: String) -> Sheet {
        let columns = Column.allCases
        let note = SheetCell(.text(words), .note, columns: columns.count { !$0.isHidden })
        let heads = columns.map { SheetCell(.text($0.rawValue), .head) }
        var sheet = Sheet(
            name, widths: columns.map(\.width), frozenRows: 2, frozenColumns: 2, hasFilter: true, isLandscape: true,
            rows: [[note], heads] + lines.map { line in columns.map { cell($0, of: line, ledger) } })
        sheet.heights = heights(of: sheet.rows, columns)
        sheet.heights[0] = 48
        sheet.hiddenColumns = Set(columns.indices.filter { columns[$0].isHidden })
        if let wish = columns.firstIndex(of: .wish) { sheet.choices = [wish: Wish.allCases.map(\.rawValue)] }
        sheet.isProtected = true
        return sheet
    }

    /// How high rows are in which text wraps: not every spreadsheet makes room for it by itself.
    private static func heights(of rows: [[SheetCell]], _ columns: [Column]) -> [Int: Double] {
        let (line, highest) = (16.0, 409.0)
        return rows.enumerated().reduce(into: [:]) { heights, row in
            let lines = zip(columns, row.element).filter { !$0.0.isHidden }.map { lineCount(of: $1, in: $0.width) }
            guard let most = lines.max(), most > 1 else { return }
            heights[row.offset] = min(Double(most) * line, highest)
        }
    }

    /// How many lines a text takes about: fonts differ, and too high is better than cut off.
    private static func lineCount(of cell: SheetCell, in width: Double) -> Int {
        guard case .text(let text) = cell.content else { return 1 }
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).reduce(0) { count, line in
            count + max(1, Int((Double(String(line).columns) * 1.1 / (width - 1)).rounded(.up)))
        }
    }

    private static func words(for folder: String?, since year: String?) -> String {
        var meaning = "核销：情况属实，但经核实可以不改，这一处不再计入结论。维持：这一处照旧计入；已经核销过的，撤销核销。"
        if let year { meaning += "问题很多，本表只列到 \(year) 年度，更早年度的用 nianbao waive 核销。" }
        guard let folder else {
            return "\(meaning)没有设置办公室的文件夹（[desk] folder），填好的核销单没有人收取；请由管理员设置，或用 nianbao waive 核销。"
        }
        return "用法：在黄色的“处理”一栏选“核销”或“维持”，在“理由”一栏写明理由，不处理的行不用填；另存一份，放进办公室的文件夹 \(folder)，"
            + "结果见“核销结果.html”。\(meaning)"
    }

    private static func cell(_ column: Column, of line: Line, _ ledger: String) -> SheetCell {
        let finding = line.line.finding
        switch column {
        case .year: return SheetCell(.text(line.year))
        case .agency: return SheetCell(.text(line.agency), .label)
        case .version: return SheetCell(.text(String(line.version)))
        case .number: return SheetCell(.count(line.line.number))
        case .severity:
            return SheetCell(.text(finding.severity.name), finding.severity == .error ? .bad : .careful)
        case .place: return SheetCell(.text(Place(path: finding.at)?.description ?? finding.at))
        case .message: return SheetCell(.text(message(of: line.line)))
        case .excerpt: return SheetCell(.text(short(finding.excerpt)))
        case .wish, .why: return SheetCell(.blank, .input)
        case .rule: return SheetCell(.text(finding.rule), .note)
        case .at: return SheetCell(.text(finding.at), .note)
        case .digest: return SheetCell(.text(line.line.key.digest), .note)
        case .ledger: return SheetCell(.text(ledger), .note)
        case .state: return SheetCell(.text(String(line.line.state)), .note)
        case .content: return SheetCell(.text(line.content), .note)
        }
    }

    /// What was found, and what the office has said of it: of what is waived, and of what was as long as it was something else.
    private static func message(of line: Standing.Line) -> String {
        if let waiver = line.waiver {
            return "\(line.finding.message)（已核销，\(waiver.who.shown)：\(waiver.why)）"
        }
        guard let former = line.former else { return line.finding.message }
        return "\(line.finding.message)（曾经核销，报告改动后须重新决定；当时的理由：\(former.why)）"
    }

    private static func short(_ excerpt: String) -> String {
        excerpt.count > longestExcerpt ? "\(excerpt.prefix(longestExcerpt))…" : excerpt
    }
}
