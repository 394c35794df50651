import Reports
import Rules

extension Finding {
    /// Rule and place: `cell-blank requests/received/business`.
    var key: String { "\(rule) \(at.path)" }

    /// The finding for whoever looks into a case that failed.
    var shown: String { "\(severity) \(key): \(message) ⟨\(excerpt)⟩" }
}
