import Foundation
import GRDB
import Linux
import Office

/// What a record may say. Whatever a journal or a damaged file hands over is held to it before it is used.
enum RecordBounds {
    /// More than any ledger gets, and far from what overflows.
    static let numbers = 1...1_000_000_000_000
    /// What a ledger gives itself: room after the highest number that can have been handed over.
    static let own = 1...2 * numbers.upperBound
    static let versions = 1...1_000_000_000
    private static let priorities = 0...7
    private static let fields = 64
    private static let fieldBytes = 16_384
    /// What programs read: `RESULT` and `FACTS`.
    private static let wholeBytes = 64 << 20
    private static let whole: Set<String> = ["RESULT", "FACTS"]

    /// The number that some text says, spelled as a ledger does; `nil` for anything else.
    static func number(_ text: String, in range: ClosedRange<Int> = numbers) -> Int? {
        guard let number = Int(text), String(number) == text, range.contains(number) else { return nil }
        return number
    }

    /// What does not fit about a record, in Chinese, fit for a terminal; `nil` where all does.
    static func complaint(about record: StoredRecord) -> String? {
        let fields: [String: String]
        do {
            fields = try JSON.value([String: String].self, from: record.fields)
        } catch {
            return "字段无法识别"
        }
        let isName = { (text: String) in text.utf8.count <= 64 && text.utf8.allSatisfy { isLetter($0, from: 0x61) } }
        if !numbers.contains(record.number) { return "记录号 \(record.number) 超出范围" }
        if record.event.isEmpty || !isName(record.event) { return complaint("NIANBAO_EVENT", record.event) }
        if !priorities.contains(record.priority) { return complaint("PRIORITY", String(record.priority)) }
        if record.message.utf8.count > fieldBytes { return "MESSAGE 过长" }
        if !isTime(record.at) { return complaint("NIANBAO_RECORDED", record.at) }
        if !isDigest(record.chain) { return complaint("NIANBAO_CHAIN", record.chain) }
        if !Seal(record.seal).isWellFormed { return complaint("NIANBAO_SEAL", record.seal) }
        return complaint(about: fields) ?? complaint(aboutFiling: fields, of: Event(rawValue: record.event))
    }

    /// Under what a report is filed are names of folders. An alert has the roster's name of a body, which need not be.
    private static func complaint(aboutFiling fields: [String: String], of event: Event?) -> String? {
        switch event {
        case .judged, .rejudged, .duplicate, .finding, .acceptedTime, .decided, .withdrawn: break
        default: return nil
        }
        for name in ["AGENCY", "YEAR"] {
            if let value = fields[name], !Filing.isFolderName(value) { return complaint("NIANBAO_\(name)", value) }
        }
        if let text = fields["VERSION"], number(text, in: versions) == nil { return complaint("NIANBAO_VERSION", text) }
        return nil
    }

    private static func complaint(about fields: [String: String]) -> String? {
        if fields.count > self.fields { return "字段过多" }
        for (name, value) in fields {
            let isName = name.utf8.count <= 64 && name.utf8.allSatisfy { isLetter($0, from: 0x41) }
            guard isName else { return complaint("字段名", name) }
            guard value.utf8.count <= (whole.contains(name) ? wholeBytes : fieldBytes) else {
                return "NIANBAO_\(name) 过长"
            }
        }
        return nil
    }

    private static func complaint(_ name: String, _ value: String) -> String {
        let shown = value.printable
        return "\(name.printable) 的内容不合规定：\(shown.count > 60 ? shown.prefix(60) + "…" : shown)"
    }

    /// A moment as the ledger writes it, in UTC.
    static func isTime(_ text: String) -> Bool {
        guard text.utf8.count == 23, let date = Date.fromDatabaseValue(text.databaseValue) else { return false }
        return String.fromDatabaseValue(date.databaseValue) == text && ("1970-"..<"9999-").contains(text)
    }

    /// Whether a text is a SHA-256 in lowercase hexadecimal digits, or nothing.
    static func isDigest(_ text: String) -> Bool {
        text.isEmpty || text.utf8.count == 64 && [UInt8](hexadecimal: text) != nil
    }

    private static func isLetter(_ byte: UInt8, from first: UInt8) -> Bool {
        (first..<first + 26).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }
}
