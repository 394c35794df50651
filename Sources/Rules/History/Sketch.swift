/// A text in 64 numbers, the bands, by which its likes are found without comparing it with every other text.
///
/// For each of 192 hash functions the least value among a text's runs is taken (min-hash): two texts of likeness s have the same
/// one with probability s. Three of them make a band, so two texts share a given band with probability s³, and none of the 64 with
/// (1 − s³)⁶⁴: at a likeness of 50 % that is 2 in 10,000, at 60 % 2 in ten million, at 80 % 1 in 10²⁰. Texts of a likeness of 5 %
/// share a band once in 125 pairs.
package struct Sketch: Sendable, Equatable {
    /// From this likeness on, in per cent, a text shares a band with its likes almost surely.
    package static let leastLikeness = 50
    private static let bandCount = 64
    private static let rows = 3
    /// Of what is spread evenly already, an odd multiple is a hash that is cheap.
    private static let multipliers = (0..<UInt64(bandCount * rows)).map { $0.mixed | 1 }

    /// Empty for a text without runs. The ledger keeps bands: how they are made changes only with a new step of its schema.
    package let bands: [UInt64]

    init(of runs: [UInt64]) {
        guard !runs.isEmpty else {
            bands = []
            return
        }
        let least = Self.multipliers.map { Self.least(of: runs, times: $0) }
        bands = (0..<Self.bandCount).map { band in
            least[band * Self.rows..<(band + 1) * Self.rows].reduce(UInt64(band)) { ($0 ^ $1).mixed }
        }
    }

    /// A plain loop over an array: it runs 192 times over every run, also in builds that are not optimised.
    private static func least(of runs: [UInt64], times multiplier: UInt64) -> UInt64 {
        var least = UInt64.max
        for run in runs {
            let hash = run &* multiplier
            if hash < least { least = hash }
        }
        return least
    }
}
