package import Foundation

/// 核销结果: what came of the files that the office has put into its folder.
package enum DeskPage {
    /// So many files are shown and so many lines in all, which are at least all of a file; the others are counted.
    package static let files = 50
    static let lines = 4_000

    /// The page of the newest files, the newest first. `folder` is where they are put, where there is such a folder; `total` counts all.
    /// `notes` are sentences about what lies there and was not dealt with.
    package static func html(
        for newest: [DeskFile], of total: Int, folder: String?, notes: [String] = [], in zone: TimeZone = .china
    ) -> String {
        Pages.render(DeskView(newest, total, folder, notes, zone), with: "desk")
    }
}

/// What the template of the page shows.
struct DeskView {
    struct Entry {
        var name: String
        var who: String
        var time: String
        var summary: String
        /// The tone of the whole.
        var tone: String
        var hasLines: Bool
        var lines: [Line]
        /// What of the file is not listed, in words, one or none.
        var hidden: [String]
    }

    struct Line {
        var row: Int
        var subject: String
        var message: String
        var wish: String
        var why: String
        var answer: String
        var tone: String
        var sign: String
    }

    let isOff: Bool
    let folder: String
    let notes: [String]
    let hasNotes: Bool
    let hasFiles: Bool
    let files: [Entry]
    let earlier: Int
    let hasEarlier: Bool

    init(_ newest: [DeskFile], _ total: Int, _ folder: String?, _ notes: [String], _ zone: TimeZone) {
        isOff = folder == nil
        self.notes = notes
        hasNotes = !notes.isEmpty
        self.folder = folder ?? ""
        var room = DeskPage.lines
        files = newest.map { file in
            let entry = Entry(file, zone, upTo: room)
            room -= entry.lines.count
            return entry
        }
        hasFiles = !files.isEmpty
        earlier = max(0, total - files.count)
        hasEarlier = earlier > 0
    }
}

extension DeskView.Entry {
    /// Where not all lines have room, those come first that somebody has to look at.
    fileprivate init(_ file: DeskFile, _ zone: TimeZone, upTo room: Int) {
        name = file.name
        who = file.who.shown
        time = file.at.said(in: zone)
        summary = file.summary
        var all: [DeskFile.Line] = []
        if case .list(let lines, _) = file.content { all = lines }
        let isRefused = if case .refused = file.content { true } else { false }
        tone = isRefused ? "error" : all.allSatisfy(\.answer.isAsWanted) ? "accepted" : "warning"
        let refused = all.filter { !$0.answer.isAsWanted }
        let ordered = all.count <= room ? all : refused + all.filter(\.answer.isAsWanted)
        lines = ordered.prefix(room).map(DeskView.Line.init)
        hasLines = !lines.isEmpty
        let left = max(0, refused.count - room)
        hidden = all.count <= room ? [] : [Self.words(for: all.count - lines.count, refused: left)]
    }

    private static func words(for hidden: Int, refused: Int) -> String {
        "另有 \(hidden) 行没有列出：\(refused > 0 ? "其中 \(refused) 行没有采纳" : "都已办理")；逐行的结果在台账和日志中，请向管理员查询。"
    }
}

extension DeskView.Line {
    init(_ line: DeskFile.Line) {
        row = line.row
        subject = Filing.name(agency: line.agency, year: line.year)
        (message, wish, why) = (line.message, line.wish, line.why)
        answer = line.answer.words
        tone = line.answer.isAsWanted ? "accepted" : "error"
        sign = line.answer.isAsWanted ? "✓" : "✗"
    }
}
