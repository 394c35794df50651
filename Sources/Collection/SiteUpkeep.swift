import Alerts
import Linux
import Reports
import Services
import SystemPackage

/// When which pages are written: those of what has changed soon, and what is about everything more rarely.
struct SiteUpkeep {
    /// How often pages are written while there is more to take over.
    private static let pageInterval = Duration.seconds(2)
    /// How often the register and the sums are, which are about everything.
    private static let sumInterval = Duration.seconds(10)

    private let site: Site
    /// The offices whose pages are behind; `nil` for all.
    private var behind: Set<String>?
    private var areSumsBehind = true
    /// Whether it has to be seen if all is there still that was written.
    private var isCheckDue = false
    /// When the pages that say how old they are have to be written, whether or not anything has changed.
    private var refreshDue: ContinuousClock.Instant?
    private var pagesDue: ContinuousClock.Instant?
    private var sumsDue: ContinuousClock.Instant?
    private var retry = RetrySchedule(first: .seconds(1), longest: .seconds(60))
    /// The folder takes nothing.
    private(set) var obstacle: Alert?

    /// All that an earlier run has written is looked at once.
    init(_ site: Site) { self.site = site }

    /// What is known of an office has changed.
    mutating func change(_ office: String) {
        behind?.insert(office)
        areSumsBehind = true
    }

    /// All may have changed.
    mutating func change() { (behind, areSumsBehind) = (nil, true) }

    /// Something is wrong with an office, or no longer.
    mutating func retell() { refreshDue = nil }

    /// Somebody may have removed what was written: what is missing is written anew with the next call.
    mutating func lookForRemoved() { isCheckDue = true }

    /// Whether all has been written that there is to show.
    var isWritten: Bool { behind?.isEmpty == true && !areSumsBehind && !isCheckDue && obstacle == nil }

    /// Has what is behind be written next, whenever it would be due.
    mutating func hurry() {
        retry.succeeded()
        (pagesDue, sumsDue) = (nil, nil)
    }

    /// How long to rest until there is something to write; `nil` where nothing is behind.
    func rest(at now: ContinuousClock.Instant) -> Duration? {
        let next = [refreshDue, retry.due, areSumsBehind ? sumsDue : nil].compactMap(\.self).filter { $0 > now }.min()
        return next.map { now.duration(to: $0) }
    }

    /// Writes what is due. What the folder does not take is tried again after a pause; other errors are thrown, and tried again as well.
    mutating func write(isIdle: Bool, roster: OfficeRoster, at now: ClockReading) throws {
        guard retry.allows(at: now.uptime) else { return }
        do {
            try findRemoved()
            try writePages(isIdle: isIdle, roster, at: now)
            try writeSums(isIdle: isIdle, roster, at: now)
            retry.succeeded()
            obstacle = nil
        } catch let error as Errno {
            // A folder may be gone that is known to have been made.
            isCheckDue = true
            retry.failed(at: now.uptime)
            obstacle = Alert(
                .statusUnwritable, site.folder.string,
                "结果文件夹 \(site.folder) 无法写入：\(error.reason)。汇集照常进行，页面暂不更新；请检查该文件夹是否存在、空间和写入权限，之后自动补写。")
        } catch {
            retry.failed(at: now.uptime)
            throw error
        }
    }

    private mutating func findRemoved() throws(Errno) {
        guard isCheckDue else { return }
        if try site.oweRemoved() { areSumsBehind = true }
        isCheckDue = false
        refreshDue = nil
    }

    private mutating func writePages(isIdle: Bool, _ roster: OfficeRoster, at now: ClockReading) throws {
        let isOld = refreshDue.map { $0 <= now.uptime } ?? true
        guard behind?.isEmpty != true || isOld, isIdle || pagesDue.map({ $0 <= now.uptime }) ?? true else { return }
        try site.publish(behind, roster: roster, at: now.date)
        behind = []
        pagesDue = now.uptime + Self.pageInterval
        refreshDue = now.uptime + site.validFor / 2
    }

    private mutating func writeSums(isIdle: Bool, _ roster: OfficeRoster, at now: ClockReading) throws {
        guard areSumsBehind, isIdle, sumsDue.map({ $0 <= now.uptime }) ?? true else { return }
        let began = ContinuousClock.now
        try site.publishSums(roster: roster, at: now.date)
        areSumsBehind = false
        // Of many offices it takes long: most of the time is for following them.
        sumsDue = .now + max(Self.sumInterval, began.duration(to: .now) * 5)
    }
}
