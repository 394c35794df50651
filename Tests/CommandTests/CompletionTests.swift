import Fixtures
import Foundation
import Testing

@Suite struct `Completion of the shells` {
    private func script(for shell: String, in folder: ScratchFolder) throws -> String {
        let file = folder.path("nianbao.\(shell)")
        try folder.write(try Nianbao("--generate-completion-script", shell).output, to: "nianbao.\(shell)")
        return file
    }

    @Test(arguments: [
        ("check", "年报", "年报.docx"), ("check --config", "设", "设置.toml"), ("doctor --inbox", "收", "收件"),
        ("help", "doc", "doctor"),
    ])
    func `of bash offers files, folders and commands`(words: String, begun: String, completed: String) async throws {
        let folder = try ScratchFolder()
        for name in ["年报.docx", "设置.toml"] { try folder.write("", to: name) }
        try folder.makeFolder("收件")
        let lines = """
            cd "$2" && source "$1" && COMP_WORDS=(nianbao \(words) \(begun))
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
            _nianbao nianbao "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let bash = Script(
            "/bin/bash", ["-c", lines, "bash", try script(for: "bash", in: folder), folder.path], label: "completion")
        #expect(try await bash.run().lines == [completed])
    }

    @Test(arguments: [
        ("zsh", "'1:command:(watch check "), ("fish", "-n '__fish_seen_subcommand_from help' -fa 'watch check "),
    ])
    func `of other shells offers the commands to explain`(shell: String, words: String) throws {
        let folder = try ScratchFolder()
        let script = try String(contentsOfFile: script(for: shell, in: folder), encoding: .utf8)
        #expect(script.components(separatedBy: words).count == 2)
    }

    @Test(arguments: [("zsh", "-n"), ("fish", "--no-execute")])
    func `of other shells is read by them`(shell: String, check: String) async throws {
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/\(shell)") else {
            try Test.cancel("\(shell) is not installed")
        }
        let folder = try ScratchFolder()
        let outcome = try await Script(
            "/usr/bin/\(shell)", [check, try script(for: shell, in: folder)], label: shell
        ).run()
        #expect(outcome.status == 0)
        #expect(outcome.lines == [])
    }
}
