import Rules

extension Policy.Weight {
    /// A sign that tells the weight without colour.
    var sign: String {
        switch self {
        case .severity(let severity): severity.sign
        case .off: "○"
        }
    }

    /// The sign and the name in their tone.
    func painted(_ style: TextStyle) -> String {
        switch self {
        case .severity(let severity): style.paint("\(sign) \(name)", severity.tone)
        case .off: style.paint("\(sign) \(name)", .faint)
        }
    }
}
