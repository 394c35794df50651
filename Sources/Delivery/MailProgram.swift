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
        // A file, not a pipe: other programs that are started meanwhile can't hold it open, and nobody has to write on.
        guard let input = try? file(holding: letter) else { return .failed("临时文件夹写不进去，信没有交给发信程序") }
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
        guard end.wait(timeout: .now() + patience) == .success else {
            process.terminate()
            return .failed("发信程序没有在一分钟内结束", mayHaveArrived: true)
        }
        return outcome(of: process)
    }

    /// An open file without a name.
    private static func file(holding text: String) throws -> FileHandle {
        let place = FileManager.default.temporaryDirectory.appending(path: "nianbao-\(UUID().uuidString)")
        try Data(text.utf8).write(to: place, options: .withoutOverwriting)
        defer { try? FileManager.default.removeItem(at: place) }
        return try FileHandle(forReadingFrom: place)
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
