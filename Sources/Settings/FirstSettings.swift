import Linux
import Office
package import SystemPackage

/// The first settings of an office: what it is asked, and the files that its answers become. What a person wrote is never replaced.
package struct FirstSettings: Sendable {
    /// What an office is asked, in this order.
    package enum Question: String, CaseIterable, Sendable {
        case office = "letter.office"
        case inbox = "inbox.path"
        case status = "status.path"
        case roster = "roster.path"

        /// The question as a person reads it.
        package var words: String {
            switch self {
            case .office: "办公室的名称，用作退回修改意见的落款（可以留空）"
            case .inbox: "收件文件夹，各单位把报告放在这里"
            case .status: "结果文件夹，存放总览和回执"
            case .roster: "单位名录，可以用 WPS 编辑的 CSV 文件"
            }
        }

        /// What a good answer looks like.
        package var expected: String { key?.expected ?? "" }

        fileprivate var key: SettingKey? { SettingKey.all.first { $0.name == rawValue } }
    }

    /// What became of a file.
    package enum Outcome: Sendable, Equatable {
        case written
        /// It says the same already.
        case same
        /// Somebody has written it: what would have been written lies in this file beside it.
        case kept(FilePath)
    }

    /// Where the settings are to be.
    package let file: FilePath
    /// As they are after the answers so far.
    package private(set) var settings: Settings

    /// Begins with what the file says already, or with the defaults and a roster beside the file.
    package init(file: FilePath) throws(SettingsError) {
        self.file = file
        do throws(SettingsError) {
            settings = try Settings.load(from: file)
        } catch {
            guard error.problems == [.unreadable(.missing)] else { throw error }
            settings = Settings()
        }
        if settings.roster.path == nil {
            settings.roster.path = file.removingLastComponent().appending("agencies.csv")
        }
    }

    /// What holds where a question is left unanswered.
    package func standing(of question: Question) -> String {
        switch question {
        case .office: settings.letter.office
        case .inbox: settings.inbox.path.string
        case .status: settings.status.path.string
        case .roster: settings.roster.path?.string ?? ""
        }
    }

    /// Takes an answer; false where it is not a good one.
    package mutating func take(_ words: String, for question: Question) -> Bool {
        guard let key = question.key else { return false }
        return settings.set(key, to: words)
    }

    /// Writes the settings.
    ///
    /// The file as it is shipped has no word of anybody in it and is replaced.
    package func write() throws(Errno) -> Outcome {
        try Self.place(SettingsPage.text(of: settings), at: file, over: SettingsPage.text(of: Settings()))
    }

    /// Writes a roster without bodies, where there is none, and beside it an example; says where that is.
    package func writeRoster() throws(Errno) -> (outcome: Outcome, example: FilePath)? {
        guard let roster = settings.roster.path else { return nil }
        let example = roster.removingLastComponent().appending("agencies-example.csv")
        _ = try Self.place(RosterFile.example, at: example, over: nil)
        if try Folders.status(of: roster, followingLinks: true) != nil { return (.same, example) }
        return (try Self.place(RosterFile.empty, at: roster, over: nil), example)
    }

    private static func place(_ text: String, at path: FilePath, over shipped: String?) throws(Errno) -> Outcome {
        let found: [UInt8]
        do throws(BoundedFile.Failure) {
            found = try BoundedFile.read(path, limit: 1_000_000)
        } catch .missing {
            try AtomicFile.write(Array(text.utf8), to: path)
            return .written
        } catch {
            // Something is there: it is left as it is.
            found = []
        }
        if found == Array(text.utf8) { return .same }
        if let shipped, found == Array(shipped.utf8) {
            try AtomicFile.write(Array(text.utf8), to: path)
            return .written
        }
        let beside = FilePath(path.string + ".new")
        try AtomicFile.write(Array(text.utf8), to: beside)
        return .kept(beside)
    }
}

extension RosterFile {
    /// A roster in which no body stands yet.
    static var empty: String { table([]) }

    /// A roster that shows what can stand in each column.
    static var example: String {
        table([
            ["青岚市水利局", "市水利局、水利局", "市直部门", "1-26", "否", "否", "水利局", "办公室"],
            ["桐花街道办事处", "", "街道", "", "否", "否", "桐花街道", "党政办"],
            ["青岚市人民政府", "", "", "3-31", "是", "是", "", "政务公开科"],
        ])
    }

    /// As WPS and Excel open it: a byte order mark, and lines that end as theirs do. No field here needs quotes.
    private static func table(_ rows: [[String]]) -> String {
        let lines = ([RosterColumn.allCases.map(\.rawValue)] + rows).map { $0.joined(separator: ",") }
        return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
    }
}
