/// The keys of a channel, read for one attempt and kept nowhere.
package struct Secrets: Sendable {
    /// What opens the address.
    package var token: String?
    /// What messages are signed with.
    package var key: String?

    package init(token: String? = nil, key: String? = nil) {
        self.token = token
        self.key = key
    }
}
