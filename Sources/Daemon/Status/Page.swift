/// A kind of status file. The raw value is its name.
package enum Page: String, CaseIterable, Sendable {
    case result = "result.json"
    case receipt = "receipt.html"
    case status = "status.json"
    case overview = "index.html"
}
