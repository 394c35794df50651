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

    @Test(arguments: [
        (["chek"], "错误：nianbao 没有“chek”这个命令，是不是 nianbao check\n用法：nianbao <命令>\n  详细说明：nianbao --help"),
        (["foo", "--json"], "错误：nianbao 没有“foo”这个命令\n用法：nianbao <命令>\n  详细说明：nianbao --help"),
        (
            ["config", "relaod"],
            "错误：nianbao config 没有“relaod”这个命令，是不是 nianbao config reload\n用法：nianbao config <命令>\n  详细说明：nianbao config --help"
        ),
    ])
    func `names a command that there is not, and the one that was meant`(arguments: [String], words: String) throws {
        let run = try Nianbao(arguments)
        #expect(run.status == 64)
        #expect(run.standardError.contains(words))
    }

    @Test func `an argument too many is still called that`() throws {
        #expect(try Nianbao("doctor", "foo").standardError.contains("多余的参数"))
    }

    @Test func `gives the version as a number alone`() throws {
        #expect(try Nianbao("--version").output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
    }
}
