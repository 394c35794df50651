import Alerts
import Channels
import Fixtures
import Foundation
import Ledger
import Linux
import Logging
import Services
import Settings
import Synchronization
import SystemPackage

@testable import Delivery

/// A ledger with notices in it, and the sender, with time as the test says.
final class PostRoom {
    /// Keeps what the sender says.
    private final class Words: Sendable {
        let said = Mutex<[String]>([])
    }

    private struct Keeper: LogHandler {
        let words: Words
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace
        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }
        func log(event: LogEvent) {
            words.said.withLock { $0.append("\(event.message) \(event.error.map { "\($0)" } ?? "")") }
        }
    }

    /// Nobody watches.
    private struct Silence: Notifier {
        var watchdogInterval: Duration? { nil }
        func notify(_ state: String) {}
    }

    let scratch: ScratchFolder
    let sink: Sink
    var settings = Settings()
    private(set) var ledger: Ledger
    private(set) var now = ClockReading(uptime: .now, date: Date(timeIntervalSince1970: 1_800_493_800))
    private let words = Words()
    private var dispatcher: Dispatcher?

    var said: String { words.said.withLock { $0.joined(separator: "\n") } }

    /// Channels of the given kinds, by their names.
    init(_ kinds: Channel.Kind...) throws {
        scratch = try ScratchFolder()
        sink = try Sink()
        for folder in ["state", "status", "credentials"] { try scratch.makeFolder(folder) }
        for (name, secret) in [("token", Sink.token), ("key", Sink.key)] {
            try scratch.write("\(secret)\n", to: "credentials/\(name)")
            try scratch.permit(0o640, "credentials/\(name)")
        }
        settings.state.path = FilePath(scratch.path("state"))
        settings.status.path = FilePath(scratch.path("status"))
        ledger = try Ledger(in: settings.state.path)
        for kind in kinds { settings.channels[kind.rawValue] = try channel(kind) }
        begin()
    }

    private func channel(_ kind: Channel.Kind) throws -> Channel {
        var channel = Channel(kind: kind)
        (channel.token, channel.secret) = ("token", kind == .wecom ? nil : "key")
        let paths: [Channel.Kind: String] = [.webhook: "hook", .heartbeat: "beat"]
        channel.url = "http://127.0.0.1:\(sink.port)/\(paths[kind] ?? kind.rawValue)"
        guard kind == .mail else { return channel }
        (channel.token, channel.secret) = (nil, nil)
        channel.recipients = ["bgs@qinglan.example", "zwgk@qinglan.example"]
        channel.sender = "nianbao@qinglan.example"
        try scratch.write(
            "defaults\nauth off\ntls off\naccount default\nhost 127.0.0.1\nport \(sink.mailPort)\nfrom nianbao@qinglan.example\n",
            to: "msmtprc")
        try scratch.permit(0o600, "msmtprc")
        channel.program = try scratch.writeScript(
            "#!/bin/sh\nexec msmtp -C '\(scratch.path("msmtprc"))' \"$@\"\n", to: "sendmail")
        return channel
    }

    /// Begins the sender, anew where it had begun.
    func begin() {
        let words = words
        dispatcher = Dispatcher(
            settings: settings,
            ledger: { [state = settings.state.path] () throws(Ledger.Failure) in
                try Ledger(in: state, making: .never, recording: false)
            },
            credentials: Credentials(directory: nil, fallback: FilePath(scratch.path("credentials"))),
            notifier: Silence(), patience: 1, log: Logger(label: "test") { _ in Keeper(words: words) })
    }

    /// Does away with the ledger, as if somebody had removed it.
    func removeLedger() throws {
        for name in try scratch.names(in: "state") {
            try FileManager.default.removeItem(atPath: scratch.path("state/\(name)"))
        }
    }

    /// Opens the ledger that lies there, or makes another one where it is gone.
    func makeLedger() throws { ledger = try Ledger(in: settings.state.path, making: .anew) }

    /// Has the sender go by the settings as they are now.
    func adopt() async { await dispatcher?.adopt(settings) }

    /// Lets time pass, and the sender work.
    func work(after seconds: Int = 0) async {
        now.uptime += .seconds(seconds)
        now.date += Double(seconds)
        await dispatcher?.work(at: now)
    }

    /// An alert begins, people are told of it.
    func alarm(_ subject: String = "/srv/nianbao/inbox") async throws {
        try await ledger.reconcileAlerts(
            [Alert(.inboxUnreachable, subject, "打不开")], of: [.inboxUnreachable], at: now.date)
        try await advance(after: 40)
    }

    /// The alert is over, people are told of that.
    func calm() async throws {
        try await ledger.reconcileAlerts([], of: [.inboxUnreachable], at: now.date)
        try await advance(after: 400)
    }

    func advance(after seconds: Int) async throws {
        now.uptime += .seconds(seconds)
        now.date += Double(seconds)
        try await ledger.advance(at: now.date, morning: nil, settings.notices)
    }
}
