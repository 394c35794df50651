import Foundation

/// Which cases run: all, or the one that the environment names, `NIANBAO_SEED=17`.
enum Seeds {
    private static let only = ProcessInfo.processInfo.environment["NIANBAO_SEED"].flatMap { Int($0) }

    /// The seeds to run of a range.
    static func of(_ range: Range<Int>) -> Range<Int> { only.map { $0..<$0 + 1 } ?? range }

    /// The seeds to run of a range, in parts that can run side by side.
    static func shares(of range: Range<Int>) -> [Range<Int>] {
        let seeds = of(range)
        return stride(from: seeds.lowerBound, to: seeds.upperBound, by: 42).map { $0..<min($0 + 42, seeds.upperBound) }
    }
}
