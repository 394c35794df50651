package import Channels
import Foundation
import Linux
import SystemPackage

/// Hands letters to the machine's own mail system.
package enum MailProgram {
    private static let bounds = Program.Bounds(time: .seconds(60), output: 1 << 16, standardError: 0)

    /// Gives a letter to a program that is called as sendmail is, and waits for it, a minute at most: call it on a
    /// `BlockingExecutor`. What the letter says is on the program's standard input only.
    package static func send(_ letter: String, by program: String) -> Outcome {
        // Mail programs look for their settings by HOME and other names.
        let environment = ProcessInfo.processInfo.environment.map { "\($0)=\($1)" }
        let mailer = Program(FilePath(program), arguments: ["-t", "-i"], environment: environment)
        do throws(Errno) {
            let input = try Descriptor(inMemory: "letter", Array(letter.utf8))
            return try outcome(of: mailer.run(reading: input, within: bounds).end)
        } catch {
            return .failed("发信程序 \(program) 不能运行：\(error.reason)")
        }
    }

    private static func outcome(of end: Program.End) -> Outcome {
        switch end {
        case .exited(let status): outcome(of: status)
        case .signalled(let signal): .failed("发信程序被信号 \(signal) 终止", mayHaveArrived: true)
        case .overTime: .failed("发信程序没有在一分钟内结束", mayHaveArrived: true)
        case .overOutput: .failed("发信程序输出过多，已被终止", mayHaveArrived: true)
        }
    }

    /// The codes are those of sysexits(3).
    private static func outcome(of status: Int32) -> Outcome {
        switch status {
        case 0: .delivered
        case 64: .failed("发信程序不认识 -t -i 的用法")
        case 65: .failed("发信程序不接受这封信")
        case 67, 68: .failed("收件人的邮箱不存在")
        case 75: .failed("发信程序暂时送不出去")
        case 77: .failed("发信程序没有权限")
        case 78: .failed("发信程序的设置有误")
        default: .failed("发信程序退出码 \(status)")
        }
    }
}
