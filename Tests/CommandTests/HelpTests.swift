import Testing

@Suite struct `The help` {
    @Test(arguments: [
        ["--help"], ["check", "--help"], ["rules", "--help"], ["explain", "--help"], ["config", "--help"],
        ["config", "show", "--help"], ["help", "check"], [],
    ])
    func `is in Chinese throughout`(arguments: [String]) throws {
        let run = try Nianbao(arguments)
        #expect(run.status == 0)
        #expect(run.output.contains("用法：nianbao"))
        for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show", "See ", "default", "values"] {
            #expect(!run.output.replacing("  default  ", with: "").contains(word), "\(word)")
        }
    }

    @Test func `gives the version as a number alone`() throws {
        #expect(try Nianbao("--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
