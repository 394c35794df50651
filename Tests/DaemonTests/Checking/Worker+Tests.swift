import Daemon
import Foundation
import SystemPackage

extension Worker {
    /// Another program that was built with the tests, for a worker.
    static func beside(_ name: String) -> Worker {
        Worker(program: Worker.installed.removingLastComponent().appending(name))
    }
}
