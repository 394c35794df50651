package import Reports
import Foundation

/// How a number has changed since the year before.
package struct YearChange: Sendable, Equatable {
    /// From this share of the number before on, in per cent, a change is a big one.
    static let bigPercent = 50.0
    /// Of fewer than so many, any change is chance.
    static let fewest = 20.0
    /// From so many points on, in per cent, a change of a share is a big one.
    static let bigPoints = 20.0

    /// Whether it is less than before, the same, or more.
    package enum Direction: String, Sendable {
        case less, same, more
    }

    package let direction: Direction
    /// By how much, in digits.
    package let difference: String
    /// How much that is of the number before, in per cent with one decimal; `nil` where that was zero, and for a share.
    package let percent: String?
    package let isBig: Bool
    private let isOfShare: Bool

    /// The change of a number.
    package init(from before: ExactDecimal, to now: ExactDecimal) {
        direction = now == before ? .same : now < before ? .less : .more
        let distance = now.distance(to: before)
        difference = distance.digits
        let (was, by) = (before.approximate, distance.approximate)
        percent = was == 0 ? nil : Self.digits(by / was * 100)
        isBig = max(was, now.approximate) >= Self.fewest && by >= was * Self.bigPercent / 100
        isOfShare = false
    }

    /// The change of a share, in points; `fewest` is the smaller number that the shares are taken of.
    package init(fromPercent before: Double, to now: Double, of fewest: Double) {
        let shown = Self.digits(abs(now - before))
        direction = shown == "0.0" ? .same : now < before ? .less : .more
        difference = shown
        percent = nil
        isBig = abs(now - before) >= Self.bigPoints && fewest >= Self.fewest
        isOfShare = true
    }

    /// The change in words, 持平, +12（+5.3%）, −3.0 个百分点, ▲ 大幅增加 +40（+80.0%）.
    package var words: String {
        let sign = direction == .less ? "−" : "+"
        let size: String
        if direction == .same {
            return "持平"
        } else if isOfShare {
            size = "\(sign)\(difference) 个百分点"
        } else {
            size = "\(sign)\(difference)（\(percent.map { "\(sign)\($0)%" } ?? "上年为 0")）"
        }
        return isBig ? "\(mark) \(size)" : size
    }

    /// The sign of a big change with its words.
    private var mark: String { direction == .less ? "▼ 大幅减少" : "▲ 大幅增加" }

    /// With one decimal.
    static func digits(_ number: Double) -> String { String(format: "%.1f", number) }
}

extension YearComparison.Column {
    /// How a measure has changed since the year before, over the bodies that count in both.
    package func change(of measure: Measure) -> YearChange? {
        guard let basis, let before = basis.before[measure], let now = basis.now[measure] else { return nil }
        return YearChange(from: before, to: now)
    }

    /// The same of a share.
    package func change(of rate: YearRate) -> YearChange? {
        guard let basis, let before = rate.percent(of: basis.before), let now = rate.percent(of: basis.now) else {
            return nil
        }
        let fewest = min(rate.whole(of: basis.before) ?? 0, rate.whole(of: basis.now) ?? 0)
        return YearChange(fromPercent: before, to: now, of: fewest)
    }

    /// A share of the year in per cent, with one decimal.
    package func percent(_ rate: YearRate) -> String? {
        measures.flatMap { rate.percent(of: $0) }.map { YearChange.digits($0) }
    }
}
