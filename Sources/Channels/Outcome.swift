package import Foundation

/// What became of an attempt to deliver a notice.
package enum Outcome: Sendable, Equatable {
    case delivered
    /// Why not, in words that hold no key and nothing that the other side has said; how long it wants to be left alone, where
    /// it says so; and whether the notice may have arrived all the same.
    case failed(String, pause: TimeInterval? = nil, mayHaveArrived: Bool = false)
}
