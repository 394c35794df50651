import Foundation
import Linux

/// What a browser lets a page do: to use the styles and the script that are in it, and nothing else. It loads nothing, sends nothing,
/// and runs nothing that got in by another way. So styles and handlers in attributes are out, for pages too.
enum ContentPolicy {
    /// What stands in the templates in the place of the policy.
    private static let placeholder = "of this page"

    /// The page with its policy, which has the hashes of its `<style>` and `<script>` elements.
    static func applied(to page: String) -> String {
        var bytes = Array(page.utf8)
        let hashes = self.hashes(in: bytes)
        let sources = [("style-src", hashes.styles), ("script-src", hashes.scripts)].map { name, hashes in
            ([name] + (hashes.isEmpty ? ["'none'"] : hashes)).joined(separator: " ")
        }
        let policy = ["default-src 'none'"] + sources + ["img-src data:", "base-uri 'none'", "form-action 'none'"]
        guard let place = place(in: bytes) else { return page }
        bytes.replaceSubrange(place, with: "content=\"\(policy.joined(separator: "; "))\"".utf8)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Where the placeholder stands, which is at the beginning of a page.
    private static func place(in page: [UInt8]) -> Range<Int>? {
        let mark = Array("content=\"\(placeholder)\"".utf8)
        var index = 0
        while let start = page[index...].firstIndex(of: mark[0]) {
            if page[start...].starts(with: mark) { return start..<start + mark.count }
            index = start + 1
        }
        return nil
    }

    private static func hashes(in page: [UInt8]) -> (styles: [String], scripts: [String]) {
        var (styles, scripts): ([String], [String]) = ([], [])
        var index = 0
        while let open = page[index...].firstIndex(of: UInt8(ascii: "<")) {
            index = open + 1
            // Most tags are of tables.
            guard index < page.count, page[index] == UInt8(ascii: "s") else { continue }
            if let text = text(of: "style", at: open, in: page) { styles.append(hash(of: text)) }
            if let text = text(of: "script", at: open, in: page) { scripts.append(hash(of: text)) }
        }
        return (styles, scripts)
    }

    /// What is in an element that begins at a place; `nil` where none of that name does.
    private static func text(of name: String, at start: Int, in page: [UInt8]) -> ArraySlice<UInt8>? {
        let (open, close) = (Array("<\(name)".utf8), Array("</\(name)>".utf8))
        guard page[start...].starts(with: open), let tag = page[start...].firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        var end = tag + 1
        while let next = page[end...].firstIndex(of: UInt8(ascii: "<")), !page[next...].starts(with: close) {
            end = next + 1
        }
        return page[end...].firstIndex(of: UInt8(ascii: "<")).map { page[tag + 1..<$0] }
    }

    private static func hash(of text: ArraySlice<UInt8>) -> String {
        let digits = Array(SHA256.digits(of: Array(text)).utf8)
        let bytes = stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
        }
        return "'sha256-\(Data(bytes).base64EncodedString())'"
    }
}
