import Foundation
import Reports
import Rules

/// What the page and the text of a body show.
struct BureauView {
    /// Something that lies beside the report, with what there is to know of it.
    struct Note {
        var heading: String
        var lines: [String]
    }

    let agency: String
    let year: String
    let verdict: String
    let verdictName: String
    let sign: String
    let entries: [ReceiptView.Entry]
    let tasks: [String]
    let notes: [Note]
    let hasNotes: Bool
    /// One or none.
    let receipts: [ReceiptView]
    let receiptName: String
    let versions: [String]
    let hasVersions: Bool
    let years: [String]
    let hasYears: Bool

    init(_ standing: BureauStanding) {
        let receipt = standing.receipt
        agency = standing.agency.name
        year = String(standing.year)
        verdict = standing.state.rawValue
        verdictName = standing.current == nil ? "尚未收到" : standing.state.name
        sign = standing.state.sign
        entries = standing.entries
        tasks = standing.tasks
        notes = standing.notes
        hasNotes = !notes.isEmpty
        receipts =
            receipt.map {
                [ReceiptView(of: $0.version, after: $0.previous, letter: standing.letter, in: standing.zone)]
            } ?? []
        receiptName = receipt.map { BureauStanding.name(of: ReportSummary($0.version)) } ?? ""
        versions = standing.earlierVersions
        hasVersions = !versions.isEmpty
        years = standing.otherYears
        hasYears = !years.isEmpty
    }
}

extension BureauStanding {
    fileprivate var entries: [ReceiptView.Entry] {
        let isOver = today > deadline.lastDay
        return [
            .init(name: "单位", text: agency.name), .init(name: "报告年度", text: String(year)),
            .init(name: "报送期限", text: deadline.day.words + (isOver ? "（已过）" : "")),
            .init(name: "收到", text: current.map { line(of: ReportSummary($0.version)) } ?? "尚未收到"),
        ]
    }

    /// What is still to be done and until when.
    fileprivate var tasks: [String] {
        guard let version = current?.version else {
            let wanted = "尚未收到 \(year) 年度报告"
            return state == .overdue
                ? ["\(wanted)，报送期限 \(deadline.day.words)已过，请尽快报送。"]
                : ["\(wanted)，请于 \(deadline.day.words)前报送。"]
        }
        return [task(for: version)]
    }

    private func task(for version: ReportVersion, by words: String = "回执") -> String {
        let day = correctionDay(of: version)
        let until = today > day ? "（期限 \(day.words)已过，请尽快）" : "，于 \(day.words)前"
        return switch version.standing.verdict {
        case .accepted: "已经完成，不需要再做什么。"
        case .acceptedWithWarnings: "请按\(words)核实：确有出入的，更正后\(until)重新报送；核实无误的，不必重报。"
        case .returned: "请按\(words)修改后\(until)重新报送。"
        case .unreadable: "文件未能校核，请按\(words)处理后\(until)重新报送。"
        case .failed: "本系统出现故障，将自动重试校核，暂时不需要做什么。"
        }
    }

    /// What needs something to be done besides.
    fileprivate var notes: [BureauView.Note] {
        let others = open.filter { $0 != receipt }.map { other in
            BureauView.Note(
                heading: "\(Self.said(other.version.year))：\(line(of: ReportSummary(other.version)))",
                lines: other.version.standing.open.map(\.finding).filter { $0.severity == .error }.prefix(3).map {
                    $0.heading + $0.fix
                } + [task(for: other.version, by: "上面的说明")])
        }
        return others + reports.strays.map(note)
    }

    private func note(_ stray: BureauReports.Stray) -> BureauView.Note {
        let heading = "\(stray.receivedAt.said(in: zone)) 放入收件文件夹的一份文件（\(shownFile(stray))）没有计入本单位的报送"
        if stray.verdict == Verdict.failed.rawValue {
            return .init(heading: heading, lines: ["本系统出现故障，将自动重试校核，暂时不需要做什么。"])
        }
        let why = isOfOther(stray) ? "报告写的是另一个单位的名称。" : "报告写的单位名称不在名录中。"
        return .init(heading: heading, lines: ["\(why)请核对标题和落款，改正后重新放入；名称无误的，请告知校核单位。"])
    }

    /// The versions of the report that came before the one that is shown.
    fileprivate var earlierVersions: [String] {
        guard let shown = receipt?.version else { return [] }
        return reports.versions.filter { $0.year == shown.year && $0.path != shown.path }
            .reversed().map { line(of: $0) }
    }

    /// The current versions for other years, a line each.
    fileprivate var otherYears: [String] {
        let others = Dictionary(grouping: reports.versions.filter { !$0.isSuperseded }, by: \.year)
        let shown = Set([String(year), receipt?.version.year ?? ""] + open.map(\.version.year))
        return others.keys.filter { !shown.contains($0) }.sorted(by: >).compactMap { year in
            others[year]?.max { $0.version < $1.version }.map { "\(Self.said(year))：\(line(of: $0))" }
        }
    }

    static func name(of version: ReportSummary) -> String { "\(said(version.year)) 第 \(version.version) 版" }

    private static func said(_ year: String) -> String { Int(year) == nil ? year : "\(year) 年度" }

    /// What the office has to decide is not for the body.
    private func line(of version: ReportSummary) -> String {
        var version = version
        version.asksAgain = false
        let remark = version.remark.isEmpty ? "" : "，\(version.remark)"
        return
            "第 \(version.version) 版，\(version.receivedAt.said(in: zone)) 收到（\(shownFile(version))），\(version.verdict.name)\(remark)"
    }
}
