import Rules
import SystemPackage
import TOML

/// How a kind of value is written in the settings.
struct SettingForm<Value: Sendable>: Sendable {
    /// What a good value looks like, in Chinese.
    let expected: String
    /// The same in English, for packagers.
    let english: String
    let read: @Sendable (TOMLValue) -> Value?
    let written: @Sendable (Value) -> String
}

extension SettingForm<FilePath> {
    /// A whole path: a daemon has no folder of its own from which another could be told.
    static let path = SettingForm(
        expected: "以 / 开头的完整路径，如 \"/srv/nianbao/inbox\"",
        english: "an absolute path",
        read: { toml in
            guard let text = toml.string, text.hasPrefix("/"), !text.contains("\0") else { return nil }
            return FilePath(text).lexicallyNormalized()
        },
        written: { quoted($0.string) })
}

extension SettingForm<String> {
    /// Words on one line, or none.
    static let text = SettingForm(
        expected: "一行文字，带引号，如 \"青岚市政务公开办公室\"；没有的写 \"\"",
        english: "a line of text, or empty",
        read: { toml in toml.string.flatMap { $0.contains(where: \.isNewline) ? nil : $0 } },
        written: { quoted($0) })
}

extension SettingForm<FilePath?> {
    /// A whole path, or nothing.
    static let optionalPath = SettingForm(
        expected: "以 / 开头的完整路径，如 \"/etc/nianbao/agencies.csv\"；没有的写 \"\"",
        english: "an absolute path, or empty",
        read: { toml in toml.string == "" ? .some(nil) : SettingForm<FilePath>.path.read(toml).map(Optional.some) },
        written: { quoted($0?.string ?? "") })
}

extension SettingForm<Policy.Weight> {
    static let weight = SettingForm(
        expected: "\"error\"（须改正）、\"warning\"（请核实）、\"info\"（供参考）或 \"off\"（停用）",
        english: "\"error\", \"warning\", \"info\" or \"off\"",
        read: { $0.string.flatMap(Policy.Weight.init(word:)) },
        written: { quoted($0.word) })
}

extension SettingForm<Duration> {
    static let duration = SettingForm(
        expected: "大于零的时间，单位用 ms（毫秒）、s（秒）、m（分）或 h（小时），如 \"30s\"",
        english: "a time greater than zero, in ms, s, m or h",
        read: { $0.string.flatMap(Quantity.milliseconds.read).map { .milliseconds($0) } },
        // Not by a division, which goes through binary fractions.
        written: { quoted(Quantity.milliseconds.written($0.milliseconds)) })
}

extension SettingForm<Int> {
    static let size = SettingForm(
        expected: "大于零的大小，单位用 KB、MB 或 GB，如 \"100MB\"",
        english: "a size greater than zero, in KB, MB or GB",
        read: { $0.string.flatMap(Quantity.bytes.read) },
        written: { quoted(Quantity.bytes.written($0)) })

    /// Less would not do for the program itself, whatever it reads.
    static let memory = SettingForm(
        expected: "不小于 500MB 的大小，单位用 MB 或 GB，如 \"1GB\"",
        english: "a size of at least 500MB, in MB or GB",
        read: { toml in size.read(toml).flatMap { $0 >= 500_000_000 ? $0 : nil } },
        written: size.written)

    static let milliseconds = SettingForm(
        expected: SettingForm<Duration>.duration.expected,
        english: SettingForm<Duration>.duration.english,
        read: { $0.string.flatMap(Quantity.milliseconds.read) },
        written: { quoted(Quantity.milliseconds.written($0)) })

    static let count = SettingForm(
        expected: "大于零的整数，如 100000",
        english: "an integer greater than zero",
        read: { toml in toml.integer.flatMap { $0 > 0 ? $0 : nil } },
        written: { String($0) })

    /// Zero where the program decides.
    static let countOrZero = SettingForm(
        expected: "从 0 到 1000 的整数，如 4",
        english: "an integer from 0 to 1000",
        read: { toml in toml.integer.flatMap { (0...1000).contains($0) ? $0 : nil } },
        written: { String($0) })

    static let years = SettingForm(
        expected: "从 1 到 1000 的整数，如 10",
        english: "an integer from 1 to 1000",
        read: { toml in toml.integer.flatMap { (1...1000).contains($0) ? $0 : nil } },
        written: { String($0) })

    static let percentage = SettingForm(
        expected: "从 1 到 100 的整数，如 80",
        english: "an integer from 1 to 100",
        read: { toml in toml.integer.flatMap { (1...100).contains($0) ? $0 : nil } },
        written: { String($0) })
}

extension SettingForm<[String]> {
    static let names = SettingForm(
        expected: "方括号里的文件名，各带引号，如 [\"*.bak\", \"说明*\"]",
        english: "an array of file names, in which * and ? stand for others",
        read: { toml in
            guard let array = toml.array else { return nil }
            let names = array.map { $0.string }
            return names.contains { $0?.isEmpty ?? true } ? nil : names.compactMap { $0 }
        },
        written: { "[\($0.map(quoted).joined(separator: ", "))]" })
}

/// Text as a string of the file.
func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
}

extension Duration {
    /// In whole milliseconds, without what is less than one.
    fileprivate var milliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000)
    }
}
