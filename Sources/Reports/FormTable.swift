/// One of the three tables of numbers in the national form.
package enum FormTable: String, CaseIterable, Sendable, Codable {
    case disclosure
    case requests
    case review

    /// The name by which offices call it.
    package var name: String {
        switch self {
        case .disclosure: "表二"
        case .requests: "表三"
        case .review: "表四"
        }
    }

    /// The section in which the form prints it.
    package var section: Section {
        switch self {
        case .disclosure: .disclosure
        case .requests: .requests
        case .review: .review
        }
    }
}
