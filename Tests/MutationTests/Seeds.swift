import Foundation

/// Which cases run: all, or the one that the environment names, `NIANBAO_SEED=17`.
enum Seeds {
    private static let only = ProcessInfo.processInfo.environment["NIANBAO_SEED"].flatMap { Int($0) }

    static func areToRun(_ seed: Int) -> Bool { only == nil || only == seed }

    /// A range in parts that can run side by side.
    static func shares(of seeds: Range<Int>) -> [Range<Int>] {
        stride(from: seeds.lowerBound, to: seeds.upperBound, by: 42).map { $0..<min($0 + 42, seeds.upperBound) }
    }
}
