package import Foundation

/// What a server has answered.
package struct Answer: Sendable, Equatable {
    package var status: Int
    package var body: [UInt8]
    /// After how many seconds it wants to be asked again; `nil` where it does not say.
    package var retryAfter: TimeInterval?

    package init(status: Int, body: [UInt8] = [], retryAfter: TimeInterval? = nil) {
        self.status = status
        self.body = body
        self.retryAfter = retryAfter
    }
}
