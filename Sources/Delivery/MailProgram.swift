package import Channels
import Dispatch
import Foundation

/// Hands letters to the machine's own mail system.
package enum MailProgram {
    private static let patience = DispatchTimeInterval.seconds(60)

    /// Gives a letter to a program that is called as sendmail is. What the letter says is on its standard input only.
    package static func send(_ letter: String, by program: String) -> Outcome {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = ["-t", "-i"]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let end = DispatchSemaphore(value: 0)
        process.terminationHandler = { @Sendable _ in end.signal() }
        do {
            try process.run()
        } catch {
            return .failed("发信程序 \(program) 不能运行")
        }
        // A program that reads no further is told by its exit status.
        try? input.fileHandleForWriting.write(contentsOf: Data(letter.utf8))
        try? input.fileHandleForWriting.close()
        guard end.wait(timeout: .now() + patience) == .success else {
            process.terminate()
            return .failed("发信程序没有在一分钟内结束", mayHaveArrived: true)
        }
        return outcome(of: process)
    }

    /// The codes are those of sysexits(3).
    private static func outcome(of process: Process) -> Outcome {
        guard process.terminationReason == .exit else {
            return .failed("发信程序被信号 \(process.terminationStatus) 终止", mayHaveArrived: true)
        }
        switch process.terminationStatus {
        case 0: return .delivered
        case 64: return .failed("发信程序不认识 -t -i 的用法")
        case 65: return .failed("发信程序不接受这封信")
        case 67, 68: return .failed("收件人的邮箱不存在")
        case 75: return .failed("发信程序暂时送不出去")
        case 77: return .failed("发信程序没有权限")
        case 78: return .failed("发信程序的设置有误")
        default: return .failed("发信程序退出码 \(process.terminationStatus)")
        }
    }
}
