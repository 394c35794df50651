/// How often a document is tried.
enum Attempts {
    /// After so many that ended without a result, nobody tries it again by himself.
    static let enough = 2
}
