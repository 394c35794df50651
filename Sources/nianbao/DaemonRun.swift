import Daemon
import Logging
import Services

/// How a command runs as a service.
enum DaemonRun {
    /// Runs to its end. Why a service can't go on is told to its log, and by the status with which the program ends.
    static func run(_ body: (Logger) async throws -> Void) async throws {
        let log = Logger(label: "nianbao") { _ in StandardErrorLog() }
        do {
            try await body(log)
        } catch let failure as StartFailure {
            log.critical("\(failure.description)")
            throw ExitStatus(ofService: failure).code
        } catch {
            log.critical("读写失败，服务停止。", error: error)
            throw ExitStatus.inputOutput.code
        }
    }
}
