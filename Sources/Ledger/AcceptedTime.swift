package import Foundation

/// When a report counts as handed in, because the office says so.
package struct AcceptedTime: Sendable, Equatable {
    package var time: Date
    /// The office's reason.
    package var why: String
    /// When the office said so.
    package var at: Date
}
