extension String {
    /// The text as a shell takes it for one word.
    package var asShellWord: String {
        let isPlain = !isEmpty && !hasPrefix("-") && allSatisfy { $0.isLetter || $0.isNumber || "/._-+@".contains($0) }
        return isPlain ? self : "'\(replacing("'", with: "'\\''"))'"
    }
}
