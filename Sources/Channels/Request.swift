/// What is to be asked of a server.
package struct Request: Sendable, Equatable {
    package var url: String
    /// The head, a line each.
    package var headers: [String]
    /// What is posted; `nil` where the address alone says it.
    package var body: [UInt8]?

    package init(url: String, headers: [String] = [], body: [UInt8]? = nil) {
        self.url = url
        self.headers = headers
        self.body = body
    }
}
