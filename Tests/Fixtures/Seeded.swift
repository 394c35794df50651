/// Random numbers that come again with their seed (SplitMix64).
package struct Seeded: RandomNumberGenerator, Sendable {
    private var state: UInt64

    package init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One of several; they must not be none.
    package mutating func pick<Element>(_ all: [Element]) -> Element {
        all[Int.random(in: all.indices, using: &self)]
    }

    /// True once in so many times.
    package mutating func once(in times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

    /// A text that nobody wrote: Chinese letters, each as likely as another.
    package mutating func letters(_ count: Int) -> String {
        String(
            (0..<count).compactMap { _ in
                Unicode.Scalar(UInt32.random(in: 0x5000...0x5FFF, using: &self)).map(Character.init)
            })
    }
}
