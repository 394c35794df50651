import Fixtures
import Foundation

/// A page that a test looks at and works with.
struct Tab {
    enum Failure: Error {
        case script(String)
    }

    /// How large the window is.
    struct Size: Sendable {
        var width: Int
        var height: Int

        static let desktop = Size(width: 1366, height: 768)
        static let phone = Size(width: 390, height: 844)
    }

    private let browser: Browser
    private let session: Browser.Session

    /// Opens a page, shows it to `body`, and closes it. The page's clock stands at `now`.
    static func with(
        _ html: String, size: Size = .desktop, now: Date = County.now, scripts: Bool = true,
        _ body: (Tab) async throws -> Void
    ) async throws {
        let scratch = try ScratchFolder()
        try scratch.write(html, to: "page.html")
        let browser = try Browser.shared.get()
        let tab = Tab(browser: browser, session: try await browser.open())
        try await tab.load(URL(filePath: scratch.path("page.html")), size, now, scripts)
        do {
            try await body(tab)
        } catch {
            try await browser.close(tab.session)
            throw error
        }
        try await browser.close(tab.session)
    }

    private func load(_ address: URL, _ size: Size, _ now: Date, _ scripts: Bool) async throws {
        try await call(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(size.width)), "height": .number(Double(size.height)), "deviceScaleFactor": 1,
                "mobile": .flag(size.width < 600),
            ])
        try await call("Emulation.setScriptExecutionDisabled", ["value": .flag(!scripts)])
        let clock = "Date.now = () => \(Int(now.timeIntervalSince1970 * 1000))"
        let watch =
            "window.violations = []; addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective))"
        for script in [clock, watch] {
            try await call("Page.addScriptToEvaluateOnNewDocument", ["source": .text(script)])
        }
        try await call("Page.navigate", ["url": .text(address.absoluteString)])
        try await browser.wait(for: "Page.loadEventFired", in: session)
    }

    private func call(_ method: String, _ params: [String: Value] = [:]) async throws {
        let _: Browser.Nothing = try await browser.call(method, params, in: session)
    }

    private struct Evaluated: Decodable, Sendable {
        struct Object: Decodable, Sendable { let value: String? }
        struct Exception: Decodable, Sendable {
            struct Thrown: Decodable, Sendable { let description: String? }
            let text: String
            let exception: Thrown?
        }
        let result: Object
        let exceptionDetails: Exception?
    }

    /// What an expression comes to in the page.
    func value<Content: Decodable>(_ expression: String, as type: Content.Type = Content.self) async throws -> Content {
        let evaluated: Evaluated = try await browser.call(
            "Runtime.evaluate",
            ["expression": .text("JSON.stringify([\(expression)])"), "returnByValue": true], in: session)
        if let details = evaluated.exceptionDetails {
            throw Failure.script(details.exception?.description ?? details.text)
        }
        let json = Data((evaluated.result.value ?? "[]").utf8)
        guard let value = try JSONDecoder().decode([Content].self, from: json).first else {
            throw Failure.script("nothing: \(expression)")
        }
        return value
    }

    /// Types words where the focus is.
    func type(_ words: String) async throws { try await call("Input.insertText", ["text": .text(words)]) }

    /// A key with the code by which browsers know it.
    enum Key: Int, Sendable {
        case tab = 9, enter = 13, escape = 27, left = 37, up = 38, right = 39, down = 40

        var name: String {
            switch self {
            case .tab: "Tab"
            case .enter: "Enter"
            case .escape: "Escape"
            case .left: "ArrowLeft"
            case .up: "ArrowUp"
            case .right: "ArrowRight"
            case .down: "ArrowDown"
            }
        }
    }

    /// Presses a key and lets it go.
    func press(_ key: Key, times: Int = 1) async throws {
        for _ in 0..<times {
            let params: [String: Value] = [
                "key": .text(key.name), "code": .text(key.name), "windowsVirtualKeyCode": .number(Double(key.rawValue)),
            ]
            let text: [String: Value] = key == .enter ? ["text": "\r"] : [:]
            try await call(
                "Input.dispatchKeyEvent", params.merging(text) { $1 }.merging(["type": "keyDown"]) { $1 })
            try await call("Input.dispatchKeyEvent", params.merging(["type": "keyUp"]) { $1 })
        }
    }

    private struct Content: Decodable, Sendable { let data: Data }

    /// The page as it is printed, a PDF.
    func printed() async throws -> Data {
        let content: Content = try await browser.call(
            "Page.printToPDF", ["preferCSSPageSize": true, "printBackground": true], in: session)
        return content.data
    }

    /// What is seen in the window, or the whole page, a PNG.
    func picture(whole: Bool = false) async throws -> Data {
        let content: Content = try await browser.call(
            "Page.captureScreenshot", ["format": "png", "captureBeyondViewport": .flag(whole)], in: session)
        return content.data
    }

    private struct Metrics: Decodable, Sendable {
        struct Metric: Decodable, Sendable {
            let name: String
            let value: Double
        }
        let metrics: [Metric]
    }

    /// How often the page has been laid out since it was opened.
    func layouts() async throws -> Double {
        try await call("Performance.enable")
        let answer: Metrics = try await browser.call("Performance.getMetrics", in: session)
        return answer.metrics.first { $0.name == "LayoutCount" }?.value ?? .infinity
    }

    struct Role: Decodable, Sendable {
        let role: String
        let name: String
    }

    private struct Tree: Decodable, Sendable {
        struct Text: Decodable, Sendable { let value: Plain? }
        /// Values that are no text are of no interest.
        struct Plain: Decodable, Sendable {
            let text: String
            init(from decoder: any Decoder) throws {
                text = (try? decoder.singleValueContainer().decode(String.self)) ?? ""
            }
        }
        struct Node: Decodable, Sendable {
            let ignored: Bool
            let role: Text?
            let name: Text?
        }
        let nodes: [Node]
    }

    /// What a screen reader is told of: roles and names.
    func roles() async throws -> [Role] {
        let tree: Tree = try await browser.call("Accessibility.getFullAXTree", in: session)
        return tree.nodes.filter { !$0.ignored }.map {
            Role(role: $0.role?.value?.text ?? "", name: $0.name?.value?.text ?? "")
        }
    }
}
