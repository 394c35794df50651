import Ledger
import Linux
import Office
import Settings
import SystemPackage

/// What knows of a ledger outside of its state folder, where that has none: a disk may not be mounted.
struct LostLedger {
    private let settings: Settings
    private let isInstalled: Bool

    /// Of the journal only the installed service is asked for: it has one state folder, and whoever starts the program by hand may have many.
    init(_ settings: Settings, ofInstalledService isInstalled: Bool = ServiceManager.unit == Replay.unit) {
        self.settings = settings
        self.isInstalled = isInstalled
    }

    /// Where it is known from, in Chinese; `nil` where there has never been one. What can't be seen says nothing.
    var trace: String? {
        let path = statusFile
        if answer({ try? LedgerFile.exists(path) }) == true { return "结果文件夹中还有按它写的 \(statusFile)" }
        return isInstalled && (try? Self.isTold(in: JournalReader())) == true ? "系统日志中还有它的记录" : nil
    }

    /// The last record of a ledger that the status folder was told of; 0 where it tells of none, or of another ledger.
    func reached(by ledger: String) -> Int {
        let path = statusFile
        guard let origin = answer({ try? Self.origin(of: path) }), origin.ledger == ledger else { return 0 }
        return origin.record
    }

    /// The whole of a file is read where an earlier edition has written it: that takes seconds where there are many reports.
    private static func origin(of path: FilePath) throws -> StatusFile.Origin {
        let beginning = try Descriptor(reading: path).read(upTo: StatusFile.Origin.size)
        if let origin = StatusFile.Origin(beginning: String(decoding: beginning, as: UTF8.self)) { return origin }
        let bytes = try Descriptor(reading: path).read(limit: longest)
        return try JSON.value(StatusFile.Origin.self, from: String(decoding: bytes, as: UTF8.self))
    }

    /// The last version of each report that a ledger has written into the status folder; none where that is another ledger's.
    func versions(of ledger: String) -> [GivenVersion] {
        guard reached(by: ledger) > 0 else { return [] }
        let folder = settings.status.path
        return answer(within: .seconds(60)) { Filing.written(below: folder) } ?? []
    }

    /// What the status folder answers: it may be a share whose server is gone, and nothing waits for that.
    private func answer<Answer: Sendable>(
        within time: Duration = .seconds(10), _ call: @escaping @Sendable () -> Answer?
    ) -> Answer? {
        BoundedCall("status folder").run(within: time, call) ?? nil
    }

    /// Far more than the status file of any office has.
    private static let longest = 256 << 20

    private var statusFile: FilePath { settings.status.path.appending(Page.status.rawValue) }

    /// Whether the service has told a journal of a ledger, and root has not told it since that the package was purged, with all that it kept.
    static func isTold(in journal: JournalReader) throws(Errno) -> Bool {
        let event = "NIANBAO_EVENT"
        let purged = "purged"
        try journal.find(
            [(name: "_SYSTEMD_UNIT", value: Replay.unit), (name: event, value: Event.started.rawValue)],
            [(name: "_UID", value: "0"), (name: event, value: purged)])
        var last: String?
        while let entry = try journal.next({ $0 == event }) { last = entry[event] }
        return last == Event.started.rawValue
    }
}

extension Filing {
    /// The last version of each report that has a folder below the status folder. What can't be read is left out.
    fileprivate static func written(below status: FilePath) -> [GivenVersion] {
        let reports = status.appending(reportsFolder)
        return names(in: reports).flatMap { year in
            names(in: reports.appending(year)).compactMap { name in
                let place = reports.appending(year).appending(name)
                guard let agency = agency(ofFolder: name),
                    let number = names(in: place).compactMap({ version(ofFolder: $0) }).max()
                else { return nil }
                let result = place.appending("v\(number)").appending(Page.result.rawValue)
                return GivenVersion(year: year, agency: agency, number: number, content: content(of: result))
            }
        }
    }

    private static func names(in folder: FilePath) -> [String] {
        let names = try? Directory(folder).names()
        return names?.compactMap { String(validating: $0.bytes, as: UTF8.self) }.filter(isFolderName) ?? []
    }

    private static func content(of result: FilePath) -> String? {
        let bytes = try? Descriptor(reading: result).read(limit: 64 << 20)
        let text = bytes.map { String(decoding: $0, as: UTF8.self) }
        let digits = text.flatMap { try? JSON.value(ReportResult.self, from: $0) }?.sha256
        return digits?.isEmpty == false ? digits : nil
    }
}
