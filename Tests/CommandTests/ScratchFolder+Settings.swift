import Fixtures

extension ScratchFolder {
    /// Writes `nianbao.toml`: its folders are those of this one, the rest is `text`. Gives its path.
    @discardableResult func writeSettings(_ text: String) throws -> String {
        try write(
            """
            [inbox]
            path = "\(path("inbox"))"
            settle = "10ms"
            [state]
            path = "\(path("state"))"
            [status]
            path = "\(path("status"))"
            \(text)
            """, to: "nianbao.toml")
        return path("nianbao.toml")
    }

    /// Writes `agencies.csv`. Gives the lines by which settings name it.
    func writeRoster(_ text: String) throws -> String {
        try write(text, to: "agencies.csv")
        return "[roster]\npath = \"\(path("agencies.csv"))\"\n"
    }
}
