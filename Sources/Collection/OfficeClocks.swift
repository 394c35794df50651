import Foundation
import Ledger
import Office
import Reports

/// What the times of an office's entries say of its machine: whether it is heard of, and whether its clock is right.
///
/// A machine that sends on what is written at once shows how far its clock is off by the least delay with which anything came. One that
/// has much to make up for says nothing.
struct OfficeClocks {
    /// After so many arrivals the least delay says something.
    private static let enough = 5

    private struct Hearing {
        /// When its newest entry was written, by its own clock.
        var newest: Date
        /// When anything came last, by the clock of this machine. What is made up for is old when it comes.
        var heard: Date
        var leastDelay: TimeInterval
        var arrivals = 0
    }

    private var hearings: [String: Hearing] = [:]

    /// An office's entries were looked at. `heard` is when the last came, where that is known; `isLive` says that nothing was left to read
    /// when it did.
    mutating func note(_ newest: Date, heard: Date? = nil, of office: String, isLive: Bool, at now: Date) {
        let delay = now.timeIntervalSince(newest)
        var hearing =
            hearings[office] ?? Hearing(newest: newest, heard: min(newest, now), leastDelay: .infinity)
        if let heard {
            hearing.heard = heard
        } else if newest != hearing.newest {
            hearing.heard = now
        }
        if isLive, newest > hearing.newest {
            hearing.leastDelay = min(hearing.leastDelay, delay)
            hearing.arrivals += 1
        } else if newest < hearing.newest {
            // It was set back.
            (hearing.leastDelay, hearing.arrivals) = (.infinity, 0)
        }
        hearing.newest = newest
        hearings[office] = hearing
    }

    /// What there is to tell of the offices at a moment.
    func troubles(
        of offices: [(name: String, source: String)], known: Set<String> = [], at now: Date, silence: TimeInterval,
        tolerance: TimeInterval
    ) -> [FoundTrouble] {
        offices.flatMap { office in
            guard let hearing = hearings[office.name] else {
                if known.contains(office.name) {
                    return [
                        FoundTrouble(
                            .silent, about: office.name, from: "",
                            "\(office.name)（证书 \(office.source)）的日志都已清理，此后没有任何日志传来。请对方检查机器、网络和 systemd-journal-upload；恢复后欠传的自动补传。"
                        )
                    ]
                }
                return [
                    FoundTrouble(
                        .unheard, about: office.name, from: "",
                        "还没有收到过\(office.name)（证书 \(office.source)）的任何日志。请对方检查 systemd-journal-upload 是否运行、证书是否正确。")
                ]
            }
            return [
                silent(office.name, hearing, at: now, silence), clock(office.name, hearing, at: now, tolerance),
            ].compactMap(\.self)
        }
    }

    private func silent(
        _ office: String, _ hearing: Hearing, at now: Date, _ silence: TimeInterval
    ) -> FoundTrouble? {
        guard now.timeIntervalSince(hearing.heard) > silence else { return nil }
        return FoundTrouble(
            .silent, about: office, from: "",
            "\(office)从 \(hearing.newest.shown) 起没有任何日志传来。请对方检查机器、网络和 systemd-journal-upload；恢复后欠传的自动补传。")
    }

    private func clock(
        _ office: String, _ hearing: Hearing, at now: Date, _ tolerance: TimeInterval
    ) -> FoundTrouble? {
        let ahead = hearing.newest.timeIntervalSince(now)
        if ahead > tolerance {
            return FoundTrouble(
                .clock, about: office, from: "",
                "\(office)的时钟快了：它的日志写着 \(hearing.newest.shown)，那时还没有到。请对方检查时间同步（timedatectl）。")
        }
        guard hearing.arrivals >= Self.enough, hearing.leastDelay > tolerance else { return nil }
        return FoundTrouble(
            .clock, about: office, from: "",
            "\(office)的日志写下以后至少 \(Int(hearing.leastDelay / 60)) 分钟才到：它的时钟慢了，或者传送很慢。请对方检查时间同步（timedatectl）。")
    }
}

extension Date {
    /// 2025年1月9日 10:30, by the clocks of offices.
    fileprivate var shown: String { said(in: .china) }
}
