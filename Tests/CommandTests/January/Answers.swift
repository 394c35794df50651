import Fixtures
import Foundation

/// Tables as programs write them.
enum Answers {
    /// The lines of a text of cells with commas between them, the heads first.
    static func csv(_ text: String) -> [[String]] {
        text.replacing("\u{FEFF}", with: "").split(whereSeparator: \.isNewline).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map { String($0).replacing("\"", with: "") }
        }
    }

    /// The rows of each sheet of a workbook by its name, as they would be typed; cells without anything are left out.
    static func sheets(_ bytes: [UInt8]) throws -> [String: [[String]]] {
        let parts = try Dictionary(uniqueKeysWithValues: FilledBook(bytes).parts.map { ($0.name, $0.text) })
        let shared = (parts["xl/sharedStrings.xml"] ?? "").matches(of: /<si>(?s:(.*?))<\/si>/).map { plain($0.1) }
        let names = (parts["xl/workbook.xml"] ?? "").matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
        return Dictionary(
            uniqueKeysWithValues: zip(names, 1...).map { name, number in
                (name, rows(parts["xl/worksheets/sheet\(number).xml"] ?? "", shared))
            })
    }

    private static func rows(_ sheet: String, _ shared: [String]) -> [[String]] {
        sheet.matches(of: /<row [^>]*>(?s:(.*?))<\/row>/).map { row in
            row.1.replacing(/<c [^>]*\/>/, with: "").matches(of: /<c [^>]*?(t="s")?>(?s:(.*?))<\/c>/).map { cell in
                let text = plain(cell.2)
                if cell.1 != nil, let place = Int(text) { return shared[place] }
                // Spreadsheets hold binary fractions of which they show fifteen digits.
                return text.contains(".") ? Double(text).map { String(format: "%.15g", $0) } ?? text : text
            }
        }
    }

    /// Lines of JSON, each as a value.
    static func lines<Value: Decodable>(_ text: String, as type: Value.Type) throws -> [Value] {
        try text.split(separator: "\n").map { try value(String($0), as: type) }
    }

    static func value<Value: Decodable>(_ text: String, as type: Value.Type) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }

    /// The texts of the cells of each row of a page's tables.
    static func rows(ofPage page: String) -> [[String]] {
        page.matches(of: /<tr[^>]*>(?s:(.*?))<\/tr>/).map { row in
            row.1.matches(of: /<t[hd][^>]*>(?s:(.*?))<\/t[hd]>/).map { plain($0.1) }
        }
    }

    /// What is shown of text with tags.
    static func plain(_ text: some StringProtocol) -> String {
        String(text).replacing(/<style>(?s:.*?)<\/style>/, with: "").replacing(/<[^>]+>/, with: "")
            .replacing("&quot;", with: "\"").replacing("&amp;", with: "&").trimmingCharacters(
                in: .whitespacesAndNewlines)
    }
}
