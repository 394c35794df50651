import Alerts
import Ledger
import Linux
import SystemPackage

extension InboxPath {
    /// Whether it can be a list that somebody has filled in, by its name.
    var isWorkbook: Bool { name.display.lowercased().hasSuffix(".xlsx") }
}

/// The folder of the office: whoever can put a file there decides, so it must not be open to everybody.
struct DeskFolder: Sendable {
    let path: FilePath

    /// What is in the way of taking anything from it; `nil` where nothing is.
    func obstacle() -> Alert? {
        do throws(Errno) {
            let status = try Directory(path).status()
            guard status.permissions.contains(.otherWrite) else { return nil }
            return .deskOpen(path, mode: UInt32(status.permissions.rawValue))
        } catch {
            return .deskUnreachable(path, error)
        }
    }
}
