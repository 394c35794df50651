package import Linux
import Logging
import ServiceLifecycle
package import Services

/// Notifies the service manager that the daemon is ready, how it is, and that it is alive: the last only while every
/// watched part makes progress. It waits for no disk itself, so its silence means that a part is stuck.
package actor Supervisor: PeriodicService {
    private static let longestPause = Duration.seconds(10)

    private let notifier: any Notifier
    private let liveness: Liveness
    private let hangDetector: HangDetector
    private let readyAfter: Component
    private var line: any StatusLine
    private var isReady = false
    private var status = ""

    /// It is ready when a component has done something for the first time. A hang of the inbox is none of its own.
    package init(
        _ context: DaemonContext, notifier: any Notifier = ServiceManager(), readyAfter: Component = .intake,
        hangDetector: HangDetector = HangDetector(), line: any StatusLine
    ) {
        liveness = context.liveness
        self.notifier = notifier
        self.readyAfter = readyAfter
        self.hangDetector = hangDetector
        self.line = line
    }

    /// It is woken whenever a component begins or the ledger changes.
    package nonisolated var wake: WakeSignal { liveness.wake }

    package func round() async -> Duration? {
        tick(at: .now)
        return min(Self.longestPause, (notifier.watchdogInterval ?? .seconds(60)) / 3)
    }

    package func finish() async {
        notifier.notify("STOPPING=1\nSTATUS=正在停止：处理完手上的文件就退出")
    }

    /// Says how the daemon is in other words from now on.
    package func adopt(_ line: any StatusLine) { self.line = line }

    /// Looks at the parts once and tells what there is to tell.
    package func tick(at now: ContinuousClock.Instant) {
        let stalled = liveness.stalled(at: now)
        var news: [String] = []
        if !isReady, liveness.hasBegun(readyAfter) {
            isReady = true
            news.append("READY=1")
        }
        let text = line.text(stalled: stalled)
        if text != status {
            status = text
            news.append("STATUS=\(text)")
        }
        if !stalled.contains(where: isOurs) { news.append("WATCHDOG=1") }
        if !news.isEmpty { notifier.notify(news.joined(separator: "\n")) }
    }

    /// Whether a restart would heal a part that is stuck. An intake that waits for a share would wait again.
    private func isOurs(_ part: Component) -> Bool { part.isWatched && !(part == .intake && hangDetector.areOpen) }
}
