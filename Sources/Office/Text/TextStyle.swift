import Rules

/// How text is laid out for the place it goes to.
package struct TextStyle: Sendable {
    /// Whether the place shows colours.
    package var colour: Bool
    /// How many columns a line may take; `nil` where lines are never broken.
    package var width: Int?

    package init(colour: Bool = false, width: Int? = nil) {
        self.colour = colour
        self.width = width
    }

    /// A tone of the terminal.
    enum Tone: String {
        case strong = "1"
        case faint = "2"
        case good = "32"
        case careful = "33"
        case bad = "31"
        case calm = "36"
    }

    /// Text in a tone, as it is where there are no colours.
    func paint(_ text: String, _ tones: Tone...) -> String {
        guard colour, !text.isEmpty else { return text }
        return "\u{1B}[\(tones.map(\.rawValue).joined(separator: ";"))m\(text)\u{1B}[0m"
    }
}

extension Verdict {
    var tone: TextStyle.Tone {
        switch self {
        case .accepted: .good
        case .acceptedWithWarnings, .failed: .careful
        case .returned: .bad
        case .unreadable: .calm
        }
    }
}

extension Severity {
    var tone: TextStyle.Tone {
        switch self {
        case .error: .bad
        case .warning: .careful
        case .info: .calm
        }
    }
}
