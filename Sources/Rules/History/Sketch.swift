/// A text in 128 bytes, by which its likes are found without comparing it with every other text, word for word.
///
/// The hash of a run says to which of 128 places it belongs; of the runs of a place the one with the least hash counts, and a byte of it is
/// kept (one-permutation min-hash). So two texts of likeness s have the same in a place with probability s, and by chance once in 255 times:
/// the share of places that are the same is an estimate of how alike they are.
package struct Sketch: Sendable, Equatable {
    /// How many bytes it has.
    package static let size = 128
    /// From this likeness on, in per cent, the likes of a text stand out from all others.
    package static let leastLikeness = 50
    /// The places are the first bits of a hash.
    private static let unusedBits = UInt64.bitWidth - size.trailingZeroBitCount

    /// A byte for each place; 0 where no run belongs. The ledger keeps them: how they are made changes only with a new step of its schema.
    package let places: [UInt8]

    /// Of runs that are spread evenly, in order, each once.
    init(of runs: [UInt64]) {
        var places = [UInt8](repeating: 0, count: Self.size)
        for run in runs {
            let place = Int(truncatingIfNeeded: run >> UInt64(Self.unusedBits))
            // The first one is the least.
            if places[place] == 0 { places[place] = max(1, UInt8(truncatingIfNeeded: run)) }
        }
        self.places = places
    }

    /// How alike the text is to that of another sketch, in per cent, as far as sketches tell; `nil` where it is certain not to be as alike as
    /// `least`. Of texts that are, it errs once in sixty million times: so rarely a share of n places is less than it should be by
    /// 3 / √n (Hoeffding).
    package func likeness(to other: Span<UInt8>, atLeast least: Int) -> Int? {
        let (same, used) = Self.compare(places.span, other)
        guard used > 0 else { return nil }
        let likeness = Double(same) / Double(used)
        guard likeness >= Double(least) / 100 - 3 / Double(used).squareRoot() else { return nil }
        return same * 100 / used
    }

    /// In how many places two sketches have the same run, and in how many there is a run at all. It is done for each report with each other
    /// one: a plain loop over bytes, which becomes a few instructions.
    private static func compare(_ one: Span<UInt8>, _ other: Span<UInt8>) -> (same: Int, used: Int) {
        guard one.count == size, other.count == size else { return (0, 0) }
        var (same, used): (UInt8, UInt8) = (0, 0)
        for place in 0..<size {
            let (mine, its) = (one[place], other[place])
            used &+= mine | its == 0 ? 0 : 1
            same &+= mine == its && mine != 0 ? 1 : 0
        }
        return (Int(same), Int(used))
    }
}
