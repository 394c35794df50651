import Foundation
import Office

/// How far a check of many files has come, on a line of the terminal that is written over: only where there is one, and only where
/// the check takes longer than a person likes to wait.
struct CheckProgress {
    private static let patience = Duration.seconds(1)
    private static let interval = Duration.milliseconds(100)

    private let total: Int
    private let isShown: Bool
    private let began = ContinuousClock.now
    private var last: ContinuousClock.Instant
    private var isOnScreen = false

    init(total: Int, isShown: Bool = isatty(STDERR_FILENO) == 1) {
        self.total = total
        self.isShown = isShown && total > 1
        last = began
    }

    /// So many files are done.
    mutating func show(_ done: Int, at now: ContinuousClock.Instant = .now) {
        guard isShown, now - began >= Self.patience, now - last >= Self.interval else { return }
        last = now
        isOnScreen = true
        Self.write("\r\u{1B}[K\(Self.line(done, of: total, after: now - began))")
    }

    /// Makes room for other words.
    mutating func clear() {
        guard isOnScreen else { return }
        isOnScreen = false
        Self.write("\r\u{1B}[K")
    }

    /// 已校核 12 / 60，每秒 8.0 份，约剩 6 秒
    static func line(_ done: Int, of total: Int, after time: Duration) -> String {
        let rate = Double(done) / max(time / .seconds(1), 0.001)
        let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
        let tenths = Int((rate * 10).rounded())
        return "已校核 \(done) / \(total)，每秒 \(tenths / 10).\(tenths % 10) 份，约剩 \(left) 秒"
    }

    private static func write(_ words: String) { FileHandle.standardError.write(Data(words.utf8)) }
}
