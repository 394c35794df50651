import Fixtures
import Foundation
import Testing

/// The whole program with a worker that misbehaves, or that is missing.
@Suite struct `nianbao and its worker` {
    private let scratch: ScratchFolder
    private let folders: [String]

    init() throws {
        scratch = try ScratchFolder()
        for folder in ["inbox", "status"] { try scratch.makeFolder(folder) }
        try scratch.write("[limits]\ntime = \"500ms\"\nmemory = \"500MB\"\n", to: "nianbao.toml")
        folders = [
            "--config", scratch.path("nianbao.toml"), "--inbox", scratch.path("inbox"), "--state",
            scratch.path("state"), "--status", scratch.path("status"), "--settle", "10ms", "--print",
        ]
    }

    @Test func `the daemon links no library that reads documents, the worker does`() throws {
        #expect(try libraries(of: Nianbao.program).isDisjoint(with: Self.documentLibraries))
        let worker = Nianbao.program.deletingLastPathComponent().appending(component: "nianbao-reader")
        #expect(!(try libraries(of: worker).isDisjoint(with: Self.documentLibraries)))
    }

    @Test func `check ends with 5 where the worker is missing, and blames no file`() throws {
        let program = try Installation(in: scratch, worker: nil).program
        let run = try Nianbao(["check", Nianbao.sample("青岚市水利局.txt")], program: program)
        #expect(run.status == 5)
        #expect(run.output.contains("系统故障，待重试"))
        #expect(run.standardError.contains("libexec/nianbao/nianbao-reader 不能启动：不存在，未校核；与文件无关"))
    }

    @Test func `recheck ends with 5 where the worker is missing`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        #expect(try Nianbao(["watch"] + folders + ["--until-idle"]).status == 0)
        let program = try Installation(in: scratch, worker: nil).program
        let run = try Nianbao(["recheck", "--state", scratch.path("state")], program: program)
        #expect(run.status == 5)
        #expect(run.standardError.contains("没有重新校核"))
    }

    @Test func `until idle the daemon ends with 5 where the worker is missing, and judges the file later`() throws {
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        let program = try Installation(in: scratch, worker: nil).program
        let run = try Nianbao(["watch"] + folders + ["--until-idle"], program: program)
        #expect(run.status == 5)
        #expect(!run.output.contains("青岚市教育局"))
        let later = try Nianbao(["watch"] + folders + ["--until-idle"])
        #expect(later.status == 0)
        #expect(later.output.contains("合格：青岚市教育局 2024 第 1 版"))
    }

    /// Runs a program where three system calls are refused, as by a container or a systemd that does not know them.
    private static let withoutLandlock = """
        import ctypes, os, struct, sys
        rules = [(0x20, 0, 0, 0)] + [(0x15, 0, 1, 444 + n) if k == 0 else (0x06, 0, 0, 0x50001) for n in range(3) for k in range(2)]
        rules.append((0x06, 0, 0, 0x7fff0000))
        code = b"".join(struct.pack("HBBI", *rule) for rule in rules)
        space = ctypes.create_string_buffer(code)
        program = struct.pack("HxxxxxxP", len(rules), ctypes.addressof(space))
        prctl = ctypes.CDLL(None, use_errno=True).prctl
        if prctl(38, 1, 0, 0, 0) or prctl(22, 2, program, 0, 0): sys.exit("no filter: %d" % ctypes.get_errno())
        os.execv(sys.argv[1], sys.argv[1:])
        """

    @Test func `where Landlock's calls are refused files are read without it, and that is said once`() throws {
        func run(_ arguments: String...) throws -> Nianbao {
            let program = Nianbao.program.path(percentEncoded: false)
            return try Nianbao(
                ["-c", Self.withoutLandlock, program] + arguments, program: URL(filePath: "/usr/bin/python3"))
        }
        #expect(try run("check", Nianbao.sample("青岚市教育局.txt")).status == 0)
        try scratch.copy(Nianbao.sample("青岚市教育局.txt"), to: "inbox/青岚市教育局.txt")
        let watch = try Nianbao(
            ["-c", Self.withoutLandlock, Nianbao.program.path(percentEncoded: false), "watch", "--until-idle"]
                + folders,
            program: URL(filePath: "/usr/bin/python3"))
        #expect(watch.output.contains("合格：青岚市教育局"))
        #expect(watch.standardError.components(separatedBy: "Landlock").count == 2)
        let found = try run("doctor", "--config", scratch.path("nianbao.toml"), "--state", scratch.path("state"))
        #expect(found.output.contains("– 隔离：") && found.output.contains("Landlock"))
    }

    @Test func `check gives a file two chances, as the daemon does`() throws {
        let program = try Installation(in: scratch, worker: "BadWorker").program
        let run = try Nianbao(["check", "--format", "json", "-"], input: Array("signal 11".utf8), program: program)
        #expect(run.status == 3)
        #expect(run.output.contains("\"unreadable-crash\""))
    }

    @Test func `a series of hostile files leaves the daemon as it was`() throws {
        let deeds = [
            "sleep", "spin", "recurse", "hoard", "signal 4", "signal 9", "flood", "babble", "complain", "execute",
        ]
        let daemon = try RunningDaemon(folders, program: Installation(in: scratch, worker: "BadWorker").program)
        func work(off series: Int) throws {
            for deed in deeds { try scratch.write("\(deed) \(series)", to: "inbox/\(series) \(deed).txt") }
            for deed in deeds { #expect(daemon.hears("（\(series) \(deed).txt）")) }
        }
        try work(off: 0)
        let before = try Usage(of: daemon.process.number)
        for series in 1...3 { try work(off: series) }
        let after = try Usage(of: daemon.process.number)
        #expect(after.memory < before.memory + 16_000_000, "\(before) \(after)")
        // A timer may be open at one of the two moments, and a reader be ready with its four files; those of forty documents would show.
        let readers = ProcessInfo.processInfo.activeProcessorCount
        #expect(after.files <= before.files + 2 + 4 * readers, "\(before) \(after)")
        // The readers that are ready for the next ones, at most.
        #expect(after.children <= readers, "\(before) \(after)")
        #expect(daemon.end(with: SIGTERM) == 0)
    }

    private static let documentLibraries: Set = ["libpoppler", "libxml2", "libzip", "libgsf-1"]

    /// The libraries that a program names itself; what a library of the system draws in is not ours.
    private func libraries(of program: URL) throws -> Set<String> {
        let list = ChildProgram(
            "/usr/bin/env", ["readelf", "--dynamic", "--wide", program.path(percentEncoded: false)])
        let output = Pipe()
        list.standardOutput = .pipe(output)
        try list.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        return Set(text.matches(of: /\(NEEDED\).*\[([^\]]+?)\.so/).map { String($0.output.1) })
    }
}
