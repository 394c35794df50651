import Fixtures
import Foundation
import Linux

/// A real Chromium without a window, driven through its own protocol: JSON with a zero byte after each message, over a pipe.
///
/// One browser serves all tests; it ends when the pipe closes with the test program.
actor Browser {
    enum Failure: Error {
        case gone
        case refused(String)
    }

    /// A page that is open.
    struct Session: Sendable {
        let target: String
        let id: String
    }

    static let program: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
        .first(where: FileManager.default.isExecutableFile)

    static let shared = Result { try Browser() }

    private let executor = BlockingExecutor("browser")
    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.unowned }

    private let process = ChildProgram()
    private let (requests, answers) = (Pipe(), Pipe())
    private var unread = Data()
    private var events: [Message] = []
    private var lastCall = 0

    private init() throws {
        guard let program = Self.program else { throw Failure.gone }
        process.path = "/bin/sh"
        // The protocol wants its pipes as descriptors 3 and 4.
        let script = #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#
        let profile = FileManager.default.temporaryDirectory.appending(component: "nianbao-browser-\(getpid())")
        process.arguments =
            [
                "-c", script, program, "--headless=new", "--remote-debugging-pipe", "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-dev-shm-usage",
                "--force-color-profile=srgb", "--user-data-dir=\(profile.path(percentEncoded: false))",
            ] + (geteuid() == 0 ? ["--no-sandbox"] : [])
        process.standardInput = .pipe(requests)
        process.standardOutput = .pipe(answers)
        try process.run()
    }

    /// A message of the protocol, as far as it is the same for all.
    private struct Message: Decodable {
        struct Refusal: Decodable { let message: String }
        let id: Int?
        let method: String?
        let sessionId: String?
        let error: Refusal?
    }

    private struct Call: Encodable {
        let id: Int
        let method: String
        let params: [String: Value]
        let sessionId: String?
    }

    private struct Answer<Content: Decodable>: Decodable { let result: Content }

    private struct Target: Decodable { let targetId: String }
    private struct Attached: Decodable { let sessionId: String }
    struct Nothing: Decodable {}

    /// Opens an empty page.
    func open() throws -> Session {
        let target: Target = try call("Target.createTarget", ["url": "about:blank"])
        let attached: Attached = try call(
            "Target.attachToTarget", ["targetId": .text(target.targetId), "flatten": true])
        let session = Session(target: target.targetId, id: attached.sessionId)
        let _: Nothing = try call("Page.enable", in: session)
        return session
    }

    func close(_ session: Session) throws {
        let _: Nothing = try call("Target.closeTarget", ["targetId": .text(session.target)])
    }

    /// Calls a method and waits for what it answers.
    func call<Content: Decodable & Sendable>(
        _ method: String, _ params: [String: Value] = [:], in session: Session? = nil
    ) throws -> Content {
        lastCall += 1
        let call = Call(id: lastCall, method: method, params: params, sessionId: session?.id)
        try requests.fileHandleForWriting.write(contentsOf: JSONEncoder().encode(call) + [0])
        while true {
            let data = try next()
            let message = try JSONDecoder().decode(Message.self, from: data)
            if message.id == lastCall {
                if let error = message.error { throw Failure.refused("\(method): \(error.message)") }
                return try JSONDecoder().decode(Answer<Content>.self, from: data).result
            }
            if message.method != nil { events.append(message) }
        }
    }

    /// Waits until a page has told of an event that was not waited for before.
    func wait(for event: String, in session: Session) throws {
        while true {
            if events.contains(where: { $0.method == event && $0.sessionId == session.id }) {
                events.removeAll { $0.sessionId == session.id }
                return
            }
            events.append(try JSONDecoder().decode(Message.self, from: next()))
        }
    }

    private func next() throws -> Data {
        while true {
            if let end = unread.firstIndex(of: 0) {
                let message = unread[..<end]
                unread = Data(unread[(end + 1)...])
                return Data(message)
            }
            let more = answers.fileHandleForReading.availableData
            guard !more.isEmpty else { throw Failure.gone }
            unread += more
        }
    }
}
