extension String {
    /// The longest beginning of at most `count` bytes of UTF-8 that ends between two characters.
    package func cut(toBytes count: Int) -> String {
        guard utf8.count > count else { return self }
        var size = 0
        return String(
            prefix { character in
                size += character.utf8.count
                return size <= count
            })
    }

    /// What is left without the characters at both ends for which `isEdge` holds.
    package func trimmed(where isEdge: (Character) -> Bool) -> String {
        guard let first = firstIndex(where: { !isEdge($0) }), let last = lastIndex(where: { !isEdge($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
