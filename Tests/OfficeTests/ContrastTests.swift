import Foundation
import Testing

@testable import Office

/// WCAG 2.2 AA asks for a contrast of 4.5 to 1.
@Suite struct `The colours of the pages` {
    private let colours: [String: String] = {
        let style = String(decoding: PackageResources.style_mustache, as: UTF8.self)
        let pairs = style.matches(of: /--([a-z-]+): (#[0-9a-f]{3,6});/).map { (String($0.1), String($0.2)) }
        return Dictionary(uniqueKeysWithValues: pairs)
    }()

    /// The relative luminance of a colour written as `#rgb` or `#rrggbb`.
    private func luminance(_ name: String) throws -> Double {
        let digits = try #require(colours[name]).dropFirst()
        let long = digits.count == 3 ? digits.flatMap { [$0, $0] } : Array(digits)
        let parts = try stride(from: 0, to: 6, by: 2).map { at in
            let value = Double(try #require(Int(String(long[at...at + 1]), radix: 16))) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(arguments: [
        ("accepted", "accepted-tint"), ("warning", "warning-tint"), ("error", "error-tint"), ("info", "info-tint"),
        ("failed", "failed-tint"), ("error", "paper"), ("warning", "paper"), ("info", "paper"), ("ink", "paper"),
        ("ink", "desk"), ("soft", "paper"), ("soft", "desk"), ("soft", "error-tint"), ("red", "desk"), ("red", "paper"),
        ("red", "warning-tint"), ("red", "error-tint"),
    ])
    func `can be read on what lies under them`(ink: String, ground: String) throws {
        let (one, other) = (try luminance(ink), try luminance(ground))
        #expect((max(one, other) + 0.05) / (min(one, other) + 0.05) >= 4.5)
    }
}
