/// A file by which a body sees how it stands. The raw value is its name.
package enum ReturnPage: String, CaseIterable, Sendable {
    case html = "回执.html"
    case text = "回执.txt"
}
