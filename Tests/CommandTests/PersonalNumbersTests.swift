import Fixtures
import Foundation
import Testing

/// What bureaus write of persons stays in the archive, whatever rule quotes it and whatever shows it.
@Suite struct `A number of a person` {
    private static let identity = "110105194912310011"
    private static let mobile = "13800138000"

    private let scratch: ScratchFolder
    private let folders: [String]

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox/申请人\(Self.mobile)", "status"] { try scratch.makeFolder(folder) }
        folders = [
            "--inbox", scratch.path("inbox"), "--state", scratch.path("state"), "--status", scratch.path("status"),
            "--settle", "10ms",
        ]
        // Placeholders and a sentence about itself, which other rules quote with what stands around.
        let sample = try String(contentsOfFile: Nianbao.sample("青岚市教育局.txt"), encoding: .utf8)
        let lines = sample.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            line.contains("六、") ? "\(line)\n申请人\(Self.identity)于××年来电\(Self.mobile)，一一０一０五。" : String(line)
        }
        try scratch.write(lines.joined(separator: "\n"), to: "inbox/青岚市教育局\(Self.mobile).txt")
        try scratch.write("不是报告", to: "inbox/申请人\(Self.mobile)/身份证\(Self.identity).txt")
        try scratch.write("", to: "inbox/\(Self.mobile)空.txt")
    }

    private static func isIn(_ data: Data) -> Bool {
        [mobile, identity].contains { number in
            data.range(of: Data(number.utf8)) != nil
                || data.range(of: Data(Data(number.utf8).base64EncodedString().utf8)) != nil
        }
    }

    /// The files below a folder that hold one, or bear one.
    private func leaks(in folder: String) throws -> [String] {
        let root = scratch.path(folder)
        return try FileManager.default.subpathsOfDirectory(atPath: root).filter { name in
            if name.contains(Self.mobile) || name.contains(Self.identity) { return true }
            let file = URL(filePath: root + "/" + name)
            let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true
            return try !isFolder && Self.isIn(Data(contentsOf: file))
        }
    }

    @Test func `is in no file of the service but the copy in the archive, and in nothing that it says`() throws {
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect(run.status == 0)
        #expect(!Self.isIn(Data((run.output + run.standardError).utf8)))
        #expect(run.output.contains("138******00"))
        #expect(try leaks(in: "status") == [])
        #expect(try leaks(in: "state").filter { !$0.hasPrefix("archive/") } == [])
        for command in ["list", "results", "status"] {
            let shown = try Nianbao([command] + folders.prefix(4).dropFirst(2))
            #expect(!Self.isIn(Data((shown.output + shown.standardError).utf8)), "\(command)")
        }
        let checked = try Nianbao(["check", "--format", "json", scratch.path("inbox/青岚市教育局\(Self.mobile).txt")])
        #expect(checked.output.contains("placeholder-left"))
        #expect(!Self.isIn(Data(checked.output.utf8)))
    }

    @Test func `in a name does not make a file news at the next start`() throws {
        _ = try Nianbao(["watch"] + folders + ["--until-idle"])
        let run = try Nianbao(["watch"] + folders + ["--until-idle", "--print"])
        #expect((run.status, run.output) == (0, ""))
    }
}
