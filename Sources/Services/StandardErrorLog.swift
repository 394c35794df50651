import Foundation
package import Logging

/// The daemon's own words, on standard error: under systemd with the priority that sd-daemon(3) asks for.
///
/// What happens to reports goes to the ledger and from there to the journal; here are only words on the daemon itself.
package struct StandardErrorLog: LogHandler {
    package var logLevel = Logger.Level.info
    package var metadata: Logger.Metadata = [:]
    private let isJournal: Bool

    /// With priorities where standard error is the journal.
    package init(isJournal: Bool = ProcessInfo.processInfo.environment["JOURNAL_STREAM"] != nil) {
        self.isJournal = isJournal
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let prefix = isJournal ? "<\(event.level.priority)>" : "nianbao："
        let details = event.error.map { "（\($0)）" } ?? ""
        let line = "\(event.message)\(details)".replacing("\n", with: " ")
        try? FileHandle.standardError.write(contentsOf: Data("\(prefix)\(line)\n".utf8))
    }
}

extension Logger.Level {
    /// The number of syslog.
    fileprivate var priority: Int {
        switch self {
        case .trace, .debug: 7
        case .info: 6
        case .notice: 5
        case .warning: 4
        case .error: 3
        case .critical: 2
        }
    }
}
