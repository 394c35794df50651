import Fixtures
import Foundation
import Linux

/// What notices are delivered to, as a process of its own: sink.py says what it does.
final class Sink {
    let folder: ScratchFolder
    private(set) var port = 0
    private(set) var mailPort = 0
    private var process: ChildProgram?
    private var input: Pipe?

    /// Every key that it wants; none of it may be found anywhere else.
    static let (token, key) = ("geheim-token", "geheim-key")

    init() throws {
        folder = try ScratchFolder()
        try answer("ok")
        try start()
    }

    deinit { stop() }

    /// How it answers from now on.
    func answer(_ mode: String) throws { try folder.write(mode, to: "mode") }

    /// Begins, on the same port as before.
    func start() throws {
        let process = ChildProgram()
        process.path = "/usr/bin/python3"
        let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "sink.py")
        process.arguments = [script.path(percentEncoded: false), folder.path] + (port == 0 ? [] : [String(port)])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = .pipe(input)
        process.standardOutput = .pipe(output)
        try process.run()
        var line = ""
        while !line.contains("\n"), case let data = output.fileHandleForReading.availableData, !data.isEmpty {
            line += String(decoding: data, as: UTF8.self)
        }
        let ports = line.split(whereSeparator: \.isWhitespace).compactMap { Int($0) }
        (port, mailPort) = (ports.first ?? 0, ports.last ?? 0)
        (self.process, self.input) = (process, input)
    }

    /// Goes away.
    func stop() {
        try? input?.fileHandleForWriting.close()
        process?.terminate()
        process?.waitUntilExit()
        process = nil
    }

    /// What has come, in order.
    var requests: [[String: Any]] {
        get throws {
            guard let text = try? folder.text(of: "requests") else { return [] }
            return try text.split(separator: "\n").compactMap { line in
                try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            }
        }
    }

    /// The words that a robot was given and has taken.
    func taken(by robot: String) throws -> [String] {
        try requests.filter { request in
            let answer = request["answer"] as? [String: Int]
            return request["robot"] as? String == robot && (answer?["errcode"] ?? answer?["code"] ?? 1) == 0
        }.compactMap { $0["text"] as? String }
    }
}
