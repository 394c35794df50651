import Channels
import Foundation
package import Ledger
package import Linux
package import Logging
import ServiceLifecycle
package import Services
package import Settings
import SystemPackage

/// Delivers pending notices to channels: at least once, in order, at a pace that nobody blocks, and again until it has arrived.
package actor Dispatcher: PeriodicService {
    private static let interval = Duration.seconds(2)
    /// No channel gets more in a minute.
    private static let perMinute = 15
    /// No channel takes more of a round, so that the others have their turn.
    private static let perRound = 5
    /// What nobody could be told for so long is old.
    private static let longest: TimeInterval = 3 * 86_400
    private static let beatInterval: TimeInterval = 60
    private static let schedule = RetrySchedule(first: .seconds(15), longest: .seconds(Backoff.longest))

    private let executor = BlockingExecutor("dispatcher")
    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private var settings: Settings
    private let open: Opening
    /// The ledger that is in its place; `nil` while there is none to be had.
    private var ledger: Ledger?
    /// Why there is none; said once.
    private var obstacle: Ledger.Failure?
    /// When it is looked for again: to look at a large one that is damaged takes long.
    private var opening = RetrySchedule(first: .seconds(2), longest: .seconds(60))
    private let credentials: Credentials
    private let notifier: any Notifier
    /// How many seconds a server may take.
    private let patience: Int
    private let log: Logger
    package nonisolated let wake = WakeSignal()
    /// When a channel that fails is tried again, whatever waits for it.
    private var retries: [String: RetrySchedule] = [:]
    private var lastBeat: [String: ContinuousClock.Instant] = [:]
    private var failing: Set<String> = []
    /// The channels that notices wait for and that the settings do not name.
    private var unknown: Set<String> = []
    private var isReady = false

    /// Opens the ledger.
    package typealias Opening = @Sendable () throws(Ledger.Failure) -> Ledger

    package init(
        settings: Settings, ledger open: @escaping Opening, credentials: Credentials = Credentials(),
        notifier: any Notifier, patience: Int = HTTPClient.patience, log: Logger
    ) {
        self.patience = patience
        self.settings = settings
        self.open = open
        self.credentials = credentials
        self.notifier = notifier
        self.log = log
    }

    package func round() async -> Duration? {
        await work(at: .now)
        return Self.interval
    }

    package func finish() async { notifier.notify("STOPPING=1") }

    /// Goes by other settings, from now on: what waited for a channel that is there now is sent, and a channel that failed is tried at
    /// once.
    package func adopt(_ settings: Settings) {
        self.settings = settings
        retries = [:]
        unknown = []
        failing.formIntersection(settings.channels.keys)
        wake.signal()
    }

    /// Delivers what is due now.
    package func work(at now: ClockReading) async {
        do {
            guard let ledger = try await currentLedger(at: now) else {
                beat(at: now)
                return tell("没有台账可用，暂停发送；见日志")
            }
            for delivery in try await ledger.dueDeliveries(at: now.date, limit: Self.perRound) {
                try await deliver(delivery, of: ledger, at: now)
                notifier.notify("WATCHDOG=1")
            }
            beat(at: now)
            tell(failing.isEmpty ? "发送正常" : "送不出去：\(failing.sorted().joined(separator: "、"))")
        } catch {
            log.error("台账读写失败，稍后重试。", error: error)
            tell("台账读写失败")
        }
    }

    /// The ledger that lies in its place now: the one that was open may be gone, and another one made anew there.
    private func currentLedger(at now: ClockReading) async throws -> Ledger? {
        if let ledger, try await ledger.isInPlace() { return ledger }
        ledger = nil
        guard opening.allows(at: now.uptime) else { return nil }
        do throws(Ledger.Failure) {
            ledger = try open()
            if obstacle != nil { log.notice("台账已打开，继续发送。") }
            obstacle = nil
            opening.succeeded()
        } catch {
            // Whatever it is, the daemon's next start or a person ends it; what is owed waits in the ledger.
            if obstacle != error {
                log.warning("\(error.description(of: settings.state.path.appending(LedgerFile.name)))在此之前不发送告警。")
            }
            obstacle = error
            opening.failed(at: now.uptime)
        }
        return ledger
    }

    private func deliver(
        _ delivery: Ledger.Delivery, of ledger: Ledger, at now: ClockReading
    ) async throws {
        guard now.date.timeIntervalSince(delivery.owedSince) < Self.longest else {
            return try await ledger.finish(delivery, .dropped("三天没有送达，不再发送"), at: now.date)
        }
        guard let channel = settings.channels[delivery.channel], channel.kind?.carriesNotices == true else {
            return try await wait(for: delivery, of: ledger, at: now)
        }
        guard try await isOpen(delivery, channel, of: ledger, at: now) else { return }
        try await ledger.begin(delivery, at: now.date)
        let outcome = attempt(delivery, channel, at: now.date)
        switch outcome {
        case .delivered:
            note(delivery.channel, nil)
            retries[delivery.channel] = nil
            try await ledger.finish(delivery, .done, at: now.date)
        case .failed(let reason, let pause, let mayHaveArrived):
            note(delivery.channel, reason)
            // The person who tries a channel is answered, and does not want it later.
            if delivery.notice.isTest { return try await ledger.finish(delivery, .dropped(reason), at: now.date) }
            let wanted = pause ?? 0
            retries[delivery.channel, default: Self.schedule].failed(at: now.uptime, pause: .seconds(wanted))
            let pause = max(wanted, Backoff.pause(after: delivery.attempts + 1))
            try await ledger.finish(
                delivery, .failed(reason, retryAfter: pause, mayHaveArrived: mayHaveArrived), at: now.date)
        }
    }

    /// A channel that the settings do not name can be one that the daemon has read of already, and this service has not: what is for
    /// it waits, until the settings are read anew or it is old. A person who tries such a channel is answered.
    private func wait(for delivery: Ledger.Delivery, of ledger: Ledger, at now: ClockReading) async throws {
        if delivery.notice.isTest {
            let answer = "发送服务的设置中没有这个通道；刚加的，请先执行 systemctl reload nianbao"
            return try await ledger.finish(delivery, .dropped(answer), at: now.date)
        }
        if unknown.insert(delivery.channel).inserted {
            log.warning("有消息要从“\(delivery.channel)”发送，而设置中没有这个通道：先留着，重新读取设置后再送，三天后不再发送。")
        }
    }

    /// Whether a channel may be given something now. A person who tries a channel does not wait for its pause to end.
    private func isOpen(
        _ delivery: Ledger.Delivery, _ channel: Channel, of ledger: Ledger, at now: ClockReading
    ) async throws -> Bool {
        let name = delivery.channel
        if delivery.notice.isTest { return true }
        if let retry = retries[name], !retry.allows(at: now.uptime) { return false }
        if channel.isBusyHour(at: now.date) { return false }
        return try await ledger.deliveries(through: name, since: now.date - 60) < Self.perMinute
    }

    private func attempt(_ delivery: Ledger.Delivery, _ channel: Channel, at date: Date) -> Outcome {
        let secrets: Secrets
        do throws(Credentials.Missing) {
            secrets = try credentials.secrets(of: channel)
        } catch {
            return .failed(error.reason)
        }
        if channel.kind == .mail {
            let letter = Mail.letter(delivery.notice, through: channel, isResend: delivery.mayRepeat)
            return MailProgram.send(letter, by: channel.program)
        }
        guard
            let request = try? channel.request(
                for: delivery.notice, named: delivery.channel, isResend: delivery.mayRepeat, secrets, at: date)
        else { return .failed("消息不能写成对方的格式") }
        return outcome(of: HTTPClient.send(request, patience: patience), channel)
    }

    private func outcome(of reply: HTTPClient.Reply, _ channel: Channel) -> Outcome {
        switch reply {
        case .answer(let answer): channel.outcome(of: answer)
        case .none(let reason, let mayHaveArrived): .failed(reason, mayHaveArrived: mayHaveArrived)
        }
    }

    /// Tells those who watch from outside whether the daemon lives.
    private func beat(at now: ClockReading) {
        for (name, channel) in settings.channels where channel.kind == .heartbeat {
            if let last = lastBeat[name], now.uptime - last < .seconds(Self.beatInterval) { continue }
            lastBeat[name] = now.uptime
            guard let secrets = try? credentials.secrets(of: channel) else {
                note(name, "没有凭据")
                continue
            }
            let isAlive = Heartbeat(in: settings.status.path)?.isAlive(at: now.date) ?? false
            guard let request = channel.beat(isAlive: isAlive, secrets) else { continue }
            if case .failed(let reason, _, _) = outcome(of: HTTPClient.send(request, patience: patience), channel) {
                note(name, reason)
            } else {
                note(name, nil)
            }
        }
    }

    /// Says once that a channel fails, and once that it works again.
    private func note(_ channel: String, _ reason: String?) {
        if let reason {
            if failing.insert(channel).inserted { log.warning("“\(channel)”送不出去：\(reason)。稍后重试。") }
        } else if failing.remove(channel) != nil {
            log.notice("“\(channel)”恢复送达。")
        }
    }

    private func tell(_ status: String) {
        let ready = isReady ? "" : "READY=1\n"
        isReady = true
        notifier.notify("\(ready)WATCHDOG=1\nSTATUS=\(status)")
    }
}
